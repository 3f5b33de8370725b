using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>Every rule of the schema language: the one source of ids, severities, messages and documentation.</summary>
public static class Rules
{
    // Reading
    /// <summary>A member has the wrong form.</summary>
    public static Rule Structure { get; } = new("MOPS0001", Severity.Error, "A member has the wrong form",
        "{0}",
        "See the JSON Schema under schema/language for what may stand here.");

    /// <summary>A name stands twice in one object.</summary>
    public static Rule DuplicateKey { get; } = new("MOPS0002", Severity.Error, "A name stands twice in one object",
        "The name '{0}' stands twice in one object.",
        "Remove one of the two; the first is used.");

    /// <summary>The file is not JSON.</summary>
    public static Rule NotJson { get; } = new("MOPS0003", Severity.Error, "The file is not JSON",
        "The file cannot be read as JSON: {0}.",
        "Files are JSON of at most 1 MB; comments and trailing commas are allowed.");

    /// <summary>An entity file without its service.</summary>
    public static Rule NoService { get; } = new("MOPS0004", Severity.Error, "An entity file without its service",
        "Entity files need one service.json in their folder, and '{0}' has none that can be read.",
        "Add it, or move the file to the folder of its service.");

    /// <summary>An unknown member.</summary>
    public static Rule UnknownWord { get; } = new("MOPS0005", Severity.Error, "An unknown member",
        "'{0}' is not a member of {1}{2}",
        "Correct the name, or begin it with x- to have it ignored.");

    /// <summary>A name that cannot become an identifier.</summary>
    public static Rule BadName { get; } = new("MOPS0006", Severity.Error, "A name that cannot become an identifier",
        "'{0}' cannot be the name of {1}.",
        "Use a capital letter followed by at most 63 ASCII letters and digits, and 'wire' for what the service says.");

    /// <summary>Text that may not reach generated code.</summary>
    public static Rule UnsafeText { get; } = new("MOPS0007", Severity.Error, "Text that may not reach generated code",
        "The text of '{0}' holds {1}.",
        "Use printable characters on one line: ASCII everywhere but in descriptions.");

    // Names
    /// <summary>Two names that differ by case at most.</summary>
    public static Rule NameTwice { get; } = new("MOPS0101", Severity.Error, "Two names that differ by case at most",
        "{0} '{1}' has the same name as {0} '{2}', apart from case at most.",
        "Rename one of the two and keep its 'wire'.");

    /// <summary>Two members of the schema generate one name.</summary>
    public static Rule GeneratedNameTwice { get; } = new("MOPS0102", Severity.Error, "Two members of the schema generate one name",
        "The generated name '{0}' comes from {1} and from {2}.",
        "Rename one of the two.");

    /// <summary>A name that is taken.</summary>
    public static Rule ReservedName { get; } = new("MOPS0103", Severity.Error, "A name that is taken",
        "'{0}' cannot be used as {1}: it collides with {2}.",
        "Give another name; 'wire' keeps the service's own where the member has one.");

    /// <summary>A member named like its type.</summary>
    public static Rule NamedLikeItsType { get; } = new("MOPS0104", Severity.Error, "A member named like its type",
        "'{0}' has the name of the type that it belongs to, which C# does not allow.",
        "Give another name; 'wire' keeps the service's own where the member has one.");

    /// <summary>Two properties with one wire name.</summary>
    public static Rule WireTwice { get; } = new("MOPS0105", Severity.Error, "Two properties with one wire name",
        "The wire name '{0}' of '{1}' {2}.",
        "Give one of the two another 'wire'.");

    /// <summary>Two values with one wire value.</summary>
    public static Rule WireValueTwice { get; } = new("MOPS0106", Severity.Error, "Two values with one wire value",
        "'{0}' and '{1}' share the wire value '{2}'.",
        "Give one of the two another 'wire'.");

    /// <summary>Two files with one name.</summary>
    public static Rule ClaimedTwice { get; } = new("MOPS0107", Severity.Error, "Two files with one name",
        "The {0} '{1}' is also claimed by '{2}'.",
        "Rename one of the two; until then the first by path is generated.");

    // Types
    /// <summary>An unknown type.</summary>
    public static Rule UnknownType { get; } = new("MOPS0111", Severity.Error, "An unknown type",
        "Unknown type '{0}'{1}",
        "Use a primitive or a name of the types of this file or of service.json.");

    /// <summary>Required types in a circle.</summary>
    public static Rule TypeCycle { get; } = new("MOPS0112", Severity.Error, "Required types in a circle",
        "Required members form a cycle: {0}; no value could ever be built.",
        "Make one member of the cycle optional or a list.");

    /// <summary>A type that nothing uses.</summary>
    public static Rule UnusedType { get; } = new("MOPS0113", Severity.Warning, "A type that nothing uses",
        "The type '{0}' is not used.",
        "Use it or remove it.");

    // Properties
    /// <summary>A lower limit above the upper one.</summary>
    public static Rule LimitsCrossed { get; } = new("MOPS0121", Severity.Error, "A lower limit above the upper one",
        "{0} {1} is above {2} {3}.",
        "Exchange or correct the two.");

    /// <summary>A read-only property that is written.</summary>
    public static Rule ReadOnlyWritten { get; } = new("MOPS0122", Severity.Error, "A read-only property that is written",
        "A readOnly property cannot be {0}.",
        "Remove one of the two words.");

    /// <summary>A pattern that does not compile.</summary>
    public static Rule BadPattern { get; } = new("MOPS0123", Severity.Error, "A pattern that does not compile",
        "The pattern is not a valid regular expression: {0}.",
        "Correct it; patterns are .NET regular expressions and hold over the whole text.");

    /// <summary>A default that is not a value.</summary>
    public static Rule BadDefault { get; } = new("MOPS0124", Severity.Error, "A default that is not a value",
        "The default '{0}' is not a value of {1}{2}",
        "Correct the default.");

    /// <summary>A limit that does not fit the type.</summary>
    public static Rule LimitDoesNotFit { get; } = new("MOPS0125", Severity.Error, "A limit that does not fit the type",
        "{0} needs {1}, not '{2}'.",
        "Remove it or change the type.");

    /// <summary>A write-only property that nothing writes.</summary>
    public static Rule NeverWritten { get; } = new("MOPS0126", Severity.Warning, "A write-only property that nothing writes",
        "'{0}' is writeOnly, but the entity has neither create nor update.",
        "Add one of the two or change the access.");

    /// <summary>A value where it cannot travel.</summary>
    public static Rule WrongPlace { get; } = new("MOPS0127", Severity.Error, "A value where it cannot travel",
        "'{0}' cannot travel in {1}: its type is '{2}', and only one plain value has a text.",
        "Put it into the body, or give it a type of one plain value.");

    /// <summary>Pages that cannot be.</summary>
    public static Rule NoPages { get; } = new("MOPS0128", Severity.Error, "Pages that cannot be",
        "'{0}' cannot answer in pages: {1}.",
        "Make the type a list and give the service 'paging', or remove 'paged'.");

    /// <summary>A value that cannot be unique.</summary>
    public static Rule CannotBeUnique { get; } = new("MOPS0129", Severity.Error, "A value that cannot be unique",
        "'{0}' cannot be 'unique': {1}.",
        "Remove the word; it is for a text at the top of an entity that a creation sends and everybody may read.");

    /// <summary>The id property does not exist.</summary>
    public static Rule NoIdProperty { get; } = new("MOPS0131", Severity.Error, "The id property does not exist",
        "{0} names '{1}', which is no property of this entity{2}",
        "Name a property of this file.");

    /// <summary>An example that its pattern refuses.</summary>
    public static Rule ExampleDoesNotMatch { get; } = new("MOPS0132", Severity.Error, "An example that its pattern refuses",
        "The example '{0}' does not match the pattern.",
        "Correct one of the two; patterns hold over the whole text.");

    /// <summary>An unknown parent.</summary>
    public static Rule UnknownParent { get; } = new("MOPS0133", Severity.Error, "An unknown parent",
        "The parent entity '{0}' is not in this service{1}",
        "Name an entity of this folder.");

    /// <summary>A singleton with what only many have.</summary>
    public static Rule SingletonHasOne { get; } = new("MOPS0134", Severity.Error, "A singleton with what only many have",
        "A singleton has no '{0}': there is one of it only.",
        "Remove the word, or remove 'singleton'.");

    // States and actions
    /// <summary>An unknown state.</summary>
    public static Rule UnknownState { get; } = new("MOPS0201", Severity.Error, "An unknown state",
        "Unknown state '{0}'{1}",
        "Use a name of state/values.");

    /// <summary>The state property does not exist.</summary>
    public static Rule NoStateProperty { get; } = new("MOPS0202", Severity.Error, "The state property does not exist",
        "The state property '{0}' is no property of this entity{1}",
        "Name a property of this file.");

    /// <summary>A state property of the wrong form.</summary>
    public static Rule BadStateProperty { get; } = new("MOPS0203", Severity.Error, "A state property of the wrong form",
        "The state property '{0}' must be readOnly and of type '{1}'.",
        "Set its 'access' and 'type' so.");

    /// <summary>A state rule without states.</summary>
    public static Rule NoStates { get; } = new("MOPS0204", Severity.Error, "A state rule without states",
        "'{0}' needs states, and the entity has none.",
        "Add a 'state' block or remove the word.");

    /// <summary>A way through a state that does not pass.</summary>
    public static Rule ViaNotTransitional { get; } = new("MOPS0205", Severity.Error, "A way through a state that does not pass",
        "via '{0}' must be a transitional state, but it is {1}.",
        "Move it to 'to', or change its kind.");

    /// <summary>An action on an entity that is gone.</summary>
    public static Rule FromGone { get; } = new("MOPS0206", Severity.Error, "An action on an entity that is gone",
        "'{0}' is a gone state, and nothing can be done with an entity that is gone.",
        "Remove it from 'from'.");

    /// <summary>An action that ends in a state that passes.</summary>
    public static Rule ToTransitional { get; } = new("MOPS0207", Severity.Error, "An action that ends in a state that passes",
        "'{0}' is a transitional state, and an action ends in a stable, fault or gone state.",
        "Move it to 'via' and name the state in which the action ends.");

    /// <summary>An action without a result state.</summary>
    public static Rule NoResult { get; } = new("MOPS0208", Severity.Error, "An action without a result state",
        "The action '{0}' does not say in which state it ends.",
        "Add 'to'; repeat 'from' where the state does not change.");

    /// <summary>An action without from.</summary>
    public static Rule NoFrom { get; } = new("MOPS0209", Severity.Warning, "An action without from",
        "The action '{0}' has no 'from', so it is allowed in every state.",
        "Add the states in which the service allows it.");

    /// <summary>A delete that does not end in gone.</summary>
    public static Rule DeleteNotGone { get; } = new("MOPS0210", Severity.Error, "A delete that does not end in gone",
        "delete must end in a state of kind gone, and ends in '{0}'.",
        "Add such a state and name it in 'to'.");

    /// <summary>A transition that nobody waits for.</summary>
    public static Rule ViaWithoutTracking { get; } = new("MOPS0211", Severity.Error, "A transition that nobody waits for",
        "The action passes through '{0}' but has no 'tracking', so the call would return too early.",
        "Name a tracking profile of service.json.");

    /// <summary>An unknown tracking profile.</summary>
    public static Rule UnknownTracking { get; } = new("MOPS0212", Severity.Error, "An unknown tracking profile",
        "Unknown tracking '{0}'; the service has {1}{2}",
        "Name one that 'tracking' of service.json holds.");

    /// <summary>Waiting for a state without one.</summary>
    public static Rule EntityStateWithoutStates { get; } = new("MOPS0213", Severity.Error, "Waiting for a state without one",
        "Tracking '{0}' waits for the entity's state, but {1}.",
        "Add the states and 'to', or use another tracking.");

    /// <summary>An end that cannot be seen.</summary>
    public static Rule Unobservable { get; } = new("MOPS0214", Severity.Error, "An end that cannot be seen",
        "Polling the entity cannot tell finished from not started: '{0}' is both in 'from' and in 'to', and there is no 'via'.",
        "Name the transitional state in 'via', or use another tracking.");

    /// <summary>An end that is success and failure.</summary>
    public static Rule SuccessIsFailure { get; } = new("MOPS0215", Severity.Error, "An end that is success and failure",
        "'{0}' is both in 'to' and in 'onFailure', and the state alone tells which it was.",
        "Remove it from one of the two.");

    /// <summary>A state that cannot be reached.</summary>
    public static Rule Unreachable { get; } = new("MOPS0216", Severity.Error, "A state that cannot be reached",
        "The state '{0}' cannot be reached from '{1}' by any action or spontaneous change.",
        "Add what leads there, or remove the state.");

    /// <summary>A state with no way out.</summary>
    public static Rule NoWayOut { get; } = new("MOPS0217", Severity.Warning, "A state with no way out",
        "Nothing leads out of the state '{0}'.",
        "Add the action that does, or make the state gone.");

    /// <summary>A transitional state that never ends.</summary>
    public static Rule NeverEnds { get; } = new("MOPS0218", Severity.Error, "A transitional state that never ends",
        "The state '{0}' is transitional, but no action passes through it and no spontaneous change ends it.",
        "Name it in an action's 'via', or change its kind.");

    /// <summary>A condition on something unknown.</summary>
    public static Rule BadRequirement { get; } = new("MOPS0219", Severity.Error, "A condition on something unknown",
        "requires: {0}",
        "Correct the name.");

    /// <summary>A reference to an unknown member.</summary>
    public static Rule UnknownMember { get; } = new("MOPS0220", Severity.Error, "A reference to an unknown member",
        "'{0}' does not lead to a member of this entity{1}",
        "Use names of properties, joined by dots.");

    // Tracking
    /// <summary>A poll path without handle.</summary>
    public static Rule NoHandle { get; } = new("MOPS0221", Severity.Error, "A poll path without handle",
        "The poll path does not contain {{Handle}}, so every operation would poll the same.",
        "Put {Handle} where the operation's id belongs.");

    /// <summary>A status value with two meanings.</summary>
    public static Rule StatusTwice { get; } = new("MOPS0222", Severity.Error, "A status value with two meanings",
        "The status value '{0}' stands in '{1}' and in '{2}'.",
        "Remove it from one of the two.");

    /// <summary>A poll that cannot tell success.</summary>
    public static Rule NoSuccess { get; } = new("MOPS0223", Severity.Error, "A poll that cannot tell success",
        "Nothing in '{0}' tells that the operation has succeeded.",
        "Give path and succeeded, or done, or pendingHttp.");

    /// <summary>Waiting for a state without settle.</summary>
    public static Rule NoSettle { get; } = new("MOPS0224", Severity.Warning, "Waiting for a state without settle",
        "The old state may be read right after the request and be taken for a failure.",
        "Give 'settle', the time for which the old state may still show.");

    /// <summary>A tracking that is never used.</summary>
    public static Rule TrackingNotReached { get; } = new("MOPS0225", Severity.Warning, "A tracking that is never used",
        "'{0}' is never used: '{1}' before it needs no handle, so it takes every answer.",
        "Move the one without a handle to the end of the list.");

    /// <summary>A word of another kind of tracking.</summary>
    public static Rule NotOfThisKind { get; } = new("MOPS0226", Severity.Error, "A word of another kind of tracking",
        "'{0}' means nothing in tracking of kind {1}.",
        "Remove it, or change the kind.");

    /// <summary>Waiting rules that contradict.</summary>
    public static Rule DelayCrossed { get; } = new("MOPS0231", Severity.Error, "Waiting rules that contradict",
        "{0} {1} is {2} {3} {4}.",
        "Correct one of the two.");

    /// <summary>Paging without its places.</summary>
    public static Rule PagingIncomplete { get; } = new("MOPS0241", Severity.Error, "Paging without its places",
        "Paging of style {0} needs '{1}'.",
        "Say where it is in the answer or in the query.");

    // Paths
    /// <summary>An unknown placeholder.</summary>
    public static Rule UnknownPlaceholder { get; } = new("MOPS0301", Severity.Error, "An unknown placeholder",
        "The template uses {{{0}}}, which is no part of the address, no option and no parameter of the path{1}",
        "Use the id, the parent's id, a property or parameter that is in the path, or an option.");

    /// <summary>A path that needs an id that does not exist yet.</summary>
    public static Rule IdBeforeItExists { get; } = new("MOPS0302", Severity.Error, "A path that needs an id that does not exist yet",
        "'{0}' cannot use {{{1}}}: the service assigns it.",
        "Remove the placeholder, or set id/assignedBy to caller.");

    /// <summary>An unbalanced quote or brace.</summary>
    public static Rule UnbalancedPath { get; } = new("MOPS0303", Severity.Error, "An unbalanced quote or brace",
        "The template '{0}' has {1}.",
        "Close it; placeholders are {Name}, {+Name} and '{Name}'.");

    /// <summary>An unusual method.</summary>
    public static Rule UnusualMethod { get; } = new("MOPS0304", Severity.Warning, "An unusual method",
        "'{0}' usually uses {1}, not {2}.",
        "Check the method, and suppress this finding where the service wants it so.");

    /// <summary>A path without the id.</summary>
    public static Rule NoIdInPath { get; } = new("MOPS0305", Severity.Warning, "A path without the id",
        "The path of '{0}' does not contain {{{1}}}, so it is the same for every entity.",
        "Put the placeholder where the id belongs, or suppress this finding where the service has one such entity only.");

    /// <summary>A part of a path that no path holds.</summary>
    public static Rule NotInThePath { get; } = new("MOPS0306", Severity.Error, "A part of a path that no path holds",
        "'{0}' is in the path, but no path holds {{{0}}}.",
        "Put the placeholder where it belongs, or remove 'in'.");

    /// <summary>A whole body beside other members.</summary>
    public static Rule WholeBodyShared { get; } = new("MOPS0307", Severity.Error, "A whole body beside other members",
        "'{0}' is the whole body, and {1} would be in it too.",
        "Move one of the two into the path, the query or a header.");

    // Errors
    /// <summary>An unknown error code.</summary>
    public static Rule UnknownCode { get; } = new("MOPS0401", Severity.Error, "An unknown error code",
        "Unknown error code '{0}'{1}",
        "Use a name of errors/codes of service.json.");

    /// <summary>Two codes with one wire value.</summary>
    public static Rule CodeTwice { get; } = new("MOPS0402", Severity.Error, "Two codes with one wire value",
        "The codes '{0}' and '{1}' share the wire value '{2}'.",
        "Give one of the two another 'wire'.");

    // Security
    /// <summary>A value that may add path segments.</summary>
    public static Rule OpenSegments { get; } = new("MOPS0501", Severity.Error, "A value that may add path segments",
        "{{+{0}}} lets the value add path segments, and {1} does not fix them.",
        "Give a pattern that starts with ^, ends with $ and fixes the segments.");

    /// <summary>A pattern that may be slow.</summary>
    public static Rule SlowPattern { get; } = new("MOPS0502", Severity.Warning, "A pattern that may be slow",
        "The pattern repeats a repetition, which can take very long on hostile text; a time-out will guard it.",
        "Rewrite it so that no repetition stands inside another.");

    /// <summary>A status URL without trusted hosts.</summary>
    public static Rule NoTrustHosts { get; } = new("MOPS0503", Severity.Info, "A status URL without trusted hosts",
        "Status URLs are followed with credentials, to the endpoint's host only.",
        "Give 'trustHosts' where the service hands out others.");

    /// <summary>A plain http endpoint.</summary>
    public static Rule PlainHttp { get; } = new("MOPS0504", Severity.Warning, "A plain http endpoint",
        "The endpoint is not encrypted, so tokens can be read on the way.",
        "Use https.");

    /// <summary>A credential that is not marked secret.</summary>
    public static Rule LooksSecret { get; } = new("MOPS0505", Severity.Warning, "A credential that is not marked secret",
        "'{0}' looks like a credential and is not marked secret.",
        "Set \"secret\": true so that it is never logged.");

    /// <summary>Incomplete authentication.</summary>
    public static Rule AuthIncomplete { get; } = new("MOPS0506", Severity.Error, "Incomplete authentication",
        "The scheme {0} needs '{1}'.",
        "Add the word; a schema file says how credentials travel and never holds one.");

    // Generating
    /// <summary>A mistake in the generator.</summary>
    public static Rule InternalError { get; } = new("MOPS0901", Severity.Error, "A mistake in the generator",
        "'{0}' could not be processed, which is a mistake of the generator and not of the file: {1}.",
        "Report it with the file; the other files are generated all the same.");

    /// <summary>A namespace that C# does not allow.</summary>
    public static Rule BadNamespace { get; } = new("MOPS0903", Severity.Error, "A namespace that C# does not allow",
        "The metadata Namespace of the item is '{0}', which is no namespace.",
        "Use identifiers of ASCII letters, digits and underscores joined by dots; until then the schema's own is used.");

    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Structure, DuplicateKey, NotJson, NoService, UnknownWord,
        BadName, UnsafeText, NameTwice, GeneratedNameTwice, ReservedName,
        NamedLikeItsType, WireTwice, WireValueTwice, ClaimedTwice, UnknownType,
        TypeCycle, UnusedType, LimitsCrossed, ReadOnlyWritten, BadPattern,
        BadDefault, LimitDoesNotFit, NeverWritten, WrongPlace, NoPages, CannotBeUnique, NoIdProperty, ExampleDoesNotMatch,
        UnknownParent, SingletonHasOne, UnknownState, NoStateProperty, BadStateProperty, NoStates,
        ViaNotTransitional, FromGone, ToTransitional, NoResult, NoFrom,
        DeleteNotGone, ViaWithoutTracking, UnknownTracking, EntityStateWithoutStates, Unobservable,
        SuccessIsFailure, Unreachable, NoWayOut, NeverEnds, BadRequirement,
        UnknownMember, NoHandle, StatusTwice, NoSuccess, NoSettle,
        TrackingNotReached, NotOfThisKind, DelayCrossed, PagingIncomplete, UnknownPlaceholder, IdBeforeItExists, UnbalancedPath, UnusualMethod,
        NoIdInPath, NotInThePath, WholeBodyShared, UnknownCode, CodeTwice, OpenSegments, SlowPattern, NoTrustHosts,
        PlainHttp, LooksSecret, AuthIncomplete, InternalError, BadNamespace,
    ];

    /// <summary>The rule of that id, or null.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
