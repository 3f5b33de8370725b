using System.Text;
using System.Text.Json;

namespace MediaOps.Runtime;

/// <summary>Secret values that a request carries: a service may repeat them, and they must not get into a message, a log or a trace.</summary>
internal static class SentSecrets
{
    /// <summary>Shorter ones are told: hiding them would take apart the words of every message.</summary>
    public const int Shortest = 4;

    /// <summary>Shorter ones may be a part of any id by chance, and no operation is to be lost for that.</summary>
    public const int ShortestInHandle = 16;

    /// <param name="body">The body as it is sent.</param>
    /// <param name="members">Names of the members that are secret with all that is in them; an empty name is the body itself.</param>
    /// <param name="outside">Secret values in path, query and headers.</param>
    public static string[] Of(RequestBody body, string[] members, string[] outside)
    {
        if (members.Length == 0 && outside.Length == 0)
        {
            return [];
        }

        var found = new HashSet<string>(outside, StringComparer.Ordinal);
        if (members.Length > 0)
        {
            Collect(body.Bytes.Span, members, found);
        }

        return [.. found.Where(static text => text.Length >= Shortest)];
    }

    private static void Collect(ReadOnlySpan<byte> json, string[] members, HashSet<string> found)
    {
        // As deep as a writer writes.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        int? secret = Array.IndexOf(members, "") >= 0 ? 0 : null;
        while (!json.IsEmpty && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    secret ??= IsOneOf(ref reader, members) ? reader.CurrentDepth : null;
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    continue;
                case JsonTokenType.String when secret is not null:
                    found.Add(reader.GetString()!);
                    break;
                case JsonTokenType.Number when secret is not null:
                    found.Add(Encoding.UTF8.GetString(reader.ValueSpan));
                    break;
                default:
                    break;
            }

            secret = reader.CurrentDepth == secret ? null : secret;
        }
    }

    private static bool IsOneOf(ref Utf8JsonReader reader, string[] members)
    {
        foreach (string member in members)
        {
            if (reader.ValueTextEquals(member))
            {
                return true;
            }
        }

        return false;
    }
}
