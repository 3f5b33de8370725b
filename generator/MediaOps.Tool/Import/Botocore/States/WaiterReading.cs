namespace MediaOps.Tool.Import.Botocore;

/// <summary>What a waiter says in terms of states.</summary>
/// <param name="Waiter">The waiter.</param>
/// <param name="Success">The states in which it succeeds.</param>
/// <param name="Retry">The states in which it goes on.</param>
/// <param name="Failure">The states in which it fails.</param>
/// <param name="Absent">What an entity that is not there means: <c>success</c>, <c>retry</c> or <c>failure</c>; null where it is not said.</param>
internal sealed record WaiterReading(AwsWaiter Waiter, IReadOnlyList<string> Success, IReadOnlyList<string> Retry, IReadOnlyList<string> Failure, string? Absent)
{
    /// <summary>Reads a waiter.</summary>
    /// <param name="waiter">The waiter.</param>
    /// <param name="path">How it calls the state.</param>
    /// <param name="states">The C# names of states by their texts on the wire.</param>
    /// <param name="model">The model.</param>
    /// <param name="gaps">Learns what says nothing of states.</param>
    /// <returns>What it says; null where it says nothing of states.</returns>
    public static WaiterReading? Of(AwsWaiter waiter, string path, IReadOnlyDictionary<string, string> states, AwsModel model, Gaps gaps)
    {
        var strange = new List<AwsAcceptor>();
        var byMeaning = new Dictionary<string, List<string>>(StringComparer.Ordinal) { ["success"] = [], ["retry"] = [], ["failure"] = [] };
        string? absent = null;
        foreach (AwsAcceptor acceptor in waiter.Acceptors)
        {
            if (acceptor.Matcher == "path" && acceptor.Argument == path && byMeaning.TryGetValue(acceptor.Meaning, out List<string>? list) && states.TryGetValue(acceptor.Expected, out string? state))
            {
                list.Add(state);
            }
            else if (IsAbsent(acceptor, model))
            {
                absent = acceptor.Meaning;
            }
            else if (!IsTransport(acceptor, model))
            {
                strange.Add(acceptor);
            }
        }

        if (absent is null && byMeaning.Values.All(list => list.Count == 0))
        {
            return null;
        }

        foreach (AwsAcceptor acceptor in strange)
        {
            gaps.Add(GapRules.LeftOut, acceptor.Origin, waiter.Name, "this acceptor looks at no state of the entity");
        }

        return new WaiterReading(waiter, Distinct("success"), Distinct("retry"), Distinct("failure"), absent);

        List<string> Distinct(string meaning) => [.. byMeaning[meaning].Distinct(StringComparer.Ordinal)];
    }

    private static bool IsAbsent(AwsAcceptor acceptor, AwsModel model) => acceptor.Matcher switch
    {
        "status" => acceptor.Expected == "404",
        "error" => model.Find(acceptor.Expected) is { HttpStatus: 404 } || acceptor.Expected.Contains("NotFound", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>A server that fails is asked again anyway.</summary>
    private static bool IsTransport(AwsAcceptor acceptor, AwsModel model) => acceptor.Meaning == "retry" && acceptor.Matcher switch
    {
        "status" => acceptor.Expected is "408" or "429" or ['5', _, _],
        "error" => model.Find(acceptor.Expected)?.HttpStatus is 408 or 429 or >= 500,
        _ => false,
    };
}
