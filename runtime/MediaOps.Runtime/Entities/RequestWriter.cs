using System.Text;

namespace MediaOps.Runtime;

/// <summary>Makes the request of an action: its path from address, parameters and the client's own values, its query, headers and body.</summary>
internal static class RequestWriter
{
    /// <exception cref="ArgumentException">A value cannot stand in the path.</exception>
    public static ServiceRequest Write(ServiceConnection connection, EntityDefinition entity, ActionDefinition action, PathValues address, in RequestArguments arguments)
    {
        string path = action.Path.Expand(connection.Values.With(address).With(arguments.PathValues));
        return new ServiceRequest(action.Method, WithQuery(path, arguments.QueryMembers)) { Body = arguments.Body, Headers = arguments.Headers };
    }

    private static string WithQuery(string path, ReadOnlySpan<KeyValuePair<string, string>> members)
    {
        if (members.IsEmpty)
        {
            return path;
        }

        var text = new StringBuilder(path);
        bool first = !path.Contains('?', StringComparison.Ordinal);
        foreach ((string name, string value) in members)
        {
            text.Append(first ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            first = false;
        }

        return text.ToString();
    }
}
