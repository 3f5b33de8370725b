using System.Globalization;
using MediaOps.Tool.Check;
using MediaOps.Tool.Docs;
using Spectre.Console;

namespace MediaOps.Tool.Diff.Report;

/// <summary>Writes a report in one of its formats.</summary>
internal static class DiffWriter
{
    /// <summary>Writes the changes as the answer, and how it went beside it.</summary>
    public static void Write(this DiffReport report, DiffFormat format, Terminal terminal)
    {
        switch (format)
        {
            case DiffFormat.Json:
                terminal.Json(new { changes = report.Items.Select(DiffJson.Of), breaking = report.Items.Count(item => item.Change.IsBreaking), compatible = report.Items.Count(item => !item.Change.IsBreaking) });
                return;
            case DiffFormat.Markdown:
                terminal.Document(Markdown(report));
                break;
            case DiffFormat.GitHub:
                terminal.Document(string.Concat(report.Items.Select(item => GitHub(item) + "\n")));
                break;
            default:
                foreach (Reported item in report.Items)
                {
                    WriteLine(item, terminal);
                }

                break;
        }

        terminal.Talk(report.Summary);
    }

    private static void WriteLine(Reported item, Terminal terminal)
    {
        string place = item.At is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.File}({at.Line},{at.Column}): ") : string.Empty;
        Color color = item.Change.Kind switch { ChangeKind.BreakingSource or ChangeKind.BreakingBinary => Color.Red, ChangeKind.BreakingBehaviour => Color.Yellow, _ => Color.Green };
        terminal.Answer((place, Style.Plain), (Kinds.Name(item.Change.Kind), new Style(color)), ($": {item.Change.What} {item.Change.Effect}", Style.Plain));
    }

    private static string Markdown(DiffReport report)
    {
        MarkdownPage page = new MarkdownPage().Heading(1, "Changes of the schemas").Paragraph(report.Summary);
        foreach (ChangeKind kind in Kinds.All)
        {
            Reported[] items = [.. report.Items.Where(item => item.Change.Kind == kind)];
            if (items.Length > 0)
            {
                page.Heading(2, Title(kind)).Table(["Where", "What", "What it means"], items.Select(item => (IReadOnlyList<string>)
                [
                    item.At is { } at ? Docs.Markdown.Code(string.Create(CultureInfo.InvariantCulture, $"{at.File}:{at.Line}")) : string.Empty,
                    Docs.Markdown.Text(item.Change.What),
                    Docs.Markdown.Text(item.Change.Effect),
                ]));
            }
        }

        return page.ToString();
    }

    /// <summary>A pull request shows new files only: what is gone is shown where it would stand.</summary>
    private static string GitHub(Reported item)
    {
        string command = item.Change.Kind switch { ChangeKind.BreakingSource or ChangeKind.BreakingBinary => "error", ChangeKind.BreakingBehaviour => "warning", _ => "notice" };
        string place = (item.New ?? item.Old) is { } at ? string.Create(CultureInfo.InvariantCulture, $"file={GitHubAnnotation.Property(at.File.Replace('\\', '/'))},line={at.Line},col={at.Column},") : string.Empty;
        return $"::{command} {place}title={GitHubAnnotation.Property(Kinds.Name(item.Change.Kind))}::{GitHubAnnotation.Data(item.Change.What + " " + item.Change.Effect)}";
    }

    private static string Title(ChangeKind kind) => kind switch
    {
        ChangeKind.BreakingSource => "Breaking: programs do not compile",
        ChangeKind.BreakingBinary => "Breaking: programs must be compiled anew",
        ChangeKind.BreakingBehaviour => "Breaking: programs behave differently",
        _ => "Compatible",
    };
}

/// <summary>A change as <c>--json</c> tells it: the members' names are a promise to scripts.</summary>
internal sealed record DiffJson(string Kind, bool Breaking, string Service, string? Entity, string Member, string What, string Effect, Location? New, Location? Old)
{
    /// <summary>The change in this form.</summary>
    public static DiffJson Of(Reported item) => new(
        Kinds.Name(item.Change.Kind), item.Change.IsBreaking, item.Change.Place.Service, item.Change.Place.Entity, item.Change.Place.Path, item.Change.What, item.Change.Effect, item.New, item.Old);
}
