using System.Reflection;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Schema;

namespace MediaOps.Generator.Tests;

/// <summary>There and back: what a schema says of states is read from the attributes of the compiled client, and must be what the schema says.</summary>
public sealed class AttributeTests
{
    private static readonly EquatableArray<EntitySpec> Entities = SchemaSet.Load(Schemas.AmsV2.Select(file => (file.Path, file.Text!))).Services.Single().Entities;
    private static readonly EntitySpec Channel = Entities.Single(entity => entity.Name == "Channel");
    private static readonly Client Client = Client.Of(Schemas.AmsV2);

    public static TheoryData<string, string, string, bool> Forms { get; } = new(
        from entity in Entities
        from action in entity.Actions.Append(entity.Update!).Append(entity.Delete!)
        from form in new[] { (action.Name, false), (action.Name + "Async", false), ("Send" + action.Name + "Operation", true), ("Send" + action.Name + "OperationAsync", true) }
        select (entity.Name, action.Name, form.Item1, form.Item2));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_form_on_class_and_interface_says_what_the_schema_says(string entity, string name, string form, bool send)
    {
        EntitySpec spec = Entities.Single(spec => spec.Name == entity);
        ActionSpec action = EntityActions.Of(spec).Single(action => action.Name == name);
        IEnumerable<(string, Relation, string)> requires = action.Requires.Children.Select(children => (children.Entity, Relation.Children, string.Join(' ', children.States)));
        if (action.Requires.Parent.Count > 0)
        {
            requires = requires.Append((spec.Parent!.Entity, Relation.Parent, string.Join(' ', action.Requires.Parent)));
        }

        foreach (Type type in new[] { Client.Type(entity), Client.Type("I" + entity) })
        {
            MethodInfo method = type.GetMethod(form)!;
            StateTransitionAttribute transition = method.GetCustomAttribute<StateTransitionAttribute>()!;

            Assert.Equal(action.From!.Value, transition.From);
            Assert.Equal(action.Via, transition.Via ?? []);
            Assert.Equal(action.To, transition.To ?? []);
            Assert.Equal(action.OnFailure, transition.OnFailure ?? []);
            Assert.Equal(action.Inferred, transition.Inferred);
            Assert.Equal(action.Kind == ActionKind.Delete, transition.Deletes);
            Assert.Equal(send, transition.Send);
            Assert.Equal(action.To.Count == 0 && !(send && action.Via.Count > 0), method.IsDefined(typeof(StateNeutralAttribute)));
            Assert.Equal(action.Requires.Self, method.GetCustomAttributes<RequiresValueAttribute>().Select(value => new NamedText(value.Property, value.Value)));
            Assert.Equal(requires, method.GetCustomAttributes<RequiresStateAttribute>().Select(state => (state.Entity.Name, state.Relation, string.Join(' ', state.States))));
        }
    }

    [Fact]
    public void Every_state_that_an_attribute_names_is_in_the_enum_that_it_points_to()
    {
        Type stateEnum = Client.Type("Channel").GetCustomAttribute<StatefulAttribute>()!.StateEnum;

        Assert.Same(Client.Type("ChannelState"), stateEnum);
        Assert.Same(stateEnum, Client.Type("IChannel").GetCustomAttribute<StatefulAttribute>()!.StateEnum);
        Assert.Equal(Channel.State!.Values.Select(value => value.Name).Prepend("Unknown"), Enum.GetNames(stateEnum));
        Assert.Equal(0, Convert.ToInt32(Enum.Parse(stateEnum, "Unknown"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_create_that_can_ask_for_a_state_names_all_of_them_and_one_that_cannot_names_the_initial_one()
    {
        MethodInfo[] creates = [.. Client.Type("ChannelCollection").GetMethods().Where(method => method.Name.Contains("Create", StringComparison.Ordinal))];

        Assert.Equal(8, creates.Length);
        Assert.All(creates, create =>
        {
            bool asks = create.GetParameters()[0].Name == "options";
            Assert.Equal(asks ? ["Stopped", "Running"] : ["Stopped"], create.GetCustomAttribute<InitialStateAttribute>()!.States);
        });
    }

    [Fact]
    public void A_property_that_an_update_can_send_names_the_states_that_allow_it()
    {
        foreach (PropertySpec property in Channel.Properties)
        {
            string[]? states = Client.Type("Channel").GetProperty(property.Name)!.GetCustomAttribute<UpdatableInAttribute>()?.States;
            Assert.Equal(property.Access == PropertyAccess.ReadWrite ? ["Stopped"] : null, states);
        }
    }

    [Fact]
    public void A_read_tells_that_the_state_is_known_anew() =>
        Assert.All(["Refresh", "RefreshAsync"], name => Assert.True(Client.Type("Channel").GetMethod(name)!.IsDefined(typeof(StateRefreshAttribute))));

    [Fact]
    public void The_assembly_lists_every_method_that_depends_on_a_state_or_returns_the_operation_that_makes_one()
    {
        StatefulServiceAttribute service = Client.Assembly.GetCustomAttribute<StatefulServiceAttribute>()!;
        IEnumerable<string> marked = Client.Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(StateTransitionAttribute), inherit: false)
                || (method.IsDefined(typeof(InitialStateAttribute), inherit: false) && method.Name.StartsWith("Send", StringComparison.Ordinal)))
            .Select(method => method.Name);

        Assert.Equal("AmsV2", service.Service);
        Assert.Equal(marked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), service.ActionNames);
    }

    [Fact]
    public void Conditions_on_other_entities_name_their_type_and_their_states()
    {
        SchemaText parent = Schemas.SmallEntity("Studio1").With("\"from\": \"Running\",", "\"from\": \"Running\", \"requires\": { \"children\": { \"Encoder\": \"Stopped\" } },");
        SchemaText child = Schemas.SmallEntity("Encoder", properties: "\"StudioId\": { \"type\": \"string\", \"access\": \"createOnly\", \"required\": true },")
            .With("\"entity\": \"Encoder\",", "\"entity\": \"Encoder\", \"parent\": { \"entity\": \"Studio1\", \"by\": \"StudioId\" },")
            .With("\"from\": \"Running\",", "\"from\": \"Running\", \"requires\": { \"parent\": \"Running\" },");
        Client client = Client.Of([Schemas.SmallService(), parent, child]);

        RequiresStateAttribute children = client.Type("Studio1").GetMethod("Stop")!.GetCustomAttribute<RequiresStateAttribute>()!;
        Assert.Equal((client.Type("Encoder"), Relation.Children, "Stopped"), (children.Entity, children.Relation, Assert.Single(children.States)));
        RequiresStateAttribute above = client.Type("Encoder").GetMethod("Stop")!.GetCustomAttribute<RequiresStateAttribute>()!;
        Assert.Equal((client.Type("Studio1"), Relation.Parent, "Running"), (above.Entity, above.Relation, Assert.Single(above.States)));
    }
}
