using System;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>Text of a schema file in, spec and findings out. Pure: no files, no clock, no culture, never an exception for what a text says.</summary>
public static class SchemaParser
{
    /// <summary>Reads one file and checks it by itself; <see cref="CrossChecks"/> does the rest.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="path">Its path, for findings.</param>
    /// <param name="kind">What it is: <see cref="SchemaFiles.KindOf"/>. A file of kind <see cref="FileKind.None"/> is not read.</param>
    public static ParsedFile Parse(string text, string path, FileKind kind)
    {
        var context = new ParseContext(path, text);
        if (kind == FileKind.None)
        {
            return new ParsedFile(path, null, null, default, context.BuildMarks());
        }

        JsonDocument document = JsonReader.Read(text);
        bool notJson = Report(document, context);
        if (document.Root.Kind != JsonKind.Object)
        {
            if (!notJson)
            {
                context.Report(Rules.Structure, string.Empty, document.Root, "expected an object.");
            }

            Marks none = context.BuildMarks();
            return new ParsedFile(path, null, null, context.BuildFindings(none, []), none);
        }

        context.Mark(string.Empty, document.Root);
        bool ours = ClaimsOurSchema(document.Root);
        return kind == FileKind.Service ? Service(context, document.Root, path, ours) : Entity(context, document.Root, path, ours);
    }

    private static ParsedFile Service(ParseContext context, JsonValue root, string path, bool ours)
    {
        ServiceSpec? spec = ServiceParser.Parse(new ObjectReader(context, root, string.Empty, Vocabulary.Service));
        Marks marks = context.BuildMarks();
        var sink = new FindingSink(path, marks);
        if (spec is not null)
        {
            ServiceChecks.Check(spec, sink);
            spec = spec with
            {
                Types = SpecResolver.Resolve(EntityPruner.Prune(spec.Types, []), spec.Wire),
                Options = EntityPruner.DistinctBy(spec.Options, option => option.Name),
                Tracking = EntityPruner.DistinctBy(spec.Tracking, tracking => tracking.Name),
            };
        }

        return new ParsedFile(path, spec, null, context.BuildFindings(marks, sink.Findings), marks) { ClaimsOurSchema = ours };
    }

    private static ParsedFile Entity(ParseContext context, JsonValue root, string path, bool ours)
    {
        EntitySpec? spec = EntityParser.Parse(new ObjectReader(context, root, string.Empty, Vocabulary.Entity));
        Marks marks = context.BuildMarks();
        var sink = new FindingSink(path, marks);
        if (spec is not null)
        {
            EntityChecks.Check(spec, sink);
            spec = EntityPruner.Prune(spec);
        }

        return new ParsedFile(path, null, spec, context.BuildFindings(marks, sink.Findings), marks) { ClaimsOurSchema = ours };
    }

    private static bool Report(JsonDocument document, ParseContext context)
    {
        bool notJson = false;
        foreach (JsonProblem problem in document.Problems)
        {
            notJson |= problem.Kind == JsonProblemKind.Syntax;
            string message = problem.Kind == JsonProblemKind.Syntax ? problem.Message : Messages.Clean(problem.Message);
            context.Report(problem.Kind == JsonProblemKind.Syntax ? Rules.NotJson : Rules.DuplicateKey, string.Empty, problem.Start, problem.Length, message);
        }

        return notJson;
    }

    private static bool ClaimsOurSchema(JsonValue root)
    {
        string schema = root.Find("$schema")?.Value.Text ?? string.Empty;
        return schema.EndsWith("entity.schema.json", StringComparison.Ordinal) || schema.EndsWith("service.schema.json", StringComparison.Ordinal);
    }
}
