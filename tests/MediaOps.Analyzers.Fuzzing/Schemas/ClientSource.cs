using System.Globalization;
using System.Text;

namespace MediaOps.Analyzers.Fuzzing.Schemas;

/// <summary>Writes the client of a service: its attributes tell the analyzer what the model says, its bodies go to the world.</summary>
internal sealed class ClientSource
{
    private const string Line = "[CallerLineNumber] int line = 0";

    private readonly ServiceModel _service;
    private readonly Flaw _flaw;
    private readonly StringBuilder _text = new();

    private ClientSource(ServiceModel service, Flaw flaw)
    {
        _service = service;
        _flaw = flaw;
    }

    /// <summary>The whole client.</summary>
    public static string Of(ServiceModel service, Flaw flaw)
    {
        var source = new ClientSource(service, flaw);
        source.WriteAll();
        return source._text.ToString();
    }

    private void WriteAll()
    {
        IEnumerable<string> names = _service.Entities.SelectMany(entity => entity.Actions).Select(action => action.Name).Distinct(StringComparer.Ordinal)
            .SelectMany(name => new[] { name, name + "Async", "Send" + name + "Operation", "Send" + name + "OperationAsync" });
        Write($$"""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Runtime.CompilerServices;
            using System.Threading.Tasks;
            using MediaOps;
            using MediaOps.Analyzers.Fuzzing.Execution;

            [assembly: StatefulService("Fuzz", {{string.Join(", ", names.Select(name => "\"" + name + "\""))}})]

            namespace Client;

            public sealed class Media(World world)
            {
                internal World World => world;
            """);
        foreach (EntityModel entity in _service.Entities)
        {
            Write($$"""    public {{entity.Name}}Collection {{entity.Name}}s => new(world, null);""");
        }

        Write("}");
        foreach (EntityModel entity in _service.Entities)
        {
            WriteEnum(entity);
            WriteInterface(entity);
            WriteClass(entity);
            WriteCollection(entity);
        }

        WriteDesk();
    }

    private void WriteEnum(EntityModel entity) => Write($$"""
        public enum {{entity.StateEnum}} { {{string.Join(", ", entity.States.Select((state, number) => state + " = " + Number(number)))}} }
        public sealed class {{entity.Name}}Options
        {
            public string? Name { get; set; }
            public {{entity.StateEnum}}? State { get; set; }
        }
        """);

    private void WriteInterface(EntityModel entity)
    {
        Write($$"""
            [Stateful(typeof({{entity.StateEnum}}))]
            public interface I{{entity.Name}}
            {
                string Id { get; }
                {{entity.StateEnum}} State { get; }
            """);
        WriteProperties(entity, access: "", explicitly: null, " { get; set; }");
        foreach (Method method in Methods(entity))
        {
            Write($$"""
                    {{method.Attributes}}
                    {{method.Returns}} {{method.Name}}({{Line}});
                """);
        }

        Write("}");
    }

    private void WriteClass(EntityModel entity)
    {
        Write($$"""
            [Stateful(typeof({{entity.StateEnum}}))]
            public sealed class {{entity.Name}}(RemoteEntity remote) : I{{entity.Name}}
            {
                internal RemoteEntity Remote => remote;
                public string Id => remote.Id;
                public {{entity.StateEnum}} State => ({{entity.StateEnum}})remote.State;
            """);
        if (entity.Parent is { } parent)
        {
            Write($$"""    public {{_service.Entities[parent].Name}} Parent => new(remote.Parent);""");
        }

        foreach (EntityModel child in _service.ChildrenOf(entity))
        {
            Write($$"""    public {{child.Name}}Collection {{child.Name}}s => new(remote.World, remote);""");
        }

        WriteProperties(entity, "public ", explicitly: null, " { get => null; set => remote.Set({0}); }");
        if (entity.IsExplicit)
        {
            WriteProperties(entity, access: "", "I" + entity.Name + ".", " { get => null; set => remote.Set({0}); }");
        }

        foreach (Method method in Methods(entity))
        {
            Write($$"""
                    {{method.Attributes}}
                    public {{method.Returns}} {{method.Name}}({{Line}}) => {{method.Body}};
                """);
            if (entity.IsExplicit)
            {
                Write($$"""
                        {{method.Attributes}}
                        {{method.Returns}} I{{entity.Name}}.{{method.Name}}(int line) => {{method.Body}};
                    """);
            }
        }

        Write("}");
    }

    private void WriteProperties(EntityModel entity, string access, string? explicitly, string body)
    {
        IReadOnlyList<int>? from = entity.Actions.Single(action => action.Kind == ActionKind.Update).From;
        for (int index = 0; index < entity.Properties.Count; index++)
        {
            string attribute = "[UpdatableIn(" + Names(entity, (entity.Properties[index] ?? from)!) + ")]";
            Write($$"""    {{(explicitly is null ? attribute : "")}} {{access}}string? {{explicitly}}Title{{Number(index)}}{{body.Replace("{0}", Number(index), StringComparison.Ordinal)}}""");
        }
    }

    private void WriteCollection(EntityModel entity)
    {
        IReadOnlyList<int> creatable = _flaw == Flaw.CreatesEndElsewhere ? [entity.Living.Last()] : entity.Creatable;
        string attribute = _flaw == Flaw.NothingIsKnownOfCreates ? "" : "[InitialState(" + Names(entity, creatable) + ")]";
        string name = entity.Name;
        Write($$"""
            public sealed class {{name}}Collection(World world, RemoteEntity? parent)
            {
                private readonly RemoteCollection<{{name}}> _remote = new(world, {{Number(entity.Index)}}, parent, static entity => new {{name}}(entity));
                private static int Asked({{name}}Options options) => (int)(options.State ?? 0);
                {{attribute}}
                public {{name}} Create({{name}}Options options) => _remote.Create(Asked(options));
                {{attribute}}
                public Task<{{name}}> CreateAsync({{name}}Options options) => _remote.CreateAsync(Asked(options));
                {{attribute}}
                public Operation<{{name}}> SendCreateOperation({{name}}Options options) => _remote.Send(Asked(options));
                {{attribute}}
                public Task<Operation<{{name}}>> SendCreateOperationAsync({{name}}Options options) => _remote.SendAsync(Asked(options));
                public {{name}} Get(string id) => _remote.Get(id);
                public Task<{{name}}> GetAsync(string id) => _remote.GetAsync(id);
                public {{name}}? TryGet(string id) => _remote.TryGet(id);
                public IEnumerable<{{name}}> List() => _remote.List();
                public IAsyncEnumerable<{{name}}> ListAsync() => _remote.ListAsync();
            }
            """);
    }

    // Code of the user that the analyzer does not see into.
    private void WriteDesk()
    {
        Write($$"""
            public sealed class Desk(World world)
            {
                public void Work() => world.Disturb();
                public Task WorkAsync() => world.PauseAsync();
                public void Later(Func<Task> action) => world.Defer(action);
                public T Same<T>(T item) => item;
            """);
        foreach (EntityModel entity in _service.Entities)
        {
            Write($$"""
                    public void Look(I{{entity.Name}}? item) { world.Escape(((({{entity.Name}}?)item))?.Remote); world.Disturb(); }
                    public void Replace(ref {{entity.Name}} item) => item = new(world.Parameter({{Number(entity.Index)}}, null, true));
                    public bool Take(out {{entity.Name}} item) { item = new(world.Parameter({{Number(entity.Index)}}, null, true)); return world.Random.Next(2) == 0; }
                    public void Keep({{entity.Name}}? item) => world.Escape(item?.Remote);
                    public void Look(Operation<{{entity.Name}}> operation) { try { operation.WaitForCompletion(); } catch (ServiceException) { } }
                """);
            foreach (int state in entity.Living)
            {
                Write($$"""
                        [return: InState(nameof({{entity.State(state)}}))]
                        public {{entity.Name}} Obtain{{entity.Name}}{{entity.States[state]}}() => new(world.Obtain({{Number(entity.Index)}}, [{{Number(state)}}]));
                        public void Need{{entity.Name}}{{entity.States[state]}}([InState(nameof({{entity.State(state)}}))] {{entity.Name}} item, {{Line}}) => item.Remote.Need({{Number(state)}}, line);
                    """);
            }
        }

        Write("""
            }

            public static class Truth
            {
            """);
        foreach (EntityModel entity in _service.Entities)
        {
            Write($$"""    public static Operation<{{entity.Name}}> Given{{entity.Name}}(World world) { var item = new {{entity.Name}}(world.Parameter({{Number(entity.Index)}}, null, true)); return item.Remote.Given(item); }""");
            Write($$"""    public static void IsIn({{entity.Name}} item, int line, int state) => item.Remote.Expect(state, line);""");
        }

        Write("}");
    }

    private IEnumerable<Method> Methods(EntityModel entity)
    {
        string refresh = _flaw == Flaw.RefreshIsNeutral ? "[StateNeutral]" : "[StateRefresh]";
        yield return new Method("Refresh", "void", refresh, "remote.Refresh(line)");
        yield return new Method("RefreshAsync", "Task", refresh, "remote.RefreshAsync(line)");
        foreach (ActionModel action in entity.Actions)
        {
            string polling = Attributes(entity, action, send: false);
            string send = Attributes(entity, action, send: true);
            string index = Number(action.Index);
            yield return new Method(action.Name, "void", polling, "remote.Run(" + index + ", line)");
            yield return new Method(action.Name + "Async", "Task", polling, "remote.RunAsync(" + index + ", line)");
            yield return new Method("Send" + action.Name + "Operation", "Operation<" + entity.Name + ">", send, "remote.Send(" + index + ", this, line)");
            yield return new Method("Send" + action.Name + "OperationAsync", "Task<Operation<" + entity.Name + ">>", send, "remote.SendAsync(" + index + ", this, line)");
        }
    }

    private string Attributes(EntityModel entity, ActionModel action, bool send)
    {
        bool goesWell = _flaw == Flaw.NothingGoesWrong;
        IReadOnlyList<int> to = _flaw == Flaw.ActionsEndWhereTheyBegin && action.Kind == ActionKind.Ordinary ? action.From ?? [] : action.To;
        string[] arguments =
        [
            .. Argument(entity, "From", action.From ?? []),
            .. Argument(entity, "Via", goesWell ? [] : action.Via),
            .. Argument(entity, "To", to),
            .. Argument(entity, "OnFailure", goesWell ? [] : action.OnFailure),
            .. send ? ["Send = true"] : Array.Empty<string>(),
            .. action.Kind == ActionKind.Delete ? ["Deletes = true"] : Array.Empty<string>(),
            .. action.IsInferred ? ["Inferred = true"] : Array.Empty<string>(),
        ];
        var text = new StringBuilder("[StateTransition(" + string.Join(", ", arguments) + ")]");
        if (to.Count == 0 && action.Kind != ActionKind.Delete && !(send && action.Via.Count > 0 && !goesWell))
        {
            text.Append("[StateNeutral]");
        }

        if (action.Parent is { } states && entity.Parent is { } parent)
        {
            EntityModel model = _service.Entities[parent];
            IReadOnlyList<int> needed = _flaw == Flaw.ParentsMustBeOtherwise && model.Living.Except(states).ToArray() is { Length: > 0 } others ? others : states;
            text.Append("[RequiresState(typeof(" + model.Name + "), Relation.Parent, " + Names(model, needed) + ")]");
        }

        if (action.Children is var (kind, allowed))
        {
            EntityModel model = _service.Entities[kind];
            text.Append("[RequiresState(typeof(" + model.Name + "), Relation.Children, " + Names(model, allowed) + ")]");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Argument(EntityModel entity, string name, IReadOnlyList<int> states) =>
        states.Count == 0 ? [] : [name + " = new[] { " + Names(entity, states) + " }"];

    private static string Names(EntityModel entity, IReadOnlyList<int> states) => string.Join(", ", states.Select(state => "nameof(" + entity.State(state) + ")"));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void Write(string text) => _text.Append(text).Append('\n');

    private sealed record Method(string Name, string Returns, string Attributes, string Body);
}
