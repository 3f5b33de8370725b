using System.Collections.Generic;

namespace MediaOps.Schema;

/// <summary>A name that somebody else has. What it was for is not generated, and this says so.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Member">The path of the member whose name it is.</param>
/// <param name="Arguments">What the rule's message says.</param>
internal sealed record Clash(Rule Rule, string Member, params object[] Arguments)
{
    /// <summary>Two members of the schema want one name.</summary>
    public static Clash Between(string member, string name, string earlier, string later) => new(Rules.GeneratedNameTwice, member, name, earlier, later);

    /// <summary>Reports clashes at the names that they are about.</summary>
    public static void Report(IEnumerable<Clash> clashes, FindingSink sink)
    {
        foreach (Clash clash in clashes)
        {
            sink.ReportName(clash.Rule, clash.Member, clash.Arguments);
        }
    }
}
