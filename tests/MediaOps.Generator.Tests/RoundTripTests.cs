using MediaOps.Generator.Tests.Harness;
using MediaOps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Facts = MediaOps.Analyzers;

namespace MediaOps.Generator.Tests;

/// <summary>There and back for the compiler: what a schema says of states, written as attributes, is what the state analyzer reads.</summary>
public sealed class RoundTripTests
{
    private static readonly EquatableArray<EntitySpec> Entities = SchemaSet.Load(Schemas.AmsV2.Select(file => (file.Path, file.Text!))).Services.Single().Entities;
    private static readonly Compilation Client = Driver.Generate(Driver.Compilation(""), Schemas.AmsV2);
    private static readonly Facts.StateFacts Read = new();

    public static TheoryData<string, string> Types { get; } = new(from entity in Entities from prefix in new[] { "", "I" } select (entity.Name, prefix + entity.Name));

    public static TheoryData<string, string, string, bool> Forms { get; } = new(
        from entity in Entities
        from action in entity.Actions.Append(entity.Update!).Append(entity.Delete!)
        from form in new[] { (action.Name, false), (action.Name + "Async", false), ("Send" + action.Name + "Operation", true), ("Send" + action.Name + "OperationAsync", true) }
        from prefix in new[] { "", "I" }
        select (entity.Name, action.Name, prefix + entity.Name + "." + form.Item1, form.Item2));

    [Theory]
    [MemberData(nameof(Types))]
    public void An_entity_has_the_states_of_its_schema_the_property_that_tells_them_and_a_refresh(string entity, string type)
    {
        StateSpec state = Spec(entity).State!;
        Facts.EntityFacts read = Read.EntityOf(Symbol(type))!;

        Assert.Equal(state.Values.Select(value => value.Name).Prepend("Unknown"), read.States.Names(Facts.StateSet.All));
        Assert.Equal(state.Property, read.StateProperty);
        Assert.True(read.CanRefresh);
        Assert.Same(Read.EntityOf(Symbol(entity))!.States, read.States);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_of_an_action_does_what_the_schema_says(string entity, string name, string form, bool send)
    {
        EntitySpec spec = Spec(entity);
        ActionSpec action = EntityActions.Of(spec).Single(action => action.Name == name);
        string[] parts = form.Split('.');
        Facts.ActionFacts read = Read.MethodOf(Symbol(parts[0]).GetMembers(parts[1]).OfType<IMethodSymbol>().Single()).Action!;
        bool staysPut = action.To.Count == 0 && !(send && action.Via.Count > 0);

        Assert.Equal(action.From!.Value.Order(StringComparer.Ordinal), Names(read.From));
        Assert.Equal(action.Via.Order(StringComparer.Ordinal), Names(read.Via));
        Assert.Equal(action.OnFailure.Order(StringComparer.Ordinal), Names(read.OnFailure));
        Assert.Equal(staysPut, read.Neutral);
        Assert.Equal(action.To.Count == 0, read.To.IsAll);
        Assert.Equal(action.To.Order(StringComparer.Ordinal), Names(read.To));
        Assert.Equal(send, read.Send);
        Assert.Equal(action.Kind == ActionKind.Delete, read.Deletes);
        Assert.Equal(action.Inferred, read.Inferred);
        Assert.Equal(Required(spec, action), read.Requires.Select(other => (other.EntityName, other.IsParent, string.Join(' ', other.States.Names(other.Allowed)))));

        IEnumerable<string> Names(Facts.StateSet set) => set.IsAll ? [] : read.States.Names(set).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Channel", "options", "Stopped", "Stopped Running")]
    [InlineData("Channel", "name", "Stopped", "Stopped")]
    [InlineData("StreamingEndpoint", "options", "Stopped", "Stopped Running")]
    [InlineData("Program", "options", "Stopped", "Stopped")]
    public void A_create_makes_an_entity_in_the_initial_state_or_in_one_that_the_caller_can_ask_for(string entity, string first, string initial, string possible)
    {
        IMethodSymbol[] creates = [.. Symbol(entity + "Collection").GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.Name.Contains("Create", StringComparison.Ordinal) && method.Parameters[0].Name == first)];

        Assert.Equal(initial, Spec(entity).State!.Initial);
        Assert.Equal(4, creates.Length);
        Assert.All(creates, create =>
        {
            Facts.CreationFacts read = Read.MethodOf(create).Creation!;
            Assert.Same(Read.EntityOf(Symbol(entity)), read.Entity);
            Assert.Equal([initial], read.Entity.States.Names(read.Default));
            Assert.Equal(possible.Split(' ').Order(StringComparer.Ordinal), read.Entity.States.Names(read.Possible).Order(StringComparer.Ordinal));
            Assert.Equal(create.Name.StartsWith("Send", StringComparison.Ordinal), read.Send);
        });
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_property_can_be_updated_where_the_schema_says(string entity, string type)
    {
        EntitySpec spec = Spec(entity);
        foreach (PropertySpec property in spec.Properties)
        {
            IPropertySymbol symbol = Symbol(type).GetMembers(property.Name).OfType<IPropertySymbol>().Single();
            Facts.StateSet read = Read.UpdatableIn(symbol);
            IEnumerable<string>? states = property.Access == PropertyAccess.ReadWrite ? property.UpdatableIn ?? spec.Update!.From!.Value : null;

            Assert.Equal(states, read.IsAll ? null : Read.EntityOf(Symbol(type))!.States.Names(read));
        }
    }

    [Fact]
    public void An_operation_is_waited_for_and_read_as_the_runtime_marks_it()
    {
        INamedTypeSymbol operation = Client.GetTypeByMetadataName("MediaOps.Operation`1")!;

        Assert.True(Read.IsOperation(operation));
        Assert.All(["WaitForCompletion", "WaitForCompletionAsync"], name => Assert.Equal(Facts.MethodKind.Wait, Kind(operation.BaseType!, name)));
        Assert.All(["Refresh", "RefreshAsync"], name => Assert.Equal(Facts.MethodKind.Refresh, Kind(operation.BaseType!, name)));
        Assert.All(["GetTarget", "GetTargetAsync"], name => Assert.Equal(Facts.MethodKind.Refresh, Kind(operation, name)));
        Assert.All(["Refresh", "RefreshAsync"], name => Assert.Equal(Facts.MethodKind.Refresh, Kind(Symbol("IChannel"), name)));
    }

    [Fact]
    public void Code_that_uses_the_client_is_recognised_by_names_in_its_source_and_in_a_reference()
    {
        var declaredHere = Facts.ActionNames.Of(Client, static tree => Facts.ActionNames.In(tree));
        using var image = new MemoryStream();
        Assert.True(Client.Emit(image).Success);
        Compilation consumer = Driver.Compilation("").AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        var referenced = Facts.ActionNames.Of(consumer, static tree => Facts.ActionNames.In(tree));

        foreach (string call in (string[])["x.StartAsync()", "y.SendScaleOperation(2)", "_ = x.State == ProgramState.Running", "await z.SendCreateOperationAsync(o)", "x.@Start()", @"x.Sta\u0072t()", "x.Sta\u200drt()"])
        {
            Assert.True(Occur(declaredHere, call), call);
            Assert.True(Occur(referenced, call), call);
        }

        Assert.All(["list.Add(State)", "x.Restart(Started, _Start, Start1)", "Stàrt()", "'\\\\'"], call => Assert.False(Occur(referenced, call), call));
        Assert.False(referenced.Occur("x.Start();", new TextSpan(0, 6)));
        Assert.True(Facts.ActionNames.Of(Driver.Compilation("class C { }"), static tree => Facts.ActionNames.In(tree)).IsEmpty);

        static bool Occur(Facts.ActionNames names, string code) => names.Occur(code, new TextSpan(0, code.Length));
    }

    private static IEnumerable<(string, bool, string)> Required(EntitySpec spec, ActionSpec action)
    {
        if (action.Requires.Parent.Count > 0)
        {
            yield return (spec.Parent!.Entity, true, string.Join(' ', action.Requires.Parent));
        }

        foreach (ChildrenRequirement children in action.Requires.Children)
        {
            yield return (children.Entity, false, string.Join(' ', children.States));
        }
    }

    private static Facts.MethodKind Kind(INamedTypeSymbol type, string name) => Read.MethodOf(type.GetMembers(name).OfType<IMethodSymbol>().Single()).Kind;

    private static EntitySpec Spec(string entity) => Entities.Single(spec => spec.Name == entity);

    private static INamedTypeSymbol Symbol(string type) => Client.GetTypeByMetadataName("Media.AzureV2." + type)!;
}
