using System.Reflection;
using System.Runtime.CompilerServices;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Runtime;
using Microsoft.CodeAnalysis;

namespace MediaOps.Generator.Tests;

/// <summary>Parents and children, also where names and paths make it hard.</summary>
public sealed class RelativesTests
{
    [Fact]
    public void A_parent_leads_to_its_children_and_a_child_to_its_parent()
    {
        Client client = Client.Of([Schemas.SmallService(), Schemas.SmallEntity("Studio1"), Child("Encoder", "Studio1")]);

        Assert.Same(client.Type("EncoderCollection"), client.Type("Studio1").GetProperty("Encoders")!.PropertyType);
        Assert.Same(client.Type("Studio1"), client.Type("Encoder").GetProperty("Studio1")!.PropertyType);
        Assert.NotNull(client.Type("Encoder").GetMethod("GetStudio1Async"));
        EntityDefinition definition = Definition(client, "Encoder");
        Assert.Equal(("state", "Studio1s/abc/Encoders"), (definition.StatePath, definition.ListByParent!.Path.Expand(PathValues.Of(definition.ParentProperty!, "abc")).TrimStart('/')));
    }

    [Fact]
    public void An_entity_among_its_own_kind_has_a_member_named_Parent()
    {
        Client client = Client.Of([Schemas.SmallService(), Child("Folder", "Folder")]);

        Assert.Same(client.Type("Folder"), client.Type("Folder").GetProperty("Parent")!.PropertyType);
        Assert.Same(client.Type("FolderCollection"), client.Type("Folder").GetProperty("Folders")!.PropertyType);
        Assert.Equal("Folder", Definition(client, "Folder").Name);
        Assert.NotNull(Field(client, "Folder", "Binding"));
    }

    [Fact]
    public void A_service_without_interfaces_is_asked_for_its_classes()
    {
        Client client = Client.Of([Schemas.SmallService(), Schemas.SmallEntity("Encoder")]);

        Assert.Contains(typeof(IQueryable<>).MakeGenericType(client.Type("Encoder")), client.Type("EncoderCollection").GetInterfaces());
    }

    [Theory]
    [InlineData("Encoder", "\"Parent\": { \"type\": \"string\" },", "Parent")]
    [InlineData("Studio1", "\"Studio1\": { \"type\": \"string\" },", "Studio1")]
    [InlineData("Studio1", "\"GetStudio1Async\": { \"type\": \"string\" },", "GetStudio1Async")]
    [InlineData("Refresh", "", "Refresh")]
    [InlineData("Nobody", "", "Nobody")]
    public void What_cannot_lead_to_a_parent_compiles_and_is_reported(string parent, string property, string named)
    {
        SchemaText[] files = [.. new[] { Schemas.SmallService(), Child("Encoder", parent, property) }.Concat(parent is "Nobody" or "Encoder" ? [] : [Schemas.SmallEntity(parent)])];

        Assert.Empty(Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
        Assert.Contains(Driver.Findings(files), finding => finding.GetMessage(null).Contains(named, StringComparison.Ordinal));
        Assert.DoesNotContain("Core.ParentAsync", Driver.Sources(files)["Studio.Encoder.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_collection_that_has_no_free_name_in_the_parent_compiles_and_is_reported()
    {
        foreach (string plural in new[] { "Name", "Start", "Refresh", "Studio1", "UpdateAsync", "StateText" })
        {
            SchemaText[] files = [Schemas.SmallService(), Schemas.SmallEntity("Studio1"), Child("Encoder", "Studio1").With("\"entity\": \"Encoder\",", "\"entity\": \"Encoder\", \"plural\": \"" + plural + "\",")];

            Assert.Empty(Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
            Assert.NotEmpty(Driver.Findings(files));
            Assert.DoesNotContain("EncoderCollection", Driver.Sources(files)["Studio.Studio1.g.cs"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Entities_that_are_each_others_parents_are_defined_all_the_same()
    {
        Client client = Client.Of([Schemas.SmallService(), Child("Hen", "Egg"), Child("Egg", "Hen")]);

        foreach (string entity in new[] { "Hen", "Egg" })
        {
            RuntimeHelpers.RunClassConstructor(client.Type(entity + "Definition").TypeHandle);
            Assert.Equal(entity, Definition(client, entity).Name);
        }
    }

    [Fact]
    public void Children_that_are_listed_by_their_parent_alone_can_be_asked_for_too()
    {
        SchemaText child = Child("Encoder", "Studio1").With("\"list\": { \"http\": \"GET /Encoders\" },", "");
        Client client = Client.Of([Schemas.SmallService(), Schemas.SmallEntity("Studio1"), child]);

        Assert.Null(Definition(client, "Encoder").List);
        Assert.NotNull(client.Type("EncoderCollection").GetMethod("ListAsync"));
    }

    [Fact]
    public void An_entity_that_nobody_can_list_is_no_source_of_queries()
    {
        SchemaText entity = Schemas.SmallEntity("Encoder").With("\"list\": { \"http\": \"GET /Encoders\" },", "");
        Client client = Client.Of([Schemas.SmallService(), entity]);

        Assert.Empty(client.Type("EncoderCollection").GetInterfaces());
        Assert.Null(client.Type("EncoderCollection").GetMethod("Where"));
    }

    [Fact]
    public void Queries_may_name_single_values_at_any_depth_but_no_secrets()
    {
        Client client = Client.Of(
        [
            Schemas.SmallService(),
            Schemas.SmallEntity(
                "Encoder",
                properties: "\"Key\": { \"type\": \"string\", \"secret\": true }, \"Input\": { \"type\": \"Input\", \"wire\": \"settings.input\" }, \"Tags\": { \"type\": \"string[]\" },",
                types: "\"Input\": { \"properties\": { \"Color\": { \"type\": \"Color\" }, \"Next\": { \"type\": \"Input\" } } }, \"Color\": { \"enum\": { \"DeepRed\": { \"wire\": \"deep-red\" } } }"),
        ]);
        var members = (QueryMember[])Field(client, "Encoder", "QueryMembers");

        Assert.InRange(members.Length, 10, 256);
        Assert.Contains(members, member => (member.Name, member.WirePath) == ("Input.Next.Color", "settings/input/next/color"));
        Assert.DoesNotContain(members, member => member.Name is "Key" or "Tags" or "Input");
        QueryMember color = members.Single(member => member.Name == "Input.Color");
        Assert.Equal("deep-red", color.EnumText!(Enum.Parse(client.Type("Color"), "DeepRed")));
    }

    [Theory]
    [InlineData("\"type\": \"bool\"", "true", "true")]
    [InlineData("\"type\": \"int\"", "7", "7")]
    [InlineData("\"type\": \"string\", \"required\": true", "high", "\"high\"")]
    [InlineData("\"type\": \"Color\"", "DeepRed", "\"deep-red\"")]
    public void A_value_that_an_action_needs_is_told_as_the_text_that_is_compared(string type, string needed, string json)
    {
        SchemaText entity = Schemas.SmallEntity("Encoder", properties: "\"Mode\": { " + type + " },", types: "\"Color\": { \"enum\": { \"DeepRed\": { \"wire\": \"deep-red\" } } }")
            .With("\"from\": \"Running\",", "\"from\": \"Running\", \"requires\": { \"self\": { \"Mode\": \"" + needed + "\" } },");
        Client client = Client.Of([Schemas.SmallService(), entity]);
        string definition = Driver.Sources(Schemas.SmallService(), entity)["Studio.EncoderDefinition.g.cs"];

        Assert.Equal(needed == "DeepRed" ? "deep-red" : needed, Told(client, "{ \"mode\": " + json + " }"));
        Assert.Contains("RequirementDefinition.Self(\"Mode\", \"" + (needed == "DeepRed" ? "deep-red" : needed) + "\")", definition, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(Told(client, "{ }")));
    }

    [Fact]
    public void A_value_that_the_schema_does_not_know_is_told_as_not_known()
    {
        SchemaText entity = Schemas.SmallEntity("Encoder", properties: "\"Mode\": { \"type\": \"Color\" },", types: "\"Color\": { \"enum\": { \"Red\": null } }")
            .With("\"from\": \"Running\",", "\"from\": \"Running\", \"requires\": { \"self\": { \"Mode\": \"Red\" } },");

        Assert.Null(Told(Client.Of([Schemas.SmallService(), entity]), "{ \"mode\": \"Ultraviolet\" }"));
    }

    private static SchemaText Child(string name, string parent, string property = "") => Schemas
        .SmallEntity(name, properties: "\"OwnerId\": { \"type\": \"string\", \"access\": \"createOnly\", \"required\": true }," + property)
        .With("\"entity\": \"" + name + "\",", "\"entity\": \"" + name + "\", \"parent\": { \"entity\": \"" + parent + "\", \"by\": \"OwnerId\", \"list\": \"GET /" + parent + "s/{OwnerId}/" + name + "s\" },");

    private static EntityDefinition Definition(Client client, string entity) => (EntityDefinition)Field(client, entity, "Entity");

    private static object Field(Client client, string entity, string name) =>
        client.Type(entity + "Definition").GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    /// <summary>Reads an entity by the generated reader and asks the binding for the value of Mode.</summary>
    private static string? Told(Client client, string json) => (string?)typeof(RelativesTests)
        .GetMethod(nameof(ToldBy), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(client.Type("Encoder"), client.Type("EncoderData"))
        .Invoke(null, [Field(client, "Encoder", "Binding"), json]);

    private static string? ToldBy<TEntity, TData>(EntityBinding<TEntity, TData> binding, string json)
        where TEntity : class
        where TData : class, IEntityData<TData>
    {
        var reader = new System.Text.Json.Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        return binding.ValueOf!(binding.Read(ref reader), "Mode");
    }
}
