using System.Text.Json.Nodes;
using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.Http;

/// <summary>In which of several states an action ends.</summary>
internal static class Ends
{
    /// <summary>The one that was chosen, else the one that a parameter asks for, else the first; null where the schema names none.</summary>
    /// <exception cref="InvalidOperationException">The choice is none of the action's states.</exception>
    public static string? Of(EmulatorOptions options, EntityModel kind, ActionSpec action, ActionInput input)
    {
        if (action.To.Count <= 1)
        {
            return action.To.Count == 0 ? null : action.To[0];
        }

        JsonObject parameters = input.Parameters;
        if (options.EndIn?.Invoke(kind.Name, action.Name, parameters) is { } chosen)
        {
            return action.To.Contains(chosen, StringComparer.Ordinal)
                ? chosen
                : throw new InvalidOperationException($"EmulatorOptions.EndIn chose {chosen} for {action.Name} of {kind.Name}, which ends in {string.Join(" or ", action.To)}.");
        }

        return action.Parameters.FirstOrDefault(parameter => parameter.To is not null && IsTrue(parameters[parameter.Name]))?.To ?? action.To[0];
    }

    private static bool IsTrue(JsonNode? parameter) => parameter is JsonValue value && value.TryGetValue(out bool given) && given;
}
