using FsCheck;
using FsCheck.Fluent;

namespace MediaOps.PropertyTests.Arbitrary;

/// <summary>
/// Random schemas that are valid and that generated clients support. Names come from pools of words that are allowed but awkward: C# and generated code use
/// them for something too. A pool per role keeps out clashes that are the author's mistake.
/// </summary>
internal static class SchemaGen
{
    /// <summary>Words of properties that nobody asks for by their value.</summary>
    private static readonly string[] Unasked = ["readOnly", "writeOnly", "secret"];

    private static readonly string[] Codes = ["Busy", "Missing", "Teapot"];
    private static readonly string[] EntityNames = ["Camera", "Mixer", "Program", "Event", "Class", "Record", "Namespace", "Job", "Default", "E"];
    private static readonly string[] SharedTypeNames = ["Color", "Point", "Protocol", "Address", "Values", "Items", "Ref"];
    private static readonly string[] TypeNames = ["Settings", "Input", "Output", "Policy", "Mode", "Reader", "Parameters", "Global"];
    private static readonly string[] EnumValues = ["None", "Red", "DarkBlue", "H264", "Default", "Parse", "Text", "Value", "Get", "IsSent", "Item"];
    private static readonly string[] StateNames = ["Idle", "Stopped", "Starting", "Running", "Error", "Ready", "Deleting", "None", "Parse", "Default", "Gone", "Is"];
    private static readonly string[] ActionNames = ["Start", "Stop", "Reset", "Zoom", "Wait", "Run", "Send", "Do", "Async", "Lock", "Await"];

    private static readonly string[] PropertyNames =
    [
        "Name", "Title", "Value", "Item", "Options", "Writer", "Text", "Kind", "Length", "Count", "A", "Z9", "Validation", "Json", "Data", "Wire", "Result", "Operation",
        "Endpoint", "Credential", "System", "MediaOps", "Task", "String", "Object", "DateTime", "Uri", "Guid", "Version", "Type", "Enum", "New", "Get", "Set", "Read",
        "Write", "Copy", "Validate", "Make", "Connection", "IPAddress", "Entity", "Binding", "Properties", "L" + new string('x', 63),
    ];

    private static readonly string[] ParameterNames = ["Name", "Options", "Writer", "Value", "Parameters", "Class", "Event", "Default", "Is", "Body", "Action", "Core", "Async", "X1", "String"];

    private static readonly string[] Primitives =
        ["string", "bool", "int", "long", "double", "decimal", "datetime", "duration", "guid", "uri", "json", "ipAddress", "version"];

    /// <summary>Descriptions, in which everything is allowed that can be read.</summary>
    private static readonly string[] Prose = ["Plain words.", "A <b>bold</b> & \"quoted\" 'word' */ // {0} \\", "</summary><summary>", "\u00fcber \u6f22\u5b57 \ud83c\udfa5", "]]> <![CDATA[ &amp; &#0;", "{{x}} /* # */"];

    /// <summary>Texts that stand in literals of generated code.</summary>
    private static readonly string[] Ascii = ["plain", "a\"b\\c", "{0}{{x}}", "<d>&'e", "//*/", "#error", " ", "%20$x@"];

    public static Gen<SchemaModel> Valid { get; } =
        from words in ServiceWords()
        from shared in Types(SharedTypeNames, [])
        from names in Gen.Shuffle(EntityNames)
        from count in Gen.Choose(1, 4)
        from entities in Entities([.. names.Take(count)], shared, [])
        select new SchemaModel("Studio", words, shared, entities);

    private static Gen<string> ServiceWords() => Words(
        Gen.Elements(
            """, "endpoint": "https://studio.example.com/api" """,
            """, "endpoint": "https://{Account}.example.com/{Region}/", "options": { "Account": { "type": "string", "required": true, "pattern": "^[a-z\"\\\\]+$" }, "Region": { "type": "string", "maxLength": 9 } }"""),
        Maybe(""", "client": "Context" """),
        Maybe(""", "interfaces": true"""),
        Described(),
        Maybe(""", "version": "1.0\"\\" """),
        Maybe(""", "auth": [{ "scheme": "bearer", "scopes": ["https://x/.default", "a\"b"] }]""", """, "auth": [{ "scheme": "none" }]"""),
        Maybe(""", "headers": { "x-version": "2;\"q\"" }, "clientRequestId": "x-request" """),
        Maybe(""", "query": { "api-version": "1&2" }, "secretQuery": ["sig"]"""),
        Maybe(""", "discovery": { "get": "/", "status": 301, "trustHosts": ["*.example.com"] }""", """, "trustHosts": ["other.example.com"]"""),
        from names in Gen.Elements("asIs", "camelCase", "UPPER_SNAKE", "lower_snake")
        from enums in Gen.Elements("asIs", "camelCase", "UPPER_SNAKE", "lower_snake")
        from duration in Gen.Elements("iso8601", "seconds", "google")
        select $$""", "wire": { "names": "{{names}}", "enums": "{{enums}}", "duration": "{{duration}}" }""",
        from status in Gen.Elements("status", "['a.b'].status")
        from delay in Delay()
        select $$""", "tracking": { "operation": { "kind": "operation", "accepted": [202], "handle": { "header": ["operation-id", "x-op"] }, "poll": "GET /operations/{Handle}", "status": { "path": "{{status}}", "pending": ["On"], "succeeded": ["Ok\"\\"], "failed": ["No"], "canceled": ["Off"] }, "target": { "body": "target" }{{delay}} }, "other": { "kind": "operation", "handle": { "body": "name" }, "poll": "GET /o('{Handle}')", "status": { "path": "s", "succeeded": ["Ok"], "failed": ["No"] } } }""",
        Maybe(""", "paging": { "style": "offset", "items": "value", "param": "$skip", "limit": "$top", "max": 10 }"""),
        from name in Maybe(""" "enum": "Failure", """)
        select $$""", "errors": { {{name}} "code": { "header": "x-code", "body": "error.code" }, "message": { "body": "error.message" }, "codes": { "Busy": { "category": "conflict", "http": 409, "retry": true }, "Missing": { "category": "not-found", "wire": ["NOT_FOUND", "5"] }, "Teapot": { "category": "invalid", "wire": "I'm \"a\" teapot", "inferred": true } } }""");

    private static Gen<IReadOnlyList<EntityModel>> Entities(string[] names, IReadOnlyList<TypeModel> shared, IReadOnlyList<EntityModel> made) => made.Count == names.Length
        ? Gen.Constant(made)
        : from types in made.Count == 0 ? Types(TypeNames, shared) : Gen.Constant<IReadOnlyList<TypeModel>>([])
          from parent in Gen.Choose(0, 2).Select(choice => choice == 0 && made.Count > 0 ? made[0] : null)
          from entity in Entity(names[made.Count], [.. shared, .. types], types, parent)
          from all in Entities(names, shared, [.. made, entity])
          select all;

    private static Gen<EntityModel> Entity(string name, IReadOnlyList<TypeModel> known, IReadOnlyList<TypeModel> own, EntityModel? parent) =>
        from states in States()
        from properties in Properties(PropertyNames, known, states, inType: false, 0, 9)
        from id in Gen.Elements("Id", "Key")
        from idWords in Maybe(""", "pattern": "^c-[0-9\"\\\\]+$", "example": "c-1" """)
        from place in Gen.Elements("/" + name + "/{" + id + "}", "/" + name + "('{" + id + "}')")
        from words in Words(Described(), Maybe(""", "plural": "All""" + name + "\""), states.Words(name))
        from verbs in Verbs(name, id, place, states, properties, known)
        from actions in Actions(place, states, properties, known)
        let relation = parent is null ? "" : $$""", "parent": { "entity": "{{parent.Name}}", "by": "OwnerId", "list": "GET /{{parent.Name}}('{OwnerId}')/{{name}}" }"""
        let needed = new PropertyModel?[]
        {
            new(id, "string", """, "access": "readOnly" """, ""),
            states.Any ? new("State", name + "State", """, "access": "readOnly" """, "") : null,
            parent is null ? null : new("OwnerId", "string", """, "required": true, "access": "createOnly" """, ""),
        }
        select new EntityModel(name, $$""", "id": { "property": "{{id}}"{{idWords}} }{{relation}}{{words}}""", own, [.. needed.OfType<PropertyModel>()], properties, verbs, actions);

    private static Gen<StateModel> States() => Gen.Frequency(
        (1, Gen.Constant(new StateModel([], [], [], []))),
        (5,
            from names in Gen.Shuffle(StateNames)
            from stable in Gen.Choose(1, 4)
            from passing in Gen.Choose(0, 3)
            from faults in Gen.Choose(0, 1)
            from gone in Gen.Choose(0, 1)
            select new StateModel([.. names[..stable]], [.. names[4..(4 + passing)]], [.. names[8..(8 + faults)]], [.. names[9..(9 + gone)]])));

    private static Gen<IReadOnlyList<string>> Verbs(string entity, string id, string place, StateModel states, IReadOnlyList<PropertyModel> properties, IReadOnlyList<TypeModel> known)
    {
        PropertyModel[] given = [.. properties.Where(property => !property.Words.Contains("readOnly", StringComparison.Ordinal))];
        Gen<string> to = states.Any ? Gen.Elements(", \"to\": " + Json.Quote(states.Stable[0]), """, "to": { "by": "State" }""") : Gen.Constant("");
        Gen<string> create = Words(Gen.Constant($$""" "http": "POST /{{entity}}" """), to, Tracking(), Described(), Overloads(given, known)).Select(words => "\"create\": {" + words + " }");
        Gen<string> update = Words(Gen.Constant($$""" "http": "PATCH {{place}}" """), From(states), Tracking(), Described()).Select(words => "\"update\": {" + words + " }");
        Gen<string> delete =
            from via in Some(states.Passing)
            from words in Words(From(states), Described())
            from tracking in via.Count > 0 ? Gen.Constant(""", "tracking": "operation" """) : Tracking()
            let gone = states.Gone.Count > 0 ? ", \"via\": " + Json.List(via) + ", \"to\": " + Json.List(states.Gone) : ""
            select $$""" "delete": { "http": "DELETE {{place}}"{{gone}}{{words}}{{tracking}} }""";
        return
            from create1 in Gen.OneOf(create, create, Gen.Constant(""))
            from read in Gen.Elements($$""" "read": { "http": "GET {{place}}" }""", $$""" "read": { "http": "GET {{place}}" }""", "")
            from list in Gen.Elements($$""" "list": { "http": "GET /{{entity}}" }""", "")
            from update1 in Gen.OneOf(update, update, Gen.Constant(""))
            from delete1 in states.Gone.Count > 0 ? delete : states.Any ? Gen.Constant("") : Gen.OneOf(delete, Gen.Constant(""))
            select (IReadOnlyList<string>)[.. new[] { create1, read, list, update1, delete1 }.Where(verb => verb.Length > 0)];
    }

    private static Gen<string> Overloads(PropertyModel[] given, IReadOnlyList<TypeModel> known)
    {
        string[] paths =
        [
            .. given.Select(property => property.Name),
            .. given.SelectMany(property => (known.FirstOrDefault(type => type.Name == property.Type)?.Properties ?? []).Select(member => property.Name + "." + member.Name)),
        ];
        return paths.Length == 0
            ? Gen.Constant("")
            : from some in Gen.SubListOf(paths)
              let parameters = some.Take(3).Select((path, i) => $"\"given{i}\": \"{path}\"").ToArray()
              select parameters.Length == 0 ? "" : ", \"overloads\": [{ " + string.Join(", ", parameters) + " }]";
    }

    private static Gen<IReadOnlyList<ActionModel>> Actions(string place, StateModel states, IReadOnlyList<PropertyModel> properties, IReadOnlyList<TypeModel> known) =>
        from names in Gen.Shuffle(ActionNames)
        from first in Action(names[0], place, states.Any ? Gen.Constant(states.ToEverywhere()) : Gen.Constant(""), properties, known)
        from count in Gen.Choose(0, 4)
        from others in Gen.CollectToArray(names.Skip(1).Take(count), name => Action(name, place, StateRule(states), properties, known))
        select (IReadOnlyList<ActionModel>)[first, .. others];

    private static Gen<ActionModel> Action(string name, string place, Gen<string> rule, IReadOnlyList<PropertyModel> properties, IReadOnlyList<TypeModel> known) =>
        from states in rule
        from words in Words(
            Described(),
            states.Contains("\"via\"", StringComparison.Ordinal) ? Gen.Elements(""", "tracking": "operation" """, """, "tracking": "other" """) : Tracking(),
            Delay(),
            Maybe(""", "inferred": true"""),
            Maybe(""", "body": { "mode": "fast\"\\", "level": 2.5e3, "on": true, "none": null }"""),
            from codes in Gen.SubListOf(Codes) select codes.Count == 0 ? "" : ", \"errors\": " + Json.List(codes),
            SelfRequirement(properties, known))
        from parameters in Properties(ParameterNames, known, new StateModel([], [], [], []), inType: true, 0, 3)
        select new ActionModel(name, $$""" "http": "POST {{place}}/{{name}}"{{states}}{{words}}""", parameters);

    private static Gen<string> SelfRequirement(IReadOnlyList<PropertyModel> properties, IReadOnlyList<TypeModel> known)
    {
        string[] rules =
        [
            .. properties
                .Select(property => (property.Name, Type: known.FirstOrDefault(type => type.Name == property.Type)))
                .Where(property => property.Type is { IsEnum: true })
                .Select(property => $$""", "requires": { "self": { "{{property.Name}}": "{{property.Type!.Values[0]}}" } }"""),
            .. properties.Where(property => property.Type == "bool").Select(property => $$""", "requires": { "self": { "{{property.Name}}": true } }"""),
        ];
        return rules.Length == 0 ? Gen.Constant("") : Gen.OneOf(Gen.Elements(rules), Gen.Constant(""));
    }

    private static Gen<string> StateRule(StateModel states) => !states.Any
        ? Gen.Constant("")
        : from @from in From(states)
          from via in Some(states.Passing)
          from to in Gen.OneOf(Gen.Elements<string>([.. states.Stable, .. states.Faults]).Select(Json.Quote), Gen.Constant("\"@previous\""))
          from failure in Some([.. states.Stable, .. states.Faults])
          select @from + (via.Count > 0 ? ", \"via\": " + Json.List(via) : "") + ", \"to\": " + to + ", \"onFailure\": " + Json.List(failure);

    private static Gen<string> From(StateModel states) => !states.Any
        ? Gen.Constant("")
        : from some in Gen.SubListOf<string>([.. states.Stable, .. states.Passing, .. states.Faults])
          select some.Count switch { 0 => "", 1 => ", \"from\": " + Json.Quote(some[0]), _ => ", \"from\": " + Json.List(some) };

    private static Gen<IReadOnlyList<TypeModel>> Types(string[] pool, IReadOnlyList<TypeModel> known) =>
        from names in Gen.Shuffle(pool)
        from count in Gen.Choose(0, 4)
        from types in Types([.. names.Take(count)], known, [])
        select types;

    /// <summary>A type uses those before it, so that no circle of required members arises; itself only where it may be missing.</summary>
    private static Gen<IReadOnlyList<TypeModel>> Types(string[] names, IReadOnlyList<TypeModel> known, IReadOnlyList<TypeModel> made) => made.Count == names.Length
        ? Gen.Constant(made)
        : from type in Gen.OneOf(
              from values in Gen.Shuffle(EnumValues)
              from count in Gen.Choose(1, 5)
              select new TypeModel(names[made.Count], [.. values.Take(count)], []),
              from properties in Properties(PropertyNames, [.. known, .. made], new StateModel([], [], [], []), inType: true, 1, 5)
              from again in Gen.Elements<PropertyModel[]>([], [new("Again", names[made.Count], "", "")], [new("Again", names[made.Count] + "[]", "", "")])
              select new TypeModel(names[made.Count], [], [.. properties, .. again]))
          from all in Types(names, known, [.. made, type])
          select all;

    private static Gen<IReadOnlyList<PropertyModel>> Properties(string[] pool, IReadOnlyList<TypeModel> known, StateModel states, bool inType, int least, int most) =>
        from names in Gen.Shuffle(pool)
        from count in Gen.Choose(least, most)
        from properties in Gen.CollectToArray(names.Take(count), name => Property(name, known, states, inType))
        select (IReadOnlyList<PropertyModel>)properties;

    private static Gen<PropertyModel> Property(string name, IReadOnlyList<TypeModel> known, StateModel states, bool inType) =>
        from type in known.Count == 0 ? Gen.Elements(Primitives) : Gen.OneOf(Gen.Elements(Primitives), Gen.Elements(known.Select(type => type.Name)))
        from shape in Gen.Frequency((6, Gen.Constant("")), (1, Gen.Constant("[]")), (1, Gen.Constant("{}")))
        from wire in Gen.Frequency(
            (6, Gen.Constant("")),
            (1, Gen.Elements(Ascii).Select(text => text + name)),
            (1, Gen.Elements("hold-er.", "hold-er.d\"eep.").Select(holder => holder + name)))
        from access in inType
            ? Maybe(""", "required": true""")
            : Gen.Frequency(
                (3, Gen.Constant("")),
                (2, Gen.Constant(""", "required": true""")),
                (1, Gen.Elements(""", "access": "readOnly" """, """, "access": "createOnly" """, """, "access": "writeOnly" """, """, "access": "createOnly", "required": true""")),
                (1, from some in Some(states.Stable) select some.Count == 0 ? "" : ", \"updatableIn\": " + Json.List(some)))
        from privacy in Maybe(""", "secret": true""")
        from words in Words(Described(), Unique(type + shape, access + privacy, inType), Format(type), inType ? Gen.Constant("") : Maybe(""", "inferred": true"""))
        from limits in Limits(type, shape, known)
        select new PropertyModel(name, type + shape, (wire.Length == 0 ? "" : ", \"wire\": " + Json.Quote(wire)) + access + privacy + words, limits);

    /// <summary>Of texts that a creation sends and everybody may read.</summary>
    private static Gen<string> Unique(string type, string words, bool inType)
        => inType || type != "string" || Array.Exists(Unasked, word => words.Contains(word, StringComparison.Ordinal)) ? Gen.Constant("") : Maybe(""", "unique": true""");

    private static Gen<string> Format(string type) => type switch
    {
        "duration" => Maybe(""", "format": "seconds" """, """, "format": "google" """, """, "format": "iso8601" """),
        "int" or "long" or "double" or "decimal" => Maybe(""", "wireType": "string" """),
        _ => Gen.Constant(""),
    };

    private static Gen<string> Limits(string type, string shape, IReadOnlyList<TypeModel> known)
    {
        if (shape.Length > 0)
        {
            return Maybe(""", "minItems": 1, "maxItems": 3""", """, "maxItems": 0""");
        }

        return type switch
        {
            "string" => Gen.OneOf(
                Maybe(""", "minLength": 0, "maxLength": 9""", """, "pattern": "^[a-z\"\\\\<>&]+$" """, """, "pattern": "a|b", "minLength": 1"""),
                Gen.Elements(Ascii).Select(text => ", \"default\": " + Json.Quote(text))),
            "int" => Maybe(""", "minimum": -5, "maximum": 5, "default": 3""", """, "minimum": -2147483648""", """, "default": -1"""),
            "long" => Maybe(""", "minimum": -9223372036854775808, "maximum": 9223372036854775807""", """, "default": 9007199254740993"""),
            "double" => Maybe(""", "minimum": -1.5e300, "maximum": 0.1""", """, "default": 1e-7""", """, "minimum": 0, "default": 0.30000000000000004"""),
            "decimal" => Maybe(""", "minimum": -79.90, "maximum": 79228162514264337593543950335""", """, "default": 0.10"""),
            "bool" => Maybe(""", "default": true""", """, "default": false"""),
            "duration" => Maybe(""", "minimum": "PT0S", "maximum": "PT25H" """, """, "default": "PT0.5S" """, """, "default": "P1DT2H" """),
            "guid" => Maybe(""", "default": "0f8fad5b-d9cb-469f-a165-70867728950e" """),
            "datetime" => Maybe(""", "default": "2020-02-29T12:00:00Z" """),
            "version" => Maybe(""", "default": "1.2.3" """),
            "uri" => Maybe(""", "default": "https://x.example.com/?a=\"b\"" """.Replace("\"b\"", "b", StringComparison.Ordinal)),
            "ipAddress" => Maybe(""", "default": "::1" """),
            _ when known.FirstOrDefault(candidate => candidate.Name == type) is { IsEnum: true } found => Maybe(", \"default\": " + Json.Quote(found.Values[0])),
            _ => Gen.Constant(""),
        };
    }

    private static Gen<string> Tracking() => Maybe(""", "tracking": "operation" """, """, "tracking": ["operation", "other"]""");

    private static Gen<string> Delay() => Maybe(
        """, "delay": { "min": "0.5s", "interval": "5s", "typical": "2m", "timeout": "1h" }""",
        """, "delay": { "min": "1ms", "timeout": "720h" }""",
        """, "delay": { "typical": "30s" }""");

    private static Gen<string> Described() => Gen.OneOf(Gen.Constant(""), Gen.Elements(Prose).Select(text => ", \"description\": " + Json.Quote(text)));

    private static Gen<string> Maybe(params string[] words) => Gen.Elements<string>(["", .. words]);

    private static Gen<string> Words(params Gen<string>[] words) => Gen.CollectToArray(words).Select(string.Concat);

    private static Gen<IReadOnlyList<string>> Some(IReadOnlyList<string> items) => items.Count == 0
        ? Gen.Constant<IReadOnlyList<string>>([])
        : Gen.SubListOf(items.AsEnumerable()).Select(some => (IReadOnlyList<string>)[.. some]);

    /// <summary>The states of an entity by kind; none at all where it has no states.</summary>
    private sealed record StateModel(IReadOnlyList<string> Stable, IReadOnlyList<string> Passing, IReadOnlyList<string> Faults, IReadOnlyList<string> Gone)
    {
        public bool Any => Stable.Count > 0;

        /// <summary>A rule that leads from the first state to all others.</summary>
        public string ToEverywhere() => ", \"from\": " + Json.Quote(Stable[0])
            + (Passing.Count > 0 ? ", \"via\": " + Json.List(Passing) : "")
            + ", \"to\": " + Json.List(Stable)
            + (Faults.Count > 0 ? ", \"onFailure\": " + Json.List(Faults) : "");

        public Gen<string> Words(string entity) => !Any
            ? Gen.Constant("")
            : from creatable in Gen.SubListOf(Stable.AsEnumerable())
              from wire in Gen.Elements("", ", \"wire\": \"w\\\"\\\\" + entity)
              from spontaneous in Maybe(", \"spontaneous\": { " + Json.Quote(Stable[^1]) + ": " + Json.Quote(Stable[0]) + " }")
              let values = Of(Stable, "stable").Concat(Of(Passing, "transitional")).Concat(Of(Faults, "fault")).Concat(Of(Gone, "gone"))
              select ", \"state\": { \"property\": \"State\", \"initial\": " + Json.Quote(Stable[0]) + ", \"creatable\": " + Json.List(creatable)
                  + ", \"values\": { " + Json.Join(values.Select(value => "\"" + value.Name + "\": { \"kind\": \"" + value.Kind + "\"" + (wire.Length == 0 ? "" : wire + value.Name + "\"") + " }")) + " }" + spontaneous + " }";

        private static IEnumerable<(string Name, string Kind)> Of(IEnumerable<string> names, string kind) => names.Select(name => (name, kind));
    }
}
