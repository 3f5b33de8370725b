using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>Reads lifecycle verbs and actions.</summary>
internal static class ActionParser
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "MERGE", "DELETE"];

    public static ActionSpec? Verb(ObjectReader? lifecycle, string word, ActionKind kind) =>
        lifecycle?.Object(word, Vocabulary.Action) is { } reader ? Parse(reader, kind.ToString(), kind) : null;

    public static EquatableArray<ActionSpec> Actions(ObjectReader file) => file.Named("actions", "an action", Vocabulary.Action)
        .Select(action => Parse(action.Reader, action.Name, ActionKind.Custom))
        .OfType<ActionSpec>()
        .ToEquatableArray();

    /// <summary>"POST /Channels" as method and path; a missing or odd one is a finding.</summary>
    public static (string Method, string Path)? Http(ObjectReader reader, string word, bool required = true)
    {
        if (reader.Literal(word, required) is not { } text)
        {
            return null;
        }

        int blank = text.IndexOf(' ');
        string method = blank < 0 ? text : text.Substring(0, blank);
        string path = blank < 0 ? string.Empty : text.Substring(blank + 1);
        if (!Methods.Contains(method, StringComparer.Ordinal) || path.Length == 0 || path[0] != '/')
        {
            reader.Structure(word, $"'{Messages.Clean(text)}' is not a method ({string.Join(", ", Methods)}) and a path that begins with '/'.");
            return null;
        }

        if (path.IndexOfAny([' ', '#', '\\', '"', '<', '>']) >= 0 || path.Split('/').Any(segment => segment is "." or ".."))
        {
            reader.Structure(word, $"the path '{Messages.Clean(path)}' holds a blank, one of # \\ \" < > or a segment of dots.");
            return null;
        }

        return (method, path);
    }

    public static DelaySpec? Delay(ObjectReader owner) => owner.Object("delay", Vocabulary.Delay) is { } reader
        ? new DelaySpec(reader.Delay("min"), reader.Delay("interval"), reader.Delay("typical"), reader.Delay("timeout"))
        : null;

    private static ActionSpec? Parse(ObjectReader reader, string name, ActionKind kind)
    {
        (string Method, string Path)? http = Http(reader, "http");
        ObjectReader? idempotency = reader.Object("idempotency", Vocabulary.Idempotency);
        EquatableArray<string>? from = reader.Has("from") ? reader.Literals("from") : null;
        (string? returns, ValueSpec? value) = Returns(reader);
        (EquatableArray<string> to, string? toProperty, bool toPrevious) = To(reader);
        var action = new ActionSpec(
            name,
            kind,
            reader.Prose("description"),
            http?.Method ?? string.Empty,
            http?.Path ?? string.Empty,
            TypeParser.Parameters(reader),
            Body(reader),
            returns,
            value,
            reader.Literal("items"),
            idempotency?.Literal("header"),
            idempotency?.Literal("query"),
            idempotency?.Literal("body"),
            from,
            reader.Literals("via"),
            to,
            toProperty,
            toPrevious,
            reader.Literals("onFailure"),
            Requires(reader),
            reader.Literals("tracking"),
            Delay(reader),
            reader.Literals("errors"),
            Overloads(reader, kind).ToEquatableArray(),
            reader.Literals("always"),
            reader.Object("fieldMask", Vocabulary.FieldMask)?.Literal("query", required: true),
            reader.Bool("inferred"));
        return http is null ? null : action;
    }

    /// <summary>A text is the place of the entity; an object describes a value of its own.</summary>
    private static (string? Entity, ValueSpec? Value) Returns(ObjectReader reader)
    {
        if (reader.Raw("returns")?.Kind != JsonKind.Object)
        {
            return (reader.Literal("returns"), null);
        }

        ObjectReader value = reader.Object("returns", Vocabulary.Value)!;
        TypeRef? type = TypeParser.Ref(value);
        string? path = value.Literal("path");
        bool paged = value.Bool("paged");
        return (null, type is null ? null : new ValueSpec(type, path, paged));
    }

    private static (EquatableArray<string> States, string? Property, bool Previous) To(ObjectReader reader)
    {
        if (reader.Raw("to")?.Kind == JsonKind.Object)
        {
            return (default, reader.Object("to", Vocabulary.To)?.Literal("by", required: true), false);
        }

        EquatableArray<string> states = reader.Literals("to");
        return states.Count == 1 && states[0] == "@previous" ? (default, null, true) : (states, null, false);
    }

    /// <summary>Fixed members of the body as JSON text of our own making: nothing of the author's spelling, so that equal bodies are equal texts.</summary>
    private static string? Body(ObjectReader reader)
    {
        if (!reader.Has("body"))
        {
            return null;
        }

        var members = new List<string>();
        foreach ((JsonMember member, string path) in reader.Entries("body"))
        {
            string? name = member.Name.All(c => c is >= ' ' and <= '~') ? JsonText.Quote(member.Name) : null;
            string? value = member.Value.Kind switch
            {
                JsonKind.Number or JsonKind.Boolean or JsonKind.Null => member.Value.Text,
                JsonKind.Invalid => null,
                _ => reader.Literal(member.Value, path) is { } text ? JsonText.Quote(text) : null,
            };
            if (name is not null && value is not null)
            {
                members.Add(name + ":" + value);
            }
        }

        return "{" + string.Join(",", members) + "}";
    }

    private static RequiresSpec Requires(ObjectReader action)
    {
        if (action.Object("requires", Vocabulary.Requires) is not { } reader)
        {
            return RequiresSpec.None;
        }

        var children = new List<ChildrenRequirement>();
        foreach ((JsonMember member, string path) in reader.Entries("children"))
        {
            EquatableArray<string> states = States(reader, member.Value, path);
            if (Names.IsIdentifier(member.Name) && states.Count > 0)
            {
                children.Add(new ChildrenRequirement(member.Name, states));
            }
        }

        var self = new List<NamedText>();
        foreach ((JsonMember member, string path) in reader.Entries("self"))
        {
            string? value = member.Value.Kind is JsonKind.Number or JsonKind.Boolean ? member.Value.Text : reader.Literal(member.Value, path);
            if (Names.IsIdentifier(member.Name) && value is not null)
            {
                self.Add(new NamedText(member.Name, value));
            }
        }

        return new RequiresSpec(reader.Literals("parent"), children.ToEquatableArray(), self.ToEquatableArray());
    }

    private static EquatableArray<string> States(ObjectReader reader, JsonValue value, string path)
    {
        IEnumerable<JsonValue> values = value.Kind == JsonKind.Array ? value.Items : [value];
        return values.Select(item => reader.Literal(item, path)).OfType<string>().ToEquatableArray();
    }

    private static IEnumerable<OverloadSpec> Overloads(ObjectReader reader, ActionKind kind)
    {
        if (!reader.Has("overloads"))
        {
            yield break;
        }

        if (kind != ActionKind.Create)
        {
            reader.Structure("overloads", "only create has overloads.");
            yield break;
        }

        foreach ((JsonValue value, string path) in reader.Items("overloads", "a list of objects"))
        {
            if (!reader.Is(value, JsonKind.Object, path, "an object of parameter names and member paths"))
            {
                continue;
            }

            OverloadParameter[] parameters = [.. OverloadParameters(reader, value, path)];
            if (parameters.Length > 0)
            {
                yield return new OverloadSpec(parameters.ToEquatableArray());
            }
        }
    }

    private static IEnumerable<OverloadParameter> OverloadParameters(ObjectReader reader, JsonValue value, string path)
    {
        foreach (JsonMember member in value.Members)
        {
            string memberPath = path + "/" + Messages.Clean(member.Name);
            if (member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            reader.Context.Mark(memberPath, member);
            if (!Names.IsParameter(member.Name))
            {
                reader.Context.ReportName(Rules.Structure, memberPath, member, $"'{Messages.Clean(member.Name)}' is not a parameter name: a small letter, then letters and digits, and no keyword.");
            }
            else if (reader.Literal(member.Value, memberPath) is { } target)
            {
                yield return new OverloadParameter(member.Name, target);
            }
        }
    }
}
