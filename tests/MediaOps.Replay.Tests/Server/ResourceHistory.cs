using MediaOps.Replay.Tests.Recordings;

namespace MediaOps.Replay.Tests.Server;

/// <summary>Counts the writes that can be seen at an address. That number tells how far a story is there, whatever else the client asks for in between.</summary>
internal sealed class Epochs
{
    private readonly List<string> _changed = [];

    public void Count(Interaction write)
    {
        if (!write.IsRefused)
        {
            _changed.Add(ResourcePath.Changed(write.Method, write.Path!));
        }
    }

    public int At(string path) => _changed.Count(changed => ResourcePath.Touches(changed, path));
}

/// <summary>What each address showed after each number of writes.</summary>
internal sealed class ResourceHistory
{
    private readonly Dictionary<string, List<Version>> _versions = new(StringComparer.OrdinalIgnoreCase);

    public ResourceHistory(Recording recording)
    {
        var epochs = new Epochs();
        foreach (Interaction interaction in recording.Interactions)
        {
            if (interaction.Path is not { } path)
            {
                continue;
            }

            if (!interaction.IsRead)
            {
                epochs.Count(interaction);
            }

            if (KindOf(interaction) is { } kind)
            {
                Versions(path).Add(new Version(epochs.At(path), kind, interaction));
            }
        }
    }

    private enum Kind
    {
        /// <summary>Somebody looked.</summary>
        Seen,

        /// <summary>The answer to a creation; what a look would have shown, if nobody looked.</summary>
        Made,

        /// <summary>Deleted.</summary>
        Gone,
    }

    /// <summary>
    /// What the address shows in an epoch: what was seen then; else what will be seen before it is deleted; else what was seen before.
    /// Null for an address of which nothing is known.
    /// </summary>
    public Interaction? At(string path, int epoch)
    {
        List<Version> versions = Versions(path);
        Version? found = versions.FindLast(version => version.Epoch == epoch && version.Kind == Kind.Seen)
            ?? versions.FindLast(version => version.Epoch == epoch)
            ?? (versions.Find(version => version.Epoch > epoch) is { Kind: Kind.Seen } later ? later : null)
            ?? versions.FindLast(version => version.Epoch < epoch);
        return found?.Answer;
    }

    private List<Version> Versions(string path) => _versions.TryGetValue(path, out List<Version>? versions) ? versions : _versions[path] = [];

    /// <summary>An answer to an update is not kept: the service leaves members of its own out of it, which a look would show.</summary>
    private static Kind? KindOf(Interaction interaction) => interaction switch
    {
        { IsRead: true } => ResourcePath.IsOperation(interaction.Path!) ? null : Kind.Seen,
        { Method: "PUT", IsRefused: false } => Kind.Made,
        { Method: "DELETE", IsRefused: false } => Kind.Gone,
        _ => null,
    };

    private sealed record Version(int Epoch, Kind Kind, Interaction Interaction)
    {
        private const string Missing = """{"error":{"code":"ResourceNotFound","message":"It has been deleted."}}""";

        public Interaction Answer => Kind switch
        {
            Kind.Made => Interaction with { Status = 200, Headers = new Dictionary<string, string>() },
            Kind.Gone => Interaction with { Status = 404, Headers = new Dictionary<string, string>(), Body = Missing },
            _ => Interaction,
        };
    }
}
