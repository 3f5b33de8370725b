namespace MediaOps.Schema.Tests;

/// <summary>Every rule: what breaks it, what is said, and at which text.</summary>
public sealed class RuleTests
{
    private const string S = Sample.ServicePath;
    private const string M = Sample.MachinePath;
    private const string P = Sample.PartPath;

    /// <summary>Rule, file, the text that is replaced, its replacement, a part of the message, the text that the finding points at.</summary>
    public static TheoryData<string, string, string, string, string, string> Breaches { get; } = new()
    {
        { "MOPS0001", M, "\"required\": true", "\"required\": \"yes\"", "expected true or false", "\"yes\"" },
        { "MOPS0001", M, "\"http\": \"POST /machines/{Id}/start\"", "\"http\": \"POST machines\"", "a path that begins with '/'", "\"POST machines\"" },
        { "MOPS0001", M, "\"kind\": \"stable\"", "\"kind\": \"stabel\"", "did you mean 'stable'?", "\"stabel\"" },
        { "MOPS0001", S, "\"min\": \"5s\"", "\"min\": \"5 seconds\"", "not a time such as 30s", "\"5 seconds\"" },
        { "MOPS0001", S, "\"namespace\": \"Media.Svc\"", "\"namespace\": \"Media;Svc\"", "not a namespace", "\"Media;Svc\"" },
        { "MOPS0001", S, "https://{Account}.example.com/api", "ftp://user@example.com", "not an https address", "\"ftp://user@example.com\"" },
        { "MOPS0001", S, "\"api.example.com\"", "\"*.com\"", "not a host name", "[\"*.com\"]" },
        { "MOPS0001", M, "\"Speed\": {", "\"Pause\": { \"type\": \"duration\", \"maximum\": \"P9999999999D\" }, \"Speed\": {", "'P9999999999D' is not a value of duration", "\"P9999999999D\"" },
        { "MOPS0001", M, "\"Speed\": {", "\"Pause\": { \"type\": \"duration\", \"minimum\": \"PT99999999999999H\" }, \"Speed\": {", "'PT99999999999999H' is not a value of duration", "\"PT99999999999999H\"" },
        { "MOPS0001", M, "\"Speed\": { ", "\"Speed\": { \"wire\": \"\", ", "the wire text is empty", "\"\"" },
        { "MOPS0001", M, "\"Speed\": { ", "\"Speed\": { \"wire\": \"..\", ", "'..' has an empty name between its dots", "\"..\"" },
        { "MOPS0001", M, "\"Speed\": { ", "\"Speed\": { \"wire\": \"a.['']\", ", "has an empty name between its dots", "\"a.['']\"" },
        { "MOPS0001", M, "\"Idle\": { ", "\"Idle\": { \"wire\": \"\", ", "the wire text is empty", "\"\"" },
        { "MOPS0001", S, "\"codes\": {", "\"okWhen\": { \"path\": \"code\" }, \"codes\": {", "'equals' is missing", "{ \"path\": \"code\" }" },
        { "MOPS0001", S, "\"names\": \"camelCase\"", "\"names\": \"camelCase\", \"envelope\": \"a{b}\"", "'a{b}' is not the name of a member", "\"a{b}\"" },
        { "MOPS0001", M, "\"GET /machines/{Id}\"", "\"GET /machines/{Id}\", \"parameters\": { \"View\": { \"type\": \"string\", \"in\": \"query\" } }", "read takes no parameters", "{ \"View\": { \"type\": \"string\", \"in\": \"query\" } }" },
        { "MOPS0001", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"body\": { \"id\": \"{+Id}\" }, ", "a body has no segments", "{ \"id\": \"{+Id}\" }" },
        { "MOPS0001", M, "\"GET /machines/{Id}\"", "\"GET /machines/{Id}\", \"returns\": { \"type\": \"int\" }", "only an action of its own answers with a value", "{ \"type\": \"int\" }" },
        { "MOPS0001", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"always\": \"Speed\", ", "only update has 'always'", "\"Speed\"" },
        { "MOPS0001", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"fieldMask\": { \"query\": \"mask\" }, ", "only update has 'fieldMask'", "{ \"query\": \"mask\" }" },
        { "MOPS0001", S, "\"First\": { \"type\": \"int\"", "\"First\": { \"in\": \"path\", \"type\": \"int\"", "only a property of an entity", "\"path\"" },
        { "MOPS0001", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"parameters\": { \"Fast\": { \"type\": \"bool\", \"to\": \"Idle\" } }, ", "'Idle' is none of the states in 'to' of 'Start'", "\"Idle\"" },
        { "MOPS0001", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"parameters\": { \"Fast\": { \"type\": \"int\", \"to\": \"Running\" } }, ", "'to' is for a parameter of type bool", "\"Running\"" },
        { "MOPS0002", M, "\"Stop\": {", "\"Start\": {", "'Start' stands twice", "\"Start\"" },
        { "MOPS0003", M, "\"entity\": \"Machine\",", "\"entity\" \"Machine\",", "expected ':'", "\"" },
        { "MOPS0005", M, "\"via\": \"Starting\"", "\"vai\": \"Starting\"", "did you mean 'via'?", "\"vai\"" },
        { "MOPS0006", M, "\"Speed\": {", "\"speed\": {", "'speed' cannot be the name of a property", "\"speed\"" },
        { "MOPS0006", M, "\"entity\": \"Machine\"", "\"entity\": \"M\u0430chine\"", "cannot be the name of an entity", "\"M\u0430chine\"" },
        { "MOPS0007", M, "\"entity\": \"Machine\"", "\"description\": \"a\\u2028b\", \"entity\": \"Machine\"", "U+2028", "\"a\\u2028b\"" },
        { "MOPS0007", M, "\"GET /machines\"", "\"GET /m\u00fcller\"", "U+00FC", "\"GET /m\u00fcller\"" },
        { "MOPS0101", M, "\"Speed\": {", "\"NAME\": { \"type\": \"int\" }, \"Speed\": {", "property 'NAME' has the same name as property 'Name'", "\"NAME\"" },
        { "MOPS0102", M, "\"Speed\": {", "\"StartAsync\": { \"type\": \"int\" }, \"Speed\": {", "'StartAsync' comes from property StartAsync and from action Start", "\"Start\"" },
        { "MOPS0102", M, "\"Speed\": {", "\"SendStopOperation\": { \"type\": \"int\" }, \"Speed\": {", "from action Stop", "\"Stop\"" },
        { "MOPS0102", M, "\"Speed\": {", "\"Parts\": { \"type\": \"int\" }, \"Speed\": {", "the collection of entity Part", "\"Parts\"" },
        { "MOPS0102", M, "\"Colour\": { \"enum\"", "\"Span\": { \"properties\": { \"X\": { \"type\": \"int\" } } }, \"Colour\": { \"enum\"", "type Span of service.json", "\"Span\"" },
        { "MOPS0102", M, "\"Colour\": { \"enum\"", "\"MachineState\": { \"enum\": { \"X\": null } }, \"Colour\": { \"enum\"", "from entity Machine", "\"MachineState\"" },
        { "MOPS0102", M, "\"POST /machines\", ", "\"POST /machines\", \"parameters\": { \"Speed\": { \"type\": \"int\", \"in\": \"query\" } }, ", "'Speed' comes from property Speed and from parameter Speed", "\"Speed\"" },
        { "MOPS0103", M, "\"Speed\": {", "\"ToString\": { \"type\": \"int\" }, \"Speed\": {", "a member of every object", "\"ToString\"" },
        { "MOPS0103", M, "\"Stop\": {", "\"Refresh\": {", "a generated member", "\"Refresh\"" },
        { "MOPS0103", M, "\"Red\": null", "\"Unknown\": null", "everything unknown", "\"Unknown\"" },
        { "MOPS0103", M, "\"onFailure\": \"Idle\", \"tracking\"", "\"parameters\": { \"Polling\": { \"type\": \"int\" } }, \"onFailure\": \"Idle\", \"tracking\"", "a generated parameter", "\"Polling\"" },
        { "MOPS0103", S, "\"options\": { \"Account\"", "\"options\": { \"Credential\": { \"type\": \"string\" }, \"Account\"", "a generated parameter", "\"Credential\"" },
        { "MOPS0103", M, "\"entity\": \"Machine\",", "\"entity\": \"Machine\", \"plural\": \"CONNECTION\",", "'CONNECTION' cannot be used as a collection: it collides with a generated member", "\"plural\"" },
        { "MOPS0103", M, "\"entity\": \"Machine\",", "\"entity\": \"Machine\", \"plural\": \"ToString\",", "'ToString' cannot be used as a collection: it collides with a member of every object", "\"plural\"" },
        { "MOPS0103", S, "\"client\": \"SvcClient\"", "\"client\": \"Operation\"", "a type of the runtime", "\"Operation\"" },
        { "MOPS0104", M, "\"Speed\": {", "\"Machine\": { \"type\": \"int\" }, \"Speed\": {", "the name of the type that it belongs to", "\"Machine\"" },
        { "MOPS0101", S, "\"poll\": { \"kind\"", "\"Op\": { \"kind\": \"status-url\", \"status\": { \"pendingHttp\": [202] } }, \"poll\": { \"kind\"", "tracking profile 'Op' has the same name as tracking profile 'op'", "\"Op\"" },
        { "MOPS0102", S, "\"types\": {", "\"types\": { \"SpanJson\": { \"properties\": { \"X\": { \"type\": \"int\" } } },", "'SpanJson' comes from type SpanJson of service.json and from type Span of service.json", "\"Span\"" },
        { "MOPS0102", M, "\"Colour\": { \"enum\"", "\"SPAN\": { \"enum\": { \"X\": null } }, \"Colour\": { \"enum\"", "'SPAN' comes from type Span of service.json and from type SPAN of entity Machine", "\"SPAN\"" },
        { "MOPS0102", M, "\"Colour\": { \"enum\"", "\"MachineStartArguments\": { \"enum\": { \"X\": null } }, \"Colour\": { \"enum\"", "from entity Machine", "\"MachineStartArguments\"" },
        { "MOPS0102", S, "\"client\": \"SvcClient\"", "\"client\": \"SvcService\"", "'SvcService' comes from service Svc and from the client of Svc", "\"client\"" },
        { "MOPS0102", S, "\"enum\": \"SvcError\"", "\"enum\": \"SvcClient\"", "'SvcClient' comes from the client of Svc and from the error codes of Svc", "\"enum\"" },
        { "MOPS0102", S, "\"client\": \"SvcClient\"", "\"client\": \"MachineCollection\"", "'MachineCollection' comes from the client of Svc and from entity Machine", "\"client\"" },
        { "MOPS0102", M, "\"Settings\": { \"properties\": {", "\"Settings\": { \"properties\": { \"ColourText\": { \"type\": \"int\" },", "'ColourText' comes from property ColourText and from property Colour", "\"Colour\"" },
        { "MOPS0102", M, "\"Speed\": {", "\"Shade\": { \"type\": \"Colour\" }, \"ShadeText\": { \"type\": \"int\" }, \"Speed\": {", "'ShadeText' comes from property Shade and from property ShadeText", "\"ShadeText\"" },
        { "MOPS0102", M, "\"Speed\": {", "\"StateText\": { \"type\": \"int\" }, \"Speed\": {", "'StateText' comes from property StateText and from property State", "\"State\"" },
        { "MOPS0102", M, "\"Stop\": {", "\"Read\": {", "'Read' comes from the lifecycle's Read and from action Read", "\"Read\"" },
        { "MOPS0102", M, "\"Stop\": {", "\"Update\": {", "'Update' comes from the lifecycle's Update and from action Update", "\"Update\"" },
        { "MOPS0102", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"parameters\": { \"Shade\": { \"type\": \"Colour\" }, \"ShadeText\": { \"type\": \"int\" } }, ", "'ShadeText' comes from parameter Shade and from parameter ShadeText", "\"ShadeText\"" },
        { "MOPS0102", P, "\"State\": { \"type\": \"PartState\", \"access\": \"readOnly\" }", "\"GetMachineAsync\": { \"type\": \"int\" }, \"State\": { \"type\": \"PartState\", \"access\": \"readOnly\" }", "'GetMachineAsync' comes from property GetMachineAsync and from the parent", "\"GetMachineAsync\"" },
        { "MOPS0103", S, "\"client\": \"SvcClient\"", "\"client\": \"Operations\"", "'Operations' cannot be used as the name of a type: it collides with a generated name", "\"client\"" },
        { "MOPS0103", S, "\"namespace\": \"Media.Svc\"", "\"namespace\": \"System.Text\"", "'System.Text' cannot be used as a namespace", "\"System.Text\"" },
        { "MOPS0103", M, "\"Colour\": { \"enum\"", "\"WireNames\": { \"enum\": { \"X\": null } }, \"Colour\": { \"enum\"", "'WireNames' cannot be used as the name of a type", "\"WireNames\"" },
        { "MOPS0103", M, "\"Speed\": {", "\"MachineData\": { \"type\": \"int\" }, \"Speed\": {", "'MachineData' cannot be used as a property: it collides with a generated type", "\"MachineData\"" },
        { "MOPS0103", M, "\"POST /machines\", ", "\"POST /machines\", \"parameters\": { \"ToString\": { \"type\": \"int\", \"in\": \"query\" } }, ", "'ToString' cannot be used as a parameter", "\"ToString\"" },
        { "MOPS0104", P, "\"Switch\": {", "\"Part\": {", "'Part' has the name of the type", "\"Part\"" },
        { "MOPS0105", M, "\"Speed\": { ", "\"Speed\": { \"wire\": \"name\", ", "The wire name 'name' of 'Speed' is already used by 'Name'", "{ \"wire\": \"name\", \"type\": \"int\", \"minimum\": 1, \"maximum\": 9, \"default\": 3 }" },
        { "MOPS0105", M, "\"Speed\": { ", "\"Speed\": { \"wire\": \"name.fast\", ", "The wire name 'name.fast' of 'Speed' lies inside of 'name', which is the value of 'Name'", "{ \"wire\": \"name.fast\", \"type\": \"int\", \"minimum\": 1, \"maximum\": 9, \"default\": 3 }" },
        { "MOPS0106", M, "\"Running\": { \"kind\": \"stable\" }", "\"Running\": { \"kind\": \"stable\", \"wire\": \"IDLE\" }", "'Idle' and 'Running' share the wire value 'IDLE'", "{ \"kind\": \"stable\", \"wire\": \"IDLE\" }" },
        { "MOPS0107", P, "\"entity\": \"Part\"", "\"entity\": \"Machine\"", "also claimed by 'schema/svc/Machine.json'", "\"Machine\"" },
        { "MOPS0111", M, "\"type\": \"Settings\"", "\"type\": \"Setings\"", "did you mean 'Settings'?", "\"Setings\"" },
        { "MOPS0111", M, "\"type\": \"int\"", "\"type\": \"integer\"", "did you mean 'int'?", "\"integer\"" },
        { "MOPS0111", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"returns\": { \"type\": \"Reprt[]\" }, ", "Unknown type 'Reprt'", "\"Reprt[]\"" },
        { "MOPS0112", M, "\"Range\": { \"type\": \"Span\" }", "\"Again\": { \"type\": \"Settings\", \"required\": true }", "Settings -> Settings", "{ \"properties\": { \"Colour\": { \"type\": \"Colour\", \"default\": \"Red\" }, \"Again\": { \"type\": \"Settings\", \"required\": true } } }" },
        { "MOPS0113", M, "\"type\": \"Colour\", \"default\": \"Red\"", "\"type\": \"string\"", "'Colour' is not used", "\"Colour\"" },
        { "MOPS0113", M, "\"type\": \"Span\"", "\"type\": \"int\"", "'Span' is not used", "\"Span\"" },
        { "MOPS0121", M, "\"minLength\": 1", "\"minLength\": 99", "minLength 99 is above maxLength 32", "99" },
        { "MOPS0121", M, "\"minimum\": 1", "\"minimum\": 10", "minimum 10 is above maximum 9", "10" },
        { "MOPS0122", M, "\"access\": \"createOnly\"", "\"access\": \"readOnly\"", "cannot be required", "true" },
        { "MOPS0122", M, "\"PATCH /machines/{Id}\", ", "\"PATCH /machines/{Id}\", \"always\": [\"Name\", \"State\"], ", "cannot be sent with every update", "\"State\"" },
        { "MOPS0123", M, "\"pattern\": \"^[a-z]+$\"", "\"pattern\": \"^[a-z+$\"", "not a valid regular expression", "\"^[a-z+$\"" },
        { "MOPS0123", M, "\"pattern\": \"^[a-z]+$\"", "\"pattern\": \"" + new string('(', 1001) + "\"", "longer than 1000 characters", "\"" + new string('(', 1001) + "\"" },
        { "MOPS0124", M, "\"default\": \"Red\"", "\"default\": \"Rad\"", "did you mean 'Red'?", "\"Rad\"" },
        { "MOPS0124", M, "\"default\": 3", "\"default\": 30", "'30' is not a value of int within its limits", "30" },
        { "MOPS0124", M, "\"default\": 3", "\"default\": \"fast\"", "'fast' is not a value of int", "\"fast\"" },
        { "MOPS0124", M, "\"Speed\": {", "\"Pause\": { \"type\": \"duration\", \"default\": \"P9999999999D\" }, \"Speed\": {", "'P9999999999D' is not a value of duration", "\"P9999999999D\"" },
        { "MOPS0125", M, "\"minimum\": 1, \"maximum\": 9, \"default\": 3", "\"maxLength\": 3", "maxLength needs a string type, not 'int'", "3" },
        { "MOPS0125", M, "\"minLength\": 1", "\"wireType\": \"string\"", "wireType needs a number or a duration, not 'string'", "\"string\"" },
        { "MOPS0127", M, "\"Speed\": { ", "\"Tags\": { \"type\": \"string[]\", \"in\": \"path\" }, \"Speed\": { ", "'Tags' cannot travel in the path: its type is 'string[]'", "\"path\"" },
        { "MOPS0127", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"parameters\": { \"Span\": { \"type\": \"Span\", \"in\": \"query\" } }, ", "'Span' cannot travel in the query", "\"query\"" },
        { "MOPS0127", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"parameters\": { \"Any\": { \"type\": \"json\", \"in\": \"header\" } }, ", "'Any' cannot travel in a header", "\"header\"" },
        { "MOPS0128", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"returns\": { \"type\": \"int\", \"paged\": true }, ", "its type 'int' is no list", "true" },
        { "MOPS0128", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"returns\": { \"type\": \"int[]\", \"paged\": true }, ", "the service has no 'paging'", "true" },
        { "MOPS0129", M, "\"Id\": { ", "\"Id\": { \"unique\": true, ", "'Id' cannot be 'unique': it is the id", "true" },
        { "MOPS0129", M, "\"Speed\": { ", "\"Speed\": { \"unique\": true, ", "its type is 'int' and not string", "true" },
        { "MOPS0129", M, "\"Speed\": { ", "\"Tags\": { \"unique\": true, \"type\": \"string[]\" }, \"Speed\": { ", "its type is 'string[]'", "true" },
        { "MOPS0129", M, "\"Speed\": { ", "\"Serial\": { \"type\": \"string\", \"access\": \"readOnly\", \"unique\": true }, \"Speed\": { ", "no creation sends it", "true" },
        { "MOPS0129", M, "\"Speed\": { ", "\"Serial\": { \"type\": \"string\", \"access\": \"writeOnly\", \"unique\": true }, \"Speed\": { ", "it is never read", "true" },
        { "MOPS0129", M, "\"Speed\": { ", "\"Serial\": { \"type\": \"string\", \"secret\": true, \"unique\": true }, \"Speed\": { ", "it is a secret", "true" },
        { "MOPS0129", M, "\"Speed\": { ", "\"Site\": { \"type\": \"string\", \"in\": \"path\", \"unique\": true }, \"Speed\": { ", "it is a part of the address", "true" },
        { "MOPS0129", M, "\"Range\": { ", "\"Range\": { \"unique\": true, ", "it is a member of a type", "true" },
        { "MOPS0129", S, "\"First\": { ", "\"First\": { \"unique\": true, ", "it is a member of a type", "true" },
        { "MOPS0131", M, "\"property\": \"Id\"", "\"property\": \"Ident\"", "'Ident', which is no property", "\"Ident\"" },
        { "MOPS0132", M, "\"example\": \"m-1\"", "\"example\": \"m-1\\n\"", "holds the character U+000A", "\"m-1\\n\"" },
        { "MOPS0132", M, "\"example\": \"m-1\"", "\"example\": \"x-1\"", "'x-1' does not match", "\"x-1\"" },
        { "MOPS0133", P, "\"parent\": { \"entity\": \"Machine\"", "\"parent\": { \"entity\": \"Mashine\"", "did you mean 'Machine'?", "\"Mashine\"" },
        { "MOPS0134", P, "\"entity\": \"Part\",", "\"entity\": \"Part\", \"singleton\": true,", "A singleton has no 'id'", "{ \"property\": \"Id\" }" },
        { "MOPS0134", P, "\"entity\": \"Part\",", "\"entity\": \"Part\", \"singleton\": true,", "A singleton has no 'create'", "\"create\"" },
        { "MOPS0134", P, "\"entity\": \"Part\",", "\"entity\": \"Part\", \"singleton\": true,", "A singleton has no 'parent'", "\"parent\"" },
        { "MOPS0201", M, "\"to\": \"Running\"", "\"to\": \"Runing\"", "Unknown state 'Runing'; did you mean 'Running'?", "\"Runing\"" },
        { "MOPS0201", M, "\"updatableIn\": \"Idle\"", "\"updatableIn\": [\"Idle\", \"Idel\"]", "did you mean 'Idle'?", "\"Idel\"" },
        { "MOPS0201", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"parameters\": { \"Fast\": { \"type\": \"bool\", \"to\": \"Runing\" } }, ", "did you mean 'Running'?", "\"Runing\"" },
        { "MOPS0202", M, "\"property\": \"State\"", "\"property\": \"Stat\"", "did you mean 'State'?", "\"Stat\"" },
        { "MOPS0203", M, "\"type\": \"MachineState\", \"access\": \"readOnly\"", "\"type\": \"MachineState\"", "must be readOnly and of type 'MachineState'", "{ \"type\": \"MachineState\" }" },
        { "MOPS0204", P, "\"state\": {", "\"x-state\": {", "'from' needs states", "[\"Off\", \"On\"]" },
        { "MOPS0204", P, "\"state\": {", "\"x-state\": {", "'to' needs states", "[\"On\", \"Off\"]" },
        { "MOPS0205", M, "\"via\": \"Starting\"", "\"via\": \"Running\"", "via 'Running' must be a transitional state, but it is stable", "\"Running\"" },
        { "MOPS0206", M, "\"from\": \"Running\"", "\"from\": [\"Running\", \"Removed\"]", "nothing can be done with an entity that is gone", "\"Removed\"" },
        { "MOPS0207", M, "\"to\": \"Running\"", "\"to\": \"Stopping\"", "'Stopping' is a transitional state", "\"Stopping\"" },
        { "MOPS0208", M, "\"to\": \"Running\", ", "", "'Start' does not say in which state it ends", "\"Start\"" },
        { "MOPS0209", M, "\"from\": \"Running\", ", "", "'Stop' has no 'from'", "\"Stop\"" },
        { "MOPS0210", M, "\"to\": \"Removed\"", "\"to\": \"Running\"", "delete must end in a state of kind gone", "\"Running\"" },
        { "MOPS0211", M, "\"onFailure\": \"Idle\", \"tracking\": \"op\"", "\"onFailure\": \"Idle\"", "passes through 'Starting' but has no 'tracking'", "\"Starting\"" },
        { "MOPS0212", M, "\"tracking\": \"poll\"", "\"tracking\": \"pol\"", "the service has these: op, poll, url; did you mean 'poll'?", "\"pol\"" },
        { "MOPS0213", M, "\"PATCH /machines/{Id}\", \"from\": \"Idle\", \"tracking\": \"op\"", "\"PATCH /machines/{Id}\", \"from\": \"Idle\", \"tracking\": \"poll\"", "'Update' has no 'to'", "\"poll\"" },
        { "MOPS0214", P, "\"to\": [\"On\", \"Off\"]", "\"to\": \"On\", \"tracking\": \"poll\"", "'On' is both in 'from' and in 'to'", "\"On\"" },
        { "MOPS0215", M, "\"to\": \"Idle\", \"tracking\": \"poll\"", "\"to\": \"Idle\", \"onFailure\": \"Idle\", \"tracking\": \"poll\"", "both in 'to' and in 'onFailure'", "\"Idle\"" },
        { "MOPS0216", M, "\"Removed\": {", "\"Orphan\": { \"kind\": \"stable\" }, \"Removed\": {", "'Orphan' cannot be reached from 'Idle'", "\"Orphan\"" },
        { "MOPS0217", P, "\"from\": [\"Off\", \"On\"]", "\"from\": \"Off\"", "Nothing leads out of the state 'On'", "\"On\"" },
        { "MOPS0218", M, "\"Removed\": {", "\"Hanging\": { \"kind\": \"transitional\" }, \"Removed\": {", "'Hanging' is transitional, but no action passes", "\"Hanging\"" },
        { "MOPS0219", M, "\"Part\": \"Off\"", "\"Part\": \"Of\"", "the entity 'Part' has no state 'Of'; did you mean 'Off'?", "\"Of\"" },
        { "MOPS0219", M, "\"Part\": \"Off\"", "\"Port\": \"Off\"", "did you mean 'Part'?", "\"Port\"" },
        { "MOPS0219", M, "\"Speed\": 3", "\"Spead\": 3", "did you mean 'Speed'?", "\"Spead\"" },
        { "MOPS0219", P, "\"parent\": \"Idle\"", "\"parent\": \"Ide\"", "the entity 'Machine' has no state 'Ide'", "\"Ide\"" },
        { "MOPS0220", M, "\"Settings.Colour\"", "\"Settings.Color\"", "did you mean 'Colour'?", "\"Settings.Color\"" },
        { "MOPS0220", M, "\"Settings.Colour\"", "\"Seting.Colour\"", "did you mean 'Settings'?", "\"Seting.Colour\"" },
        { "MOPS0220", M, "\"PATCH /machines/{Id}\", ", "\"PATCH /machines/{Id}\", \"always\": [\"Sped\"], ", "did you mean 'Speed'?", "\"Sped\"" },
        { "MOPS0221", S, "GET /Operations('{Handle}')", "GET /Operations", "does not contain {Handle}", "\"GET /Operations\"" },
        { "MOPS0222", S, "\"failed\": [\"Failed\"]", "\"failed\": [\"Failed\", \"InProgress\"]", "'InProgress' stands in 'pending' and in 'failed'", "[\"Failed\", \"InProgress\"]" },
        { "MOPS0222", S, "\"settle\": \"10s\"", "\"settle\": \"10s\", \"outcome\": { \"path\": \"last\", \"succeeded\": \"Done\", \"failed\": [\"Lost\", \"Done\"] }", "'Done' stands in 'succeeded' and in 'failed'", "[\"Lost\", \"Done\"]" },
        { "MOPS0223", S, "\"succeeded\": [\"Succeeded\"], ", "", "tells that the operation has succeeded", "\"status\"" },
        { "MOPS0223", S, "\"settle\": \"10s\"", "\"settle\": \"10s\", \"outcome\": { \"path\": \"last\" }", "Nothing in 'outcome' tells", "\"outcome\"" },
        { "MOPS0223", S, "\"settle\": \"10s\"", "\"settle\": \"10s\", \"status\": { \"path\": \"last\", \"failed\": \"Lost\" }", "Nothing in 'status' tells", "\"status\"" },
        { "MOPS0224", S, ", \"settle\": \"10s\"", "", "taken for a failure", "\"poll\"" },
        { "MOPS0225", M, "\"onFailure\": \"Idle\", \"tracking\": \"op\"", "\"onFailure\": \"Running\", \"tracking\": [\"poll\", \"op\"]", "'op' is never used: 'poll' before it needs no handle", "\"op\"" },
        { "MOPS0226", S, "\"accepted\": [200], ", "\"accepted\": [200], \"cancel\": \"POST /stop\", ", "'cancel' means nothing in tracking of kind entity-state", "\"cancel\"" },
        { "MOPS0226", S, "\"accepted\": [202], \"handle\": { \"header\": \"operation-id\" }", "\"accepted\": [202], \"settle\": \"5s\", \"handle\": { \"header\": \"operation-id\" }", "'settle' means nothing in tracking of kind operation", "\"settle\"" },
        { "MOPS0226", S, "\"trustHosts\": [\"api.example.com\"], ", "\"trustHosts\": [\"api.example.com\"], \"poll\": \"GET /{Handle}\", ", "'poll' means nothing in tracking of kind status-url", "\"poll\"" },
        { "MOPS0231", S, "\"min\": \"5s\"", "\"min\": \"20s\"", "min 20s is above interval 10s", "\"20s\"" },
        { "MOPS0231", M, "\"min\": \"1s\", \"timeout\": \"5m\"", "\"min\": \"10m\", \"timeout\": \"5m\"", "min 600s is above timeout 300s", "\"10m\"" },
        { "MOPS0241", S, "\"errors\": {", "\"paging\": { \"style\": \"token\", \"next\": \"next\" }, \"errors\": {", "Paging of style token needs 'param'", "\"paging\"" },
        { "MOPS0241", S, "\"errors\": {", "\"paging\": { \"style\": \"nextLink\" }, \"errors\": {", "Paging of style nextLink needs 'next'", "\"paging\"" },
        { "MOPS0301", M, "\"GET /machines/{Id}\"", "\"GET /machines/{Ghost}\"", "{Ghost}, which is no part of the address", "\"GET /machines/{Ghost}\"" },
        { "MOPS0301", S, "https://{Account}", "https://{Acount}", "did you mean 'Account'?", "\"https://{Acount}.example.com/api\"" },
        { "MOPS0301", M, "\"POST /machines/{Id}/start\"", "\"POST /machines/{Id}/start/{Name}\"", "{Name}, which is no part of the address", "\"POST /machines/{Id}/start/{Name}\"" },
        { "MOPS0301", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"body\": { \"id\": \"{Idd}\" }, ", "did you mean 'Id'?", "{ \"id\": \"{Idd}\" }" },
        { "MOPS0301", M, "\"property\": \"Id\", ", "\"property\": \"Id\", \"template\": \"m-{Nummer}\", ", "{Nummer}", "\"m-{Nummer}\"" },
        { "MOPS0301", S, "\"wire\": {", "\"auth\": [{ \"scheme\": \"sigv4\", \"signingName\": \"svc\", \"region\": \"{Regin}\" }], \"wire\": {", "{Regin}", "\"{Regin}\"" },
        { "MOPS0302", M, "\"POST /machines\"", "\"POST /machines/{Id}\"", "'Create' cannot use {Id}", "\"POST /machines/{Id}\"" },
        { "MOPS0303", M, "\"GET /machines/{Id}\"", "\"GET /machines('{Id})\"", "an odd number of quotes", "\"GET /machines('{Id})\"" },
        { "MOPS0303", M, "\"GET /machines/{Id}\"", "\"GET /machines/{Id\"", "a '{' without '}'", "\"GET /machines/{Id\"" },
        { "MOPS0303", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"body\": { \"note\": \"it's {Id\" }, ", "a '{' without '}'", "{ \"note\": \"it's {Id\" }" },
        { "MOPS0304", M, "\"GET /machines/{Id}\"", "\"POST /machines/{Id}\"", "'Read' usually uses GET, not POST", "\"POST /machines/{Id}\"" },
        { "MOPS0305", M, "\"POST /machines/{Id}/start\"", "\"POST /machines/start\"", "'Start' does not contain {Id}", "\"POST /machines/start\"" },
        { "MOPS0305", M, "\"GET /machines/{Id}\"", "\"GET /machines\"", "'Read' does not contain {Id}", "\"GET /machines\"" },
        { "MOPS0305", P, "\"GET /parts/{Id}\"", "\"GET /machines/{MachineId}/part\"", "'Read' does not contain {Id}", "\"GET /machines/{MachineId}/part\"" },
        { "MOPS0306", M, "\"Speed\": { ", "\"Speed\": { \"in\": \"path\", ", "'Speed' is in the path, but no path holds {Speed}", "\"Speed\"" },
        { "MOPS0306", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"parameters\": { \"Mode\": { \"type\": \"string\", \"in\": \"path\" } }, ", "no path holds {Mode}", "\"Mode\"" },
        { "MOPS0307", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"parameters\": { \"All\": { \"type\": \"Span\", \"in\": \"wholeBody\" }, \"One\": { \"type\": \"int\" } }, ", "'All' is the whole body, and the parameter 'One'", "\"wholeBody\"" },
        { "MOPS0307", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"body\": { \"a\": 1 }, \"parameters\": { \"All\": { \"type\": \"Span\", \"in\": \"wholeBody\" } }, ", "and the fixed 'body'", "\"wholeBody\"" },
        { "MOPS0307", M, "\"http\": \"POST /machines/{Id}/start\", ", "\"http\": \"POST /machines/{Id}/start\", \"idempotency\": { \"body\": \"token\" }, \"parameters\": { \"All\": { \"type\": \"Span\", \"in\": \"wholeBody\" } }, ", "and the idempotency token", "\"wholeBody\"" },
        { "MOPS0307", M, "\"PATCH /machines/{Id}\", ", "\"PATCH /machines/{Id}\", \"parameters\": { \"All\": { \"type\": \"Span\", \"in\": \"wholeBody\" } }, ", "and the entity itself", "\"wholeBody\"" },
        { "MOPS0401", M, "[\"Busy\"]", "[\"Buzy\"]", "did you mean 'Busy'?", "\"Buzy\"" },
        { "MOPS0402", S, "\"Missing\": { \"category\": \"not-found\" }", "\"Missing\": { \"category\": \"not-found\", \"wire\": \"Busy\" }", "'Busy' and 'Missing' share the wire value 'Busy'", "{ \"category\": \"not-found\", \"wire\": \"Busy\" }" },
        { "MOPS0501", M, "\"pattern\": \"^m-[0-9]+$\", \"example\": \"m-1\" }", "\"pattern\": \"m-.*\" }", "{+Id} lets the value add path segments", "\"GET /machines/{+Id}\"" },
        { "MOPS0501", S, "'{Handle}'", "{+Handle}", "{+Handle} lets the value add path segments", "\"GET /Operations({+Handle})\"" },
        { "MOPS0501", M, "\"POST /machines/{Id}/start\"", "\"POST /machines/{Id}/{+Mode}\", \"parameters\": { \"Mode\": { \"type\": \"string\", \"in\": \"path\" } }", "and the parameter 'Mode' does not fix them", "\"POST /machines/{Id}/{+Mode}\"" },
        { "MOPS0502", M, "\"pattern\": \"^[a-z]+$\"", "\"pattern\": \"^[a-z]+(-*[a-z]+)*$\"", "repeats a repetition", "\"^[a-z]+(-*[a-z]+)*$\"" },
        { "MOPS0503", S, "\"trustHosts\": [\"api.example.com\"], ", "", "to the endpoint's host only", "\"url\"" },
        { "MOPS0504", S, "https://", "http://", "not encrypted", "\"http://{Account}.example.com/api\"" },
        { "MOPS0505", M, "\"Speed\": {", "\"AccessToken\": { \"type\": \"string\" }, \"Speed\": {", "'AccessToken' looks like a credential", "\"AccessToken\"" },
        { "MOPS0506", S, "\"wire\": {", "\"auth\": [{ \"scheme\": \"sigv4\", \"signingName\": \"svc\" }], \"wire\": {", "The scheme sigv4 needs 'region'", "{ \"scheme\": \"sigv4\", \"signingName\": \"svc\" }" },
        { "MOPS0506", S, "\"wire\": {", "\"auth\": [{ \"scheme\": \"apiKey\" }], \"wire\": {", "The scheme apiKey needs 'header'", "{ \"scheme\": \"apiKey\" }" },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public void A_breach_is_reported_where_it_stands(string rule, string path, string old, string replacement, string message, string span)
    {
        (string Path, string Text)[] files = Sample.With(path, old, replacement);
        if (rule == "MOPS0501" && old.StartsWith("\"pattern\"", StringComparison.Ordinal))
        {
            files[1].Text = files[1].Text.Replace("GET /machines/{Id}", "GET /machines/{+Id}", StringComparison.Ordinal);
        }

        // A control character cannot be an example at all: the text rule comes first.
        string expected = message.Contains("U+000A", StringComparison.Ordinal) ? "MOPS0007" : rule;
        Finding[] found = [.. SchemaSet.Load(files).Findings.Where(finding => finding.Rule == expected && finding.Message.Contains(message, StringComparison.Ordinal))];
        Assert.True(found.Length > 0, string.Join(Environment.NewLine, SchemaSet.Load(files).Findings));
        Assert.Contains(found, finding => files.Single(file => file.Path == finding.File).Text.Substring(finding.Span.Start, finding.Span.Length) == span);
        Assert.All(found, finding => Assert.Equal(Rules.Find(expected)!.Severity, finding.Severity));
    }

    [Fact]
    public void Every_rule_has_a_case()
    {
        string[] elsewhere = ["MOPS0004", "MOPS0126"];
        IEnumerable<string> covered = Breaches.Select(row => row.Data.Item1).Concat(elsewhere).Distinct(StringComparer.Ordinal);

        // MOPS09xx are findings of those who generate from a spec, and tested there.
        IEnumerable<string> ours = Rules.All.Select(rule => rule.Id).Where(id => !id.StartsWith("MOPS09", StringComparison.Ordinal));
        Assert.Equal(ours, covered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_are_unique_and_every_rule_says_what_to_do()
    {
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Rules.All, rule =>
        {
            Assert.Matches("^MOPS[0-9]{4}$", rule.Id);
            Assert.EndsWith(".", rule.Fix, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", rule.Fix, StringComparison.Ordinal);
            Assert.Same(rule, Rules.Find(rule.Id));
        });
        IEnumerable<Rule> declared = typeof(Rules).GetProperties().Where(property => property.PropertyType == typeof(Rule)).Select(property => (Rule)property.GetValue(null)!);
        Assert.Equal(declared.Select(rule => rule.Id).Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"Running\": { \"kind\"", "\"Unknown\": { \"kind\"", "as a state")]
    [InlineData("\"Red\": null", "\"Unknown\": null", "as an enum value")]
    public void A_reserved_name_is_told_with_its_article(string old, string replacement, string message) =>
        Assert.Contains(SchemaSet.Load(Sample.With(M, old, replacement)).Findings, finding => finding.Rule == "MOPS0103" && finding.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Without_its_initial_state_an_entity_keeps_its_states_and_what_else_is_wrong_with_them_is_said()
    {
        (string Path, string Text)[] files = Sample.With(M, "\"initial\": \"Idle\", ", "");
        files[1].Text = files[1].Text.Replace("\"via\": \"Starting\"", "\"via\": \"Startin\"", StringComparison.Ordinal);

        IEnumerable<string> messages = SchemaSet.Load(files).Findings.Select(finding => finding.Message);

        Assert.Contains(messages, message => message.StartsWith("'initial' is missing in state.", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.StartsWith("Unknown state 'Startin'", StringComparison.Ordinal));
        Assert.DoesNotContain(messages, message => message.StartsWith("Unknown type", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_without_tracking_is_said_to_have_none()
    {
        string service = Sample.Service.Replace("\"tracking\": {", "\"x-tracking\": {", StringComparison.Ordinal);
        Assert.Contains(SchemaSet.Load([(S, service), (M, Sample.Machine), (P, Sample.Part)]).Findings, finding =>
            finding.Rule == "MOPS0212" && finding.Message.Contains("Unknown tracking 'op'; the service has none.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_too_large_is_told_how_large_it_may_be()
    {
        Finding finding = Assert.Single(Sample.Parse(Sample.Machine + new string(' ', 1024 * 1024)).Findings);
        Assert.Equal(("MOPS0003", "The file cannot be read as JSON: the file is over 1 MB. Files are JSON of at most 1 MB; comments and trailing commas are allowed."), (finding.Rule, finding.Message));
    }

    [Fact]
    public void A_wire_name_with_dots_in_brackets_is_one_name() =>
        Assert.Empty(SchemaSet.Load(Sample.With(M, "\"Speed\": { ", "\"Speed\": { \"wire\": \"a.['odata..type']\", ")).Findings);

    [Fact]
    public void An_action_that_only_asks_needs_no_states_and_may_be_a_GET() => Assert.Empty(SchemaSet.Load(Sample.With(
        M, "\"Stop\": {", "\"Report\": { \"http\": \"GET /machines/{Id}/report\", \"returns\": { \"type\": \"Settings\" } }, \"Stop\": {")).Findings);

    [Theory]
    [InlineData("\"entity\": \"Machine\"", "\"entity\": \"Machine\", \"singleton\": false")]
    [InlineData("\"POST /machines/{Id}/stop\"", "\"POST /machines/{Id}/stop\", \"body\": { \"note\": \"it's {Id}\" }")]
    [InlineData("\"example\": \"m-1\"", "\"example\": \"m-1\", \"template\": \"m-{Account}-{Id}\"")]
    [InlineData("\"PATCH /machines/{Id}\", ", "\"PATCH /machines/{Id}\", \"always\": \"Speed\", \"fieldMask\": { \"query\": \"mask\" }, ")]
    [InlineData("\"POST /machines/{Id}/stop\"", "\"POST /stop/{Mode}\", \"body\": { \"machine\": \"{Id}\" }, \"parameters\": { \"Mode\": { \"type\": \"Colour\", \"in\": \"path\" } }")]
    [InlineData("\"POST /machines/{Id}/stop\"", "\"POST /machines/{Id}/stop\", \"parameters\": { \"All\": { \"type\": \"Settings\", \"in\": \"wholeBody\" } }")]
    [InlineData("\"tracking\": \"poll\", \"delay\"", "\"tracking\": [\"url\", \"op\", \"poll\"], \"delay\"")]
    public void What_the_language_can_say_is_no_breach(string old, string replacement) => Assert.Empty(SchemaSet.Load(Sample.With(M, old, replacement)).Findings);

    [Theory]
    [InlineData("\"poll\": { \"kind\": \"entity-state\"", "\"poll\": { \"absent\": \"pending\", \"retryAfter\": \"x-wait\", \"outcome\": { \"path\": \"last.status\", \"succeeded\": \"Completed\", \"failed\": \"Aborted\" }, \"kind\": \"entity-state\"")]
    [InlineData("\"accepted\": [200], \"settle\": \"10s\"", "\"accepted\": [200], \"status\": { \"path\": \"provisioning\", \"succeeded\": \"Succeeded\", \"unknown\": \"failed\" }")]
    [InlineData("\"wire\": {", "\"auth\": [{ \"scheme\": \"sigv4\", \"signingName\": \"svc\", \"region\": \"{Account}\" }], \"wire\": { \"envelope\": \"the_{entity}\",")]
    public void What_a_service_can_say_is_no_breach(string old, string replacement) => Assert.Empty(SchemaSet.Load(Sample.With(S, old, replacement)).Findings);

    [Fact]
    public void The_sample_itself_breaks_no_rule() => Assert.Empty(SchemaSet.Load([(S, Sample.Service), (M, Sample.Machine), (P, Sample.Part)]).Findings);

    [Fact]
    public void An_entity_of_ours_without_a_service_is_an_error_and_a_stray_file_is_silent()
    {
        Finding finding = Assert.Single(SchemaSet.Load([(M, Sample.Machine)]).Findings);
        Assert.Equal(("MOPS0004", M), (finding.Rule, finding.File));
        Assert.Empty(SchemaSet.Load([("schema/other/settings.json", "{ \"some\": [1, 2"), ("schema/language/entity.schema.json", "{")]).Findings);
    }

    [Fact]
    public void A_property_that_nothing_writes_is_reported()
    {
        string text = Sample.Part
            .Replace("\"State\": {", "\"Key\": { \"type\": \"string\", \"access\": \"writeOnly\" }, \"State\": {", StringComparison.Ordinal)
            .Replace("\"create\"", "\"x-create\"", StringComparison.Ordinal);
        Finding finding = Assert.Single(SchemaSet.Load([(S, Sample.Service), (M, Sample.Machine), (P, text)]).Findings, finding => finding.Rule == "MOPS0126");
        Assert.Equal("properties/Key/access", finding.Member);
    }

    [Fact]
    public void Two_services_of_one_name_are_reported_on_both()
    {
        SchemaSet set = SchemaSet.Load([("schema/a/service.json", Sample.Service), ("schema/b/service.json", Sample.Service)]);
        Assert.Equal(["schema/a/service.json", "schema/b/service.json"], set.Findings.Where(finding => finding.Rule == "MOPS0107").Select(finding => finding.File));
        Assert.Equal("schema/a", Assert.Single(set.Services).Folder);
    }

    [Theory]
    [InlineData("\"to\": \"Running\"", "\"to\": \"Runing\"")]
    [InlineData("\"from\": \"Idle\", \"via\": \"Starting\"", "\"from\": \"Idel\", \"via\": \"Starting\"")]
    [InlineData("\"spontaneous\": { \"Running\": \"Idle\" }", "\"spontaneous\": { \"Runing\": \"Idle\" }")]
    public void A_state_whose_name_is_wrong_makes_no_other_finding(string right, string wrong)
    {
        string text = Sample.Machine.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(Sample.Machine, text);
        Assert.Equal(["MOPS0201"], Sample.Parse(text).Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_reported_at_once_in_the_order_of_the_text()
    {
        string text = Sample.Machine
            .Replace("\"via\": \"Starting\"", "\"via\": \"Startng\"", StringComparison.Ordinal)
            .Replace("\"required\": true", "\"required\": 1", StringComparison.Ordinal)
            .Replace("\"onFailure\": \"Idle\", ", "\"onFailure\": \"Idle\" ", StringComparison.Ordinal);
        ParsedFile file = Sample.Parse(text);
        Assert.Equal(["MOPS0001", "MOPS0201", "MOPS0003"], file.Findings.Select(finding => finding.Rule).Take(3));
        Assert.Equal(file.Findings.Select(finding => finding.Span.Start).Order(), file.Findings.Select(finding => finding.Span.Start));
    }

    [Fact]
    public void Suppression_silences_warnings_below_it_and_never_errors()
    {
        string quiet = Sample.Machine.Replace("\"from\": \"Running\", ", "\"x-suppress\": [\"MOPS0209\"], ", StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Parse(quiet).Findings, finding => finding.Rule == "MOPS0209");

        string top = Sample.Machine.Replace("\"from\": \"Running\", ", string.Empty, StringComparison.Ordinal).Replace("\"entity\":", "\"x-suppress\": [\"MOPS0209\", \"MOPS0201\"], \"entity\":", StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Parse(top).Findings, finding => finding.Rule == "MOPS0209");

        string error = top.Replace("\"to\": \"Running\"", "\"to\": \"Runing\"", StringComparison.Ordinal);
        Assert.Contains(Sample.Parse(error).Findings, finding => finding.Rule == "MOPS0201");
    }

    [Fact]
    public void Messages_stay_on_one_line_whatever_the_file_says()
    {
        string text = Sample.Machine.Replace("\"to\": \"Running\"", "\"to\": \"Run\\nning\\u202E\"", StringComparison.Ordinal).Replace("\"via\"", "\"v\\r\\nia\"", StringComparison.Ordinal);
        Assert.All(Sample.Parse(text).Findings, finding =>
        {
            Assert.DoesNotContain('\n', finding.Message);
            Assert.DoesNotContain('\r', finding.Message);
            Assert.DoesNotContain('\u202E', finding.Message);
        });
    }
}
