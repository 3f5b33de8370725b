using System.Reflection;
using MediaOps.Generator.Model;
using MediaOps.Generator.Pipeline;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Generator.Writing;
using MediaOps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaOps.Generator.Tests;

/// <summary>Schema files come from anywhere. Whatever they say, what is generated compiles, and nothing of it is code that a text brought in.</summary>
public sealed class HostileTests
{
    /// <summary>Names that generated code, C# or the framework uses for something else.</summary>
    private static readonly string[] Names =
    [
        "Core", "Refresh", "RefreshAsync", "Equals", "GetType", "ToString", "GetHashCode", "Finalize", "MemberwiseClone", "WireNames", "Wire", "StateText", "Encoder", "EncoderData", "EncoderState",
        "EncoderCreationOptions", "EncoderCollection", "EncoderActions", "EncoderDefinition", "IEncoder", "Parameters", "Read", "Write", "Copy", "Validate", "Make", "Entity", "Binding", "Updatable",
        "Object", "Object1", "String", "System", "MediaOps", "Task", "Operation", "PollingOptions", "Text", "Parse", "Value", "Item", "Length", "StartAsync", "SendStartOperation", "Start", "Polling",
        "CancellationToken", "Options", "Event", "Class", "Namespace", "Create", "Get", "List", "Update", "Delete", "Dispose", "Acme", "Studio", "StudioClient", "StudioService", "SharedTypes", "Unknown",
        "Result", "Reader", "Writer", "Validation", "Credential", "Endpoint", "Operations", "Other", "OtherJson", "OtherWire", "OtherText", "Connection", "NotConnected",
        "CONNECTION", "CORE", "OPTIONS", "OPERATIONS", "ENCODERs", "UPDATE", "LIST", "CREATE", "START",
        "Await", "Predicate", "IsKnown", "ParseOptional", "TextOrNull", "GetErrorCode", "OptionsValue", "EncoderDataJson",
    ];

    private const string Evil = "\"; } class Injected { } // */ </summary> \\\" \u2028 class Injected { } \u2029 \u0085 \r\n#error Injected\n class Injected { } \0 \u202e {0} {{ }} & ' ` \ud800 \ufeff";

    [Fact]
    public void Any_name_of_a_property_compiles_or_is_reported() => Check(
        Schemas.SmallEntity("Encoder", properties: Each("\"{0}\": { \"type\": \"string\", \"wire\": \"x{0}\" },")),
        "properties/{0}",
        (client, name) => client.Type("Encoder").GetProperty(name) is not null);

    [Fact]
    public void Any_name_of_a_property_with_an_open_enum_compiles_or_is_reported() => Check(
        Schemas.SmallEntity("Encoder", properties: Each("\"{0}\": { \"type\": \"Color\", \"wire\": \"x{0}\" },"), types: "\"Color\": { \"enum\": { \"Red\": null } }"),
        "properties/{0}",
        (client, name) => client.Type("Encoder").GetProperty(name) is not null);

    [Fact]
    public void Any_name_of_an_action_compiles_or_is_reported() => Check(
        Schemas.SmallEntity("Encoder", actions: Each("\"{0}\": {{ \"http\": \"POST /e/{{Id}}/x\", \"from\": \"Running\", \"to\": \"Running\", \"tracking\": \"operation\", \"parameters\": {{ \"{0}\": {{ \"type\": \"int\" }} }} }},".Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal))),
        "actions/{0}",
        (client, name) => client.Type("Encoder").GetMethods().Any(method => method.Name == name && method.GetParameters().Length == 3));

    [Fact]
    public void Any_name_of_a_parameter_compiles() => Check(
        Schemas.SmallEntity("Encoder", actions: "\"Zoom\": { \"http\": \"POST /e/{Id}/x\", \"from\": \"Running\", \"to\": \"Running\", \"tracking\": \"operation\", \"parameters\": { "
            + Each("\"{0}\": { \"type\": \"int\" },").TrimEnd(',') + " } },"),
        "actions/Zoom",
        (client, name) => client.Type("Encoder").GetMethod("Zoom") is not null);

    [Fact]
    public void Any_name_of_a_type_compiles_or_is_reported() => Check(
        Schemas.SmallEntity("Encoder", types: Each("\"{0}\": { \"properties\": { \"A\": { \"type\": \"string\" } } },").TrimEnd(','), properties: Each("\"P{0}\": { \"type\": \"{0}\" },")),
        "types/{0}",
        (client, name) => client.Assembly.GetTypes().Any(type => type.Name == name));

    [Fact]
    public void Any_name_of_an_enum_compiles_or_is_reported() => Check(
        Schemas.SmallEntity("Encoder", types: Each("\"{0}\": { \"enum\": { \"A\": null } },").TrimEnd(','), properties: Each("\"P{0}\": { \"type\": \"{0}\" },")),
        "types/{0}",
        (client, name) => client.Assembly.GetTypes().Any(type => type.Name == name));

    [Fact]
    public void Any_name_of_a_parameter_of_a_list_and_of_an_interface_compiles()
    {
        string parameters = ", \"parameters\": { " + Each("\"{0}\": { \"type\": \"int\", \"in\": \"query\" },").TrimEnd(',') + " }";
        SchemaText entity = Schemas.SmallEntity("Encoder")
            .With("\"GET /Encoders\"", "\"GET /Encoders\"" + parameters)
            .With("\"POST /Encoders/{Id}/start\"", "\"POST /Encoders/{Id}/start\"" + parameters);

        Assert.Equal([], Driver.Problems(Driver.Generate(Driver.Compilation(""), Schemas.SmallService().With("\"service\"", "\"interfaces\": true, \"service\""), entity)));
    }

    [Fact]
    public void Any_name_of_a_part_of_the_address_compiles_or_is_reported()
    {
        SchemaText entity = Schemas.SmallEntity("Encoder", properties: Each("\"{0}\": { \"type\": \"string\", \"in\": \"path\" },"))
            .With("\"GET /Encoders/{Id}\"", "\"GET /" + string.Join('/', Names.Select(name => "{" + name + "}")) + "/{Id}\"");

        Assert.Equal([], Driver.Problems(Driver.Generate(Driver.Compilation(""), Schemas.SmallService(), entity)));
    }

    /// <summary>All of ams-v2, so that no kind of generated type is forgotten when one is added.</summary>
    [Fact]
    public void A_type_named_like_any_generated_type_is_reported_and_breaks_nothing()
    {
        string[] generated = [.. Driver.Generate(Driver.Compilation(""), Schemas.AmsV2).SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<NamespaceDeclarationSyntax>())
            .SelectMany(part => part.Members.OfType<BaseTypeDeclarationSyntax>())
            .Select(type => type.Identifier.ValueText)
            .Distinct(StringComparer.Ordinal)];
        string types = string.Join(",", generated.Select(name => $$""" "{{name}}": { "properties": { "A": { "type": "string" } } } """));
        SchemaText[] files = Schemas.AmsV2With(Schemas.Program.With("\"properties\": {", "\"types\": { " + types + " },\n  \"properties\": {"));
        IReadOnlyList<Diagnostic> findings = Driver.Findings(files);

        Assert.Contains("ChannelCollection", generated);
        Assert.Equal([], Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
        Assert.All(generated, name => Assert.Contains(findings, finding => finding.GetMessage(null).Contains("'" + name + "'", StringComparison.Ordinal)));
    }

    [Fact]
    public void Any_name_of_a_member_of_a_type_compiles_or_is_reported() => Check(
        Schemas.SmallEntity("Encoder", types: "\"Settings\": { \"properties\": { " + Each("\"{0}\": { \"type\": \"Color\", \"wire\": \"x{0}\" },").TrimEnd(',') + " } }, \"Color\": { \"enum\": { \"Red\": null } }", properties: "\"Settings\": { \"type\": \"Settings\" },"),
        "types/Settings/properties/{0}",
        (client, name) => client.Type("Settings").GetProperty(name) is not null);

    [Fact]
    public void Any_name_of_an_enum_value_compiles_or_is_reported() => Check(
        Schemas.SmallEntity("Encoder", types: "\"Color\": { \"enum\": { " + Each("\"{0}\": { \"wire\": \"x{0}\" },").TrimEnd(',') + " } }", properties: "\"Color\": { \"type\": \"Color\" },"),
        "types/Color/enum/{0}",
        (client, name) => Enum.GetNames(client.Type("Color")).Contains(name, StringComparer.Ordinal));

    [Fact]
    public void Any_name_of_an_entity_compiles_or_is_reported()
    {
        SchemaText[] files = [Schemas.SmallService(), Schemas.SmallEntity("Encoder"), .. Names.Where(name => name != "Encoder").Select(name => Schemas.SmallEntity(name))];
        IReadOnlyList<Diagnostic> findings = Driver.Findings(files);
        var client = Client.Of(files);

        Assert.All(Names, name => Assert.True(
            client.Assembly.GetTypes().Any(type => type.Name == name + "Collection") || findings.Any(finding => finding.Location.GetLineSpan().Path.EndsWith("/" + name + ".json", StringComparison.Ordinal)),
            name + " is neither generated nor reported"));
    }

    [Fact]
    public void Words_in_wire_names_and_patterns_are_written_as_they_are_and_bring_no_code()
    {
        SchemaText[] files =
        [
            Schemas.SmallService(),
            Schemas.SmallEntity("Encoder", properties: """
                "Quote": { "type": "string", "wire": "a\"b\\c", "pattern": "^[\"\\\\]+$", "description": "A \"quote\" </summary> &amp; <b>" },
                "Plus": { "type": "int", "wire": "@a+b&c<d>" },
                """),
        ];
        Compilation output = Driver.Generate(Driver.Compilation(""), files);

        Assert.Empty(Driver.Problems(output));
        AssertNothingInjected(output);
    }

    [Fact]
    public void Emitters_escape_every_text_even_if_the_checks_had_let_it_through()
    {
        SchemaIndex index = FileFacts.Index([.. Schemas.AmsV2.Select(file => FileFacts.Of(Spec(file)))]);
        EntityModel[] entities = [.. Schemas.AmsV2.Select(file => Models.Entity(Spec(file), index)).OfType<EntityModel>()];
        ServiceModel service = Models.Service(Spec(Schemas.AmsV2Service), index)!;
        IEnumerable<GeneratedSource> sources = entities.SelectMany(entity => Sources.Entity((EntityModel)Poison(entity)!)).Concat(Sources.Service((ServiceModel)Poison(service)!)).OfType<GeneratedSource>();
        CSharpCompilation output = Driver.Compilation("").AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(documentationMode: DocumentationMode.Diagnose))));

        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
        AssertNothingInjected(output);
        Assert.All(sources, source => Assert.DoesNotContain(source.Text, c => c is '\0' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\u202e'));
    }

    [Fact]
    public void A_literal_means_the_text_that_it_was_made_of()
    {
        var everything = new string([.. Enumerable.Range(0, 0x10000).Select(code => (char)code)]);
        ExpressionSyntax literal = SyntaxFactory.ParseExpression(Literal.Text(everything));

        Assert.Empty(literal.GetDiagnostics());
        Assert.Equal(everything, ((LiteralExpressionSyntax)literal).Token.ValueText);
    }

    [Fact]
    public void Any_name_of_a_collection_compiles_or_is_reported() => Assert.All(Names, name =>
    {
        SchemaText[] files = [Schemas.SmallService(), Schemas.SmallEntity("Encoder").With("\"entity\": \"Encoder\",", $"\"entity\": \"Encoder\", \"plural\": \"{name}\",")];

        Assert.Equal([], Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
        Assert.True(
            Driver.Sources(files)["Studio.StudioClient.g.cs"].Contains("EncoderCollection " + name + " =>", StringComparison.Ordinal)
                || Driver.Findings(files).Any(finding => finding.GetMessage(null).Contains("'" + name + "'", StringComparison.Ordinal)),
            name + " is neither generated nor reported");
    });

    [Theory]
    [InlineData("URLS", "Urls")]
    [InlineData("Urls", "URLs")]
    public void Collections_whose_names_differ_by_case_compile_and_are_reported(string one, string other)
    {
        SchemaText[] files = [Schemas.SmallService(), Plural("Encoder", one), Plural("Mixer", other)];

        Assert.Equal([], Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
        Assert.Equal(2, Driver.Findings(files).Count(finding => finding.Id == "MOPS0102"));

        static SchemaText Plural(string entity, string plural) => Schemas.SmallEntity(entity).With($"\"entity\": \"{entity}\",", $"\"entity\": \"{entity}\", \"plural\": \"{plural}\",");
    }

    [Fact]
    public void A_singleton_whose_field_the_client_has_already_is_reported_and_breaks_nothing()
    {
        SchemaText[] files = [Schemas.SmallService(), new("/project/schema/studio/CONNECTION.json", """{ "entity": "CONNECTION", "singleton": true, "actions": { "Reset": { "http": "POST /reset" } } }""")];

        Assert.Equal([], Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
        Assert.Contains(Driver.Findings(files), finding => finding.Id == "MOPS0103" && finding.GetMessage(null).Contains("'CONNECTION'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LIST")]
    [InlineData("UPDATE")]
    [InlineData("CREATE")]
    public void An_action_that_differs_from_a_verb_of_the_lifecycle_by_case_compiles_or_is_reported(string name)
    {
        const string Parameters = "\"parameters\": { \"Depth\": { \"type\": \"int\", \"in\": \"query\" } }";
        SchemaText entity = Schemas.SmallEntity("Encoder", actions: "\"" + name + "\": { \"http\": \"POST /e/{Id}/x\", \"from\": \"Running\", \"to\": \"Running\", " + Parameters + " },")
            .With("\"GET /Encoders\"", "\"GET /Encoders\", " + Parameters)
            .With("\"PATCH /Encoders/{Id}\"", "\"PATCH /Encoders/{Id}\", " + Parameters)
            .With("\"POST /Encoders\"", "\"POST /Encoders\", " + Parameters);
        SchemaText[] files = [Schemas.SmallService(), entity];

        Assert.Equal([], Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
        Assert.True(Client.Of(files).Type("Encoder").GetMethod(name) is not null || Driver.Findings(files).Any(finding => finding.GetMessage(null).Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_overload_that_names_what_the_address_fills_is_reported_and_breaks_nothing()
    {
        SchemaText entity = Schemas.SmallEntity("Encoder", properties: "\"Site\": { \"type\": \"string\", \"required\": true, \"access\": \"createOnly\", \"in\": \"path\" },")
            .With("\"POST /Encoders\"", "\"POST /{Site}/Encoders\", \"overloads\": [{ \"site\": \"Site\" }]")
            .With("\"GET /Encoders\"", "\"GET /{Site}/Encoders\"")
            .With("\"GET /Encoders/{Id}\"", "\"GET /{Site}/Encoders/{Id}\"");
        SchemaText[] files = [Schemas.SmallService(), entity];

        Assert.Equal([], Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
        Assert.Contains(Driver.Findings(files), finding => finding.GetMessage(null).Contains("'Site'", StringComparison.Ordinal));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("""{ "Left": { "properties": { "Right": { "type": "Right" } } }, "Right": { "properties": { "Left": { "type": "Left" } } } }""")]
    [InlineData("""{ "Left": { "properties": { "Next": { "type": "Left" } } } }""")]
    [InlineData("""{ "Left": { "properties": { "Next": { "type": "Left" }, "Other": { "type": "Left" }, "Third": { "type": "Left" }, "Name": { "type": "string" } } } }""")]
    public Task Types_that_name_each_other_are_generated(string types) => Task.Run(
        () =>
        {
            SchemaText[] files = [Schemas.SmallService(), Schemas.SmallEntity("Encoder", types: types[1..^1], properties: "\"Tree\": { \"type\": \"Left\" },")];

            Assert.Empty(Driver.Findings(files));
            Assert.Equal([], Driver.Problems(Driver.Generate(Driver.Compilation(""), files)));
        },
        TestContext.Current.CancellationToken);

    private static FileSpec Spec(SchemaText file) => FileSpec.Of(SchemaParser.Parse(file.Text!, file.Path, SchemaFiles.KindOf(file.Path)), null);

    private static string Each(string template) => string.Join("\n", Names.Select(name => template.Replace("{0}", name, StringComparison.Ordinal)));

    /// <summary>Everything compiles, and each name is there or has a finding.</summary>
    private static void Check(SchemaText entity, string member, Func<Client, string, bool> isThere)
    {
        SchemaText[] files = [Schemas.SmallService(), entity];
        IReadOnlyList<Diagnostic> findings = Driver.Findings(files);
        var client = Client.Of(files);

        Assert.All(Names, name =>
        {
            bool reported = findings.Any(finding => finding.GetMessage(null).Contains("'" + name + "'", StringComparison.Ordinal)
                || finding.GetMessage(null).Contains(" " + name, StringComparison.Ordinal)
                || finding.GetMessage(null).Contains("'" + name + "Text'", StringComparison.Ordinal));
            Assert.True(reported || isThere(client, name), member.Replace("{0}", name, StringComparison.Ordinal) + " is neither generated nor reported");
        });
    }

    private static void AssertNothingInjected(Compilation compilation)
    {
        foreach (SyntaxNode root in compilation.SyntaxTrees.Select(tree => tree.GetRoot()))
        {
            Assert.DoesNotContain(root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>(), type => type.Identifier.ValueText == "Injected");
            Assert.DoesNotContain(root.DescendantTrivia(), trivia => trivia.IsKind(SyntaxKind.ErrorDirectiveTrivia));
        }
    }

    /// <summary>A copy of a model in which every text that is not a name says something evil.</summary>
    private static object? Poison(object? value)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || value is TimeSpan)
        {
            return value;
        }

        Type type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            Type element = type.GetGenericArguments()[0];
            Array items = Array.CreateInstance(element, ((System.Collections.ICollection)((System.Collections.IEnumerable)value).Cast<object>().ToList()).Count);
            int index = 0;
            foreach (object item in (System.Collections.IEnumerable)value)
            {
                items.SetValue(Poison(item), index++);
            }

            return Activator.CreateInstance(type, items);
        }

        string[] texts = ["Description", "Wire", "Pattern", "Path", "PollPath", "CodeBody", "MessageBody", "RequestIdHeader", "ContentType", "Endpoint", "Value", "Version", "Category", "Example", "Method", "HandleBody", "ErrorCodePath"];
        ConstructorInfo constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public).OrderByDescending(candidate => candidate.GetParameters().Length).First();
        object?[] arguments = [.. constructor.GetParameters().Select(parameter =>
        {
            object? argument = type.GetProperty(parameter.Name!)!.GetValue(value);
            return parameter.ParameterType == typeof(string) && texts.Contains(parameter.Name, StringComparer.Ordinal) ? argument + Evil : Poison(argument);
        })];
        return constructor.Invoke(arguments);
    }
}
