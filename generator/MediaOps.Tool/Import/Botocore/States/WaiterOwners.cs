namespace MediaOps.Tool.Import.Botocore;

/// <summary>Which action leads to what a waiter waits for: ChannelRunning is the end of Start, ChannelDeleted that of Delete. Each action has one waiter.</summary>
internal sealed class WaiterOwners
{
    private readonly string _noun;
    private readonly List<(string[] Words, ScaffoldAction Action)> _open = [];

    /// <summary>The actions of an entity, all without waiters yet.</summary>
    public WaiterOwners(Resource resource, ScaffoldEntity entity)
    {
        _noun = resource.Noun;
        foreach ((Route? route, ScaffoldAction? action) in new[] { (resource.Create, entity.Create), (resource.Delete, entity.Delete), (resource.Update, entity.Update) })
        {
            if (action is not null)
            {
                _open.Add(([action.Name], action));
                _open.Add(([route!.Name.Verb], action));
            }
        }

        foreach (ScaffoldAction action in entity.Actions.Where(action => action.Method != "GET"))
        {
            _open.Add(([.. OperationName.Words(action.Name)], action));
        }
    }

    /// <summary>The action of a waiter; null where no name leads there. First its own name counts, then the states through which it passes.</summary>
    public ScaffoldAction? Take(WaiterReading reading)
    {
        List<string> nouns = OperationName.Words(_noun);
        List<string> words = [.. OperationName.Words(reading.Waiter.Name).SkipWhile(word => nouns.Contains(word, StringComparer.OrdinalIgnoreCase))];
        ScaffoldAction? action = words.Count == 0 ? null : Best(words[..^1], words[^1], Participles.IsEndOf);
        action ??= reading.Retry.Select(OperationName.Words).Where(state => state.Count > 0).Select(state => Best([], state[0], Participles.IsFormOf)).FirstOrDefault(found => found is not null);
        _open.RemoveAll(open => open.Action == action);
        return action;
    }

    /// <summary>The action of a verb with the fewest words that the waiter's name does not have.</summary>
    private ScaffoldAction? Best(List<string> others, string end, Func<string, string, bool> isEnd) => _open
        .Where(open => open.Words.Any(word => isEnd(word, end)) && others.All(other => open.Words.Contains(other, StringComparer.OrdinalIgnoreCase)))
        .OrderBy(open => open.Words.Length)
        .FirstOrDefault().Action;
}
