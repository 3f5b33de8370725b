using System.Globalization;
using System.Text;

namespace MediaOps.Benchmarks.Compiling;

/// <summary>The source of a project of a given size: ordinary methods, and among them some that call actions of entities.</summary>
internal static class ProjectSource
{
    private const int MethodsPerFile = 20;

    /// <summary>Writes a project.</summary>
    /// <param name="lines">How many lines it has, at least.</param>
    /// <param name="oneIn">One method of so many uses an action; 1 for every method, 0 for none, and then nothing of the client is named.</param>
    public static Project Write(int lines, int oneIn)
    {
        var files = new List<string>();
        int written = 0, methods = 0, stateful = 0;
        while (written < lines)
        {
            var file = new StringBuilder();
            Begin(file, files.Count, usesClient: oneIn > 0);
            for (int i = 0; i < MethodsPerFile; i++, methods++)
            {
                bool usesAction = oneIn > 0 && methods % oneIn == 0;
                string[] shapes = usesAction ? StatefulMethods : OrdinaryMethods;
                file.Append(shapes[(usesAction ? stateful : methods) % shapes.Length].Replace("#", methods.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
                stateful += usesAction ? 1 : 0;
            }

            file.Append("}\n");
            string text = file.ToString();
            files.Add(text);
            written += text.Count(character => character == '\n');
        }

        return new Project(files, written, methods, stateful);
    }

    private static void Begin(StringBuilder file, int number, bool usesClient)
    {
        file.Append("using System;\nusing System.Collections.Generic;\nusing System.Globalization;\nusing System.Linq;\nusing System.Text;\nusing System.Threading;\nusing System.Threading.Tasks;\n");
        file.Append(usesClient ? "using Media.AzureV2;\nusing MediaOps;\n" : "");
        file.Append(CultureInfo.InvariantCulture, $"\nnamespace Acme.Part{number};\n\npublic sealed record Item(int Id, string Name, double Weight);\n\npublic static class Module\n{{\n");
    }

    /// <summary>What most of a program is made of.</summary>
    private static readonly string[] OrdinaryMethods =
    [
        """
            public static string Describe#(IReadOnlyList<Item> items, string title)
            {
                var text = new StringBuilder(title);
                foreach (Item item in items.Where(item => item.Weight > #).OrderBy(item => item.Name, StringComparer.Ordinal))
                {
                    if (text.Length > 0)
                    {
                        text.Append(", ");
                    }

                    text.Append(item.Name).Append(':').Append(item.Weight.ToString("F2", CultureInfo.InvariantCulture));
                }

                return text.ToString();
            }


        """,
        """
            public static async Task<int> Count#(IAsyncEnumerable<Item> items, int limit, CancellationToken cancellationToken)
            {
                int count = 0;
                await foreach (Item item in items.WithCancellation(cancellationToken))
                {
                    if (item is { Weight: > 10, Name.Length: > 3 } && !item.Name.StartsWith("x#", StringComparison.Ordinal))
                    {
                        count += item.Id % 2 == 0 ? 2 : 1;
                    }

                    if (count >= limit)
                    {
                        break;
                    }
                }

                return count;
            }


        """,
        """
            public static Dictionary<string, double> Sum#(IEnumerable<Item> items)
            {
                var sums = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
                foreach (IGrouping<string, Item> group in items.GroupBy(item => item.Name))
                {
                    double total = 0;
                    foreach (Item item in group)
                    {
                        total += item.Weight * (item.Id + #);
                    }

                    sums[group.Key] = Math.Round(total, 3);
                }

                return sums;
            }


        """,
        """
            public static string Classify#(Item item, DateTime now)
            {
                string kind = item.Weight switch
                {
                    < 0 => throw new ArgumentOutOfRangeException(nameof(item)),
                    < 1 => "light",
                    < 10 and >= 1 => "medium",
                    _ => "heavy",
                };
                try
                {
                    int number = int.Parse(item.Name, NumberStyles.Integer, CultureInfo.InvariantCulture);
                    return $"{kind} {number + #} {now:yyyy-MM-dd}";
                }
                catch (FormatException)
                {
                    return kind;
                }
            }


        """,
        """
            public static int[] Sort#(int[] values)
            {
                int[] copy = (int[])values.Clone();
                for (int i = 1; i < copy.Length; i++)
                {
                    int value = copy[i];
                    int j = i - 1;
                    while (j >= 0 && copy[j] > value)
                    {
                        copy[j + 1] = copy[j];
                        j--;
                    }

                    copy[j + 1] = value ^ #;
                }

                return copy;
            }


        """,
    ];

    /// <summary>Methods that use actions as programs do: a whole life, a failure, a question of the state, parent and children.</summary>
    private static readonly string[] StatefulMethods =
    [
        """
            public static async Task Cycle#(CloudMediaContext media, ChannelInput input, int turns, CancellationToken cancellationToken)
            {
                Channel channel = await media.Channels.CreateAsync(new ChannelCreationOptions { Name = "live#", Input = input }, cancellationToken: cancellationToken);
                for (int turn = 0; turn < turns; turn++)
                {
                    await channel.StartAsync(cancellationToken: cancellationToken);
                    Console.WriteLine($"{channel.Name} is {channel.State}");
                    if (channel.State == ChannelState.Running)
                    {
                        await channel.ResetAsync(cancellationToken: cancellationToken);
                    }

                    await channel.StopAsync(cancellationToken: cancellationToken);
                }

                await channel.DeleteAsync(cancellationToken: cancellationToken);
            }


        """,
        """
            public static async Task<string> Send#(CloudMediaContext media, string id, CancellationToken cancellationToken)
            {
                Channel channel = await media.Channels.GetAsync(id, cancellationToken);
                try
                {
                    if (channel.State != ChannelState.Stopped)
                    {
                        return "busy";
                    }

                    Operation<Channel> start = await channel.SendStartOperationAsync(cancellationToken);
                    await start.WaitForCompletionAsync(cancellationToken: cancellationToken);
                    await channel.StopAsync(cancellationToken: cancellationToken);
                    return start.Id;
                }
                catch (OperationFailedException failure)
                {
                    await channel.RefreshAsync(cancellationToken);
                    return failure.Message;
                }
            }


        """,
        """
            public static async Task Settle#(IChannel channel, string description)
            {
                switch (channel.State)
                {
                    case ChannelState.Running:
                        await channel.StopAsync();
                        goto case ChannelState.Stopped;
                    case ChannelState.Stopped:
                        channel.Description = description;
                        await channel.UpdateAsync();
                        break;
                    case ChannelState.Starting or ChannelState.Stopping:
                        await channel.RefreshAsync();
                        break;
                    default:
                        throw new InvalidOperationException(description + #);
                }
            }


        """,
        """
            public static async Task Archive#(CloudMediaContext media, Channel channel, string asset)
            {
                if (channel.State is not ChannelState.Running)
                {
                    return;
                }

                Media.AzureV2.Program program = await channel.Programs.CreateAsync(new ProgramCreationOptions { Name = "show#", AssetId = asset, ArchiveWindowLength = TimeSpan.FromHours(1) });
                await program.StartAsync();
                await foreach (Channel other in media.Channels.ListAsync(other => other.State == ChannelState.Stopped))
                {
                    await other.StartAsync();
                }

                await program.StopAsync();
                await program.DeleteAsync();
            }


        """,
    ];
}

/// <summary>A project's source.</summary>
/// <param name="Files">The text of each file.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Methods">Its methods.</param>
/// <param name="StatefulMethods">Those of them that use an action.</param>
internal sealed record Project(IReadOnlyList<string> Files, int Lines, int Methods, int StatefulMethods);
