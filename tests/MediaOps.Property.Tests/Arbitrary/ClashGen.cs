using FsCheck;
using FsCheck.Fluent;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>
/// Small schemas whose names get in each other's way: all of a schema are drawn from one short list of a few words, of what generated code makes of these words, and of
/// names that C#, the framework and the runtime have already. Some of the schemas are wrong; nobody knows which but the checks.
/// </summary>
internal static class ClashGen
{
    private static readonly string[] Roots = ["Camera", "Status", "Value", "Start", "Text", "Job", "Update", "Delete", "Await", "Create", "List", "Read"];

    /// <summary>What generated code makes of a word.</summary>
    private static readonly string[] Made =
    [
        "{0}Text", "{0}Json", "{0}Wire", "{0}State", "{0}StateWire", "{0}StateText", "{0}Data", "{0}DataJson", "{0}Definition", "{0}Actions", "{0}Collection", "{0}CreationOptions", "{0}CreationOptionsJson",
        "{0}Arguments", "{0}StartArguments", "{0}ListArguments", "{0}Types", "I{0}", "{0}s", "{0}Async", "Send{0}Operation", "Send{0}OperationAsync", "Get{0}", "Get{0}Async", "Get{0}Operation",
        "{0}Operation", "{0}Service", "{0}Errors", "{0}Client", "{0}Value", "{0}Of", "{0}Tracking", "Get{0}OperationAsync",
    ];

    /// <summary>What somebody has already.</summary>
    private static readonly string[] Had =
    [
        "Core", "Refresh", "RefreshAsync", "Equals", "GetType", "ToString", "GetHashCode", "Finalize", "MemberwiseClone", "ReferenceEquals", "WireNames", "SharedTypes", "StateText", "State", "Parent",
        "Parameters", "Write", "Copy", "Validate", "Make", "Entity", "Binding", "Updatable", "QueryMembers", "Parse", "ParseOptional", "TextOrNull", "TextIfKnown", "IsKnown", "GetErrorCode", "Unknown",
        "Get", "TryGet", "Where", "AsQuery", "GetOperation", "Operations", "Connection", "NotConnected", "Predicate", "Polling", "CancellationToken", "Options", "OptionsValue", "Credential", "Endpoint",
        "EndpointValue", "Writer", "Reader", "Validation", "Item", "Id", "OperationId", "Nameof", "Class", "Event", "Namespace", "Var", "Dynamic", "Field", "Global", "System", "MediaOps", "Acme", "Studio",
        "Object", "String", "Task", "Operation", "Arguments", "Data", "Name", "Edits", "View", "Clone", "Definition", "Dispose",
    ];

    /// <summary>What each client has.</summary>
    private static readonly string[] OfClient = ["Operations", "Create", "Connection", "NotConnected"];

    private static readonly string[] Primitives = ["string", "bool", "int", "datetime", "json"];

    public static Gen<SchemaModel> Clashing { get; } =
        from names in Names()
        from service in Service(names)
        from shared in Types(names, 3)
        from count in Gen.Choose(1, 3)
        from own in Some(names, count)
        from first in Entity(names, own.Length > 0 ? own[0] : names[0], shared, parent: null)
        from others in Gen.CollectToArray(own.Skip(1), name => Entity(names, name, shared, first))
        select new SchemaModel(service.Name, service.Words, shared, [first, .. others]);

    /// <summary>The names of one schema: few, so that they meet.</summary>
    private static Gen<string[]> Names() =>
        from roots in Some(Roots, 3)
        from made in Some([.. roots.SelectMany(root => Made.Select(form => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, root)))], 10)
        from had in Some(Had, 5)
        from loud in Some([.. roots, .. made, .. had], 3)
        from mixed in Some([.. roots, .. made, .. had], 2)
        select roots.Concat(made).Concat(had).Concat(loud.Select(name => name.ToUpperInvariant())).Concat(mixed.Select(Mixed)).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>The name with another case of its letters but the first: it is another one, of which the same parameter or field may be made.</summary>
    private static string Mixed(string name) => name.Length < 3 ? name : name[..2].ToUpperInvariant() + name[2..];

    private static Gen<(string Name, string Words)> Service(string[] names) =>
        from name in Gen.Frequency((3, Gen.Constant("Studio")), (1, Gen.Elements(names)))
        from client in Maybe(names, "client")
        from codes in Maybe(names, "enum")
        from code in Gen.Elements(names)
        from interfaces in Gen.Elements("", """, "interfaces": true""")
        from options in Some(names, 2)
        from profile in Gen.Elements("operation", "Operation")
        select (name, client + interfaces + $$"""
            , "endpoint": "https://{{{options[0]}}}.example.com/api", "options": { "{{options[0]}}": { "type": "string" }, "{{options[1]}}": { "type": "string" } },
            "auth": [{ "scheme": "bearer" }],
            "tracking": { "operation": { "kind": "operation", "accepted": [202], "handle": { "header": "operation-id" }, "poll": "GET /operations/{Handle}/{{{options[1]}}}",
              "status": { "path": "status", "succeeded": ["Ok"], "failed": ["No"] } }, "{{profile}}2": { "kind": "status-url", "accepted": [202], "handle": { "header": "Location" }, "status": { "pendingHttp": [202] } } },
            "paging": { "style": "offset", "items": "value", "param": "$skip", "limit": "$top" },
            "errors": { "code": { "body": "error.code" }, "message": { "body": "error.message" }{{codes}}, "codes": { "{{code}}": { "category": "conflict" } } }
            """);

    private static Gen<EntityModel> Entity(string[] names, string name, IReadOnlyList<TypeModel> shared, EntityModel? parent) =>
        from types in Types(names, 1)
        let known = (TypeModel[])[.. shared, .. types]
        from own in Some(names, 7)
        from singleton in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from deep in Gen.Elements(false, true)
        let inside = deep && parent is not null && !singleton
        from stateful in Gen.Frequency((1, Gen.Constant(false)), (3, Gen.Constant(true)))
        from states in Some(names, 2)
        from properties in Members(own[3..6], known)
        from plural in Plural(names)
        from given in Some(names, 2).SelectMany(some => Members(some, known))
        from asked in Some(names, 1).SelectMany(some => Members(some, known))
        from actions in Some(names, 3)
        from custom in Gen.CollectToArray(actions, action => Action(names, action, PathOf(name, own, singleton, inside), stateful ? states : [], known))
        let needed = new PropertyModel?[]
        {
            singleton ? null : new(own[0], "string", """, "access": "readOnly" """, ""),
            parent is null || singleton ? null : new(own[1], "string", """, "required": true, "access": "createOnly" """ + (inside ? """, "in": "path" """ : ""), ""),
            stateful ? new(own[2], name + "State", """, "access": "readOnly" """, "") : null,
        }
        let identity = singleton ? """, "singleton": true""" : $$""", "id": { "property": "{{own[0]}}" }"""
        let relation = parent is null || singleton ? "" : $$""", "parent": { "entity": "{{parent.Name}}", "by": "{{own[1]}}", "list": "GET /{{parent.Name}}('{{{own[1]}}}')/{{name}}" }"""
        let life = stateful
            ? $$""", "state": { "property": "{{own[2]}}", "initial": "{{states[0]}}", "values": { "{{states[0]}}": { "kind": "stable" }, "{{states[1]}}": { "kind": "stable" } } }"""
            : ""
        select new EntityModel(name, identity + relation + plural + life, types, [.. needed.OfType<PropertyModel>()], properties, Verbs(name, PathOf(name, own, singleton, inside), singleton, stateful ? states : [], properties, given, asked), custom);

    private static string PathOf(string name, string[] own, bool singleton, bool inside) => "/" + name + (singleton ? "" : (inside ? "/{" + own[1] + "}" : "") + "/{" + own[0] + "}");

    private static string[] Verbs(string name, string place, bool singleton, string[] states, IReadOnlyList<PropertyModel> properties, IReadOnlyList<PropertyModel> given, IReadOnlyList<PropertyModel> asked)
    {
        string rule = states.Length == 0 ? "" : $$""", "from": ["{{states[0]}}", "{{states[1]}}"], "to": ["{{states[0]}}", "{{states[1]}}"]""";
        string all = place[..Math.Max(place.LastIndexOf('/'), 1)];
        string to = states.Length == 0 ? "" : $$""", "to": "{{states[0]}}" """;
        string overload = $$""", "overloads": [{ "{{char.ToLowerInvariant(properties[0].Name[0]) + properties[0].Name[1..]}}": "{{properties[0].Name}}" }]""";
        string[] ofMany =
        [
            $$""" "create": { "http": "POST {{all}}"{{to}}{{overload}}, "parameters": { {{Parameters(given)}} } }""",
            $$""" "list": { "http": "GET {{all}}", "parameters": { {{Parameters(asked)}} } }""",
        ];
        return [.. singleton ? [] : ofMany, $$""" "read": { "http": "GET {{place}}" }""", $$""" "update": { "http": "PATCH {{place}}"{{rule}} }"""];
    }

    private static string Parameters(IEnumerable<PropertyModel> parameters) => Json.Join(parameters.Select(parameter => parameter.Text()));

    private static Gen<ActionModel> Action(string[] names, string name, string place, string[] states, IReadOnlyList<TypeModel> known) =>
        from parameters in Some(names, 2).SelectMany(some => Members(some, known))
        from returns in Gen.Elements("", """, "returns": { "type": "int" }""", """, "returns": { "type": "string[]", "paged": true }""")
        from tracking in Gen.Elements("", """, "tracking": "operation" """)
        let rule = states.Length == 0 ? "" : $$""", "from": "{{states[0]}}", "to": ["{{states[0]}}", "{{states[1]}}"]"""
        select new ActionModel(name, $$""" "http": "POST {{place}}/{{name}}"{{rule}}{{returns}}{{tracking}}""", parameters);

    private static Gen<IReadOnlyList<TypeModel>> Types(string[] names, int most) =>
        from some in Some(names, most)
        from count in Gen.Choose(0, some.Length)
        from types in Gen.CollectToArray(some.Take(count), name => Gen.OneOf(
            Some(names, 3).Select(values => new TypeModel(name, values, [])),
            from members in Some(names, 3).SelectMany(own => Members(own, []))
            select new TypeModel(name, [], members)))
        select (IReadOnlyList<TypeModel>)types;

    private static Gen<IReadOnlyList<PropertyModel>> Members(string[] names, IReadOnlyList<TypeModel> known) =>
        from members in Gen.CollectToArray(names, name =>
            from type in known.Count == 0 ? Gen.Elements(Primitives) : Gen.OneOf(Gen.Elements(Primitives), Gen.Elements(known.Select(type => type.Name)))
            select new PropertyModel(name, type, "", ""))
        select (IReadOnlyList<PropertyModel>)members;

    private static Gen<string> Maybe(string[] names, string word) => Gen.Frequency(
        (2, Gen.Constant("")),
        (1, Gen.Elements(names).Select(name => ", \"" + word + "\": \"" + name + "\"")));

    /// <summary>A collection has its name from what meets in the client: names of other entities, and what each client has, in any case.</summary>
    private static Gen<string> Plural(string[] names) =>
        from name in Gen.OneOf(Gen.Elements(names[0], names[0] + "s", names[1]), Gen.Elements(names), Gen.Elements(OfClient))
        from cased in Gen.Elements(name, name.ToUpperInvariant(), Mixed(name))
        from word in Gen.Frequency((1, Gen.Constant("")), (2, Gen.Constant($", \"plural\": \"{cased}\"")))
        select word;

    private static Gen<string[]> Some(string[] names, int count) => Gen.Shuffle(names).Select(all => all.Take(count).ToArray());
}
