using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Fills the placeholders of an endpoint. Values come from configuration and become part of a host: a dot or slash too many would send tokens elsewhere.</summary>
internal static class EndpointTemplate
{
    public static Uri Fill(string template, (string Name, string Value, string? Pattern)[] values)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(values);
        string text = template;
        foreach ((string name, string value, string? pattern) in values)
        {
            string place = "{" + name + "}";
            int host = template.IndexOf("://", StringComparison.Ordinal) + 3;
            int path = template.IndexOf('/', host);
            bool isPath = path >= 0 && template.IndexOf(place, StringComparison.Ordinal) > path;
            if (isPath)
            {
                CheckValue(name, value, pattern);
            }
            else
            {
                Check(name, value, pattern);
            }

            text = text.Replace(place, isPath ? Uri.EscapeDataString(value) : value, StringComparison.Ordinal);
        }

        int open = text.IndexOf('{', StringComparison.Ordinal);
        if (open >= 0)
        {
            throw new ArgumentException($"The endpoint '{template}' has no value for {text[open..(text.IndexOf('}', open) + 1)]}.", nameof(values));
        }

        return new Uri(text, UriKind.Absolute);
    }

    /// <summary>Holds a value that stands in paths to its pattern, and to what a path can carry.</summary>
    public static void CheckValue(string name, string value, string? pattern)
    {
        Validation validation = Begin(name, value, pattern);
        if (!string.IsNullOrEmpty(value) && PathTemplate.Fault(value) is { } fault)
        {
            throw new ArgumentException($"{name} {fault}.", JsonNamingPolicy.CamelCase.ConvertName(name));
        }

        validation.ThrowIfAny(JsonNamingPolicy.CamelCase.ConvertName(name));
    }

    private static Validation Begin(string name, string value, string? pattern)
    {
        var validation = new Validation("The address of the service");
        validation.RequiredText(name, value);
        if (pattern is not null)
        {
            validation.Pattern(name, value, pattern);
        }

        return validation;
    }

    private static void Check(string name, string value, string? pattern)
    {
        Validation validation = Begin(name, value, pattern);

        // One label or several, never an empty one: "a..b" and ".evil" are not host names.
        validation.Pattern(name, value, "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
        // Generated clients name their parameters so.
        validation.ThrowIfAny(JsonNamingPolicy.CamelCase.ConvertName(name));
    }
}
