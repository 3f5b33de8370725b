using System.Collections.Immutable;
using MediaOps.Analyzers.Fuzzing.Programs;

namespace MediaOps.Analyzers.Fuzzing.Comparison;

/// <summary>Makes a program smaller for as long as something about it stays.</summary>
/// <param name="laboratory">Where it is looked at.</param>
/// <param name="stays">What must stay.</param>
internal sealed class Minimizer(Laboratory laboratory, Func<Verdict, bool> stays)
{
    /// <summary>How many programs are tried: each costs a compilation.</summary>
    private const int MaxTries = 400;

    private int _tries;

    /// <summary>The smallest that was found.</summary>
    public async Task<Verdict> MinimizeAsync(Verdict found)
    {
        bool isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (FuzzProgram candidate in Smaller(found.Program))
            {
                if (_tries++ >= MaxTries)
                {
                    return found;
                }

                Verdict verdict = (await laboratory.ExamineAsync([candidate]))[0];
                if (verdict.Journal is not null && stays(verdict))
                {
                    found = verdict;
                    isSmaller = true;
                    break;
                }
            }
        }

        return found;
    }

    private static IEnumerable<FuzzProgram> Smaller(FuzzProgram program) =>
    [
        .. Smaller(program.Body).Select(body => program with { Body = body }),
        .. Smaller(program.Members).Select(members => program with { Members = members }),
        .. program.Parameters.Select(parameter => program with { Parameters = program.Parameters.Remove(parameter) }),
    ];

    private static IEnumerable<ImmutableArray<Statement>> Smaller(ImmutableArray<Statement> block)
    {
        // The later half first: what comes after the place that matters goes in one step.
        for (int size = block.Length / 2; size > 1; size /= 2)
        {
            for (int at = block.Length - size; at >= 0; at -= size)
            {
                yield return block.RemoveRange(at, size);
            }
        }

        for (int index = block.Length - 1; index >= 0; index--)
        {
            yield return block.RemoveAt(index);
            foreach (ImmutableArray<Statement> other in Smaller(block[index]))
            {
                yield return block.RemoveAt(index).InsertRange(index, other);
            }
        }
    }

    private static IEnumerable<ImmutableArray<Statement>> Smaller(Statement statement)
    {
        foreach (Section section in statement.Sections)
        {
            yield return section.Body;
        }

        for (int index = 0; index < statement.Sections.Length; index++)
        {
            Section section = statement.Sections[index];
            if (statement.Sections.Length > 1)
            {
                yield return [statement with { Sections = statement.Sections.RemoveAt(index) }];
            }

            foreach (ImmutableArray<Statement> body in Smaller(section.Body))
            {
                yield return [statement with { Sections = statement.Sections.SetItem(index, section with { Body = body }) }];
            }
        }
    }
}
