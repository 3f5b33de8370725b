using System.Globalization;

namespace ChannelOperationsSample;

/// <summary>The command line.</summary>
/// <param name="Endpoint">The server to run against, or null for the emulator.</param>
/// <param name="Speed">How many times faster than real time the clock runs.</param>
internal sealed record Arguments(Uri? Endpoint, double Speed)
{
    private const string Usage = "Usage: ChannelOperations [--endpoint https://host/api/] [--speed N]";

    public static Arguments Parse(string[] args)
    {
        Uri? endpoint = null;
        double? speed = null;
        for (int at = 0; at < args.Length; at += 2)
        {
            string? value = at + 1 < args.Length ? args[at + 1] : null;
            bool understood = args[at] switch
            {
                "--endpoint" => Uri.TryCreate(value, UriKind.Absolute, out endpoint),
                "--speed" when double.TryParse(value, CultureInfo.InvariantCulture, out double factor) && factor > 0 => (speed = factor) is not null,
                _ => false,
            };
            if (!understood)
            {
                throw new ArgumentException($"'{args[at]} {value}' is not understood. {Usage}", nameof(args));
            }
        }

        // A real server keeps real time; the emulator can be as fast as the client.
        return new Arguments(endpoint, speed ?? (endpoint is null ? 120 : 1));
    }
}
