using System.Collections.Immutable;
using System.Globalization;
using MediaOps.Analyzers.Fuzzing.Programs.Forms;
using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Programs;

/// <summary>A program while it is written: what is in scope, and what may still be written.</summary>
internal sealed class Draft
{
    private const int MaxDepth = 3;

    private readonly List<Variable> _variables = [];
    private readonly List<Statement> _members = [];
    private readonly Dictionary<string, int> _guesses = new(StringComparer.Ordinal);
    private int _names;
    private int _budget;
    private int _depth;

    private Draft(Random random, ServiceModel service, Traits traits)
    {
        Random = random;
        Service = service;
        Traits = traits;
        _budget = random.Next(5, 28);
    }

    public Random Random { get; }

    public ServiceModel Service { get; }

    public Traits Traits { get; }

    /// <summary>How many loops are around the place.</summary>
    public int Loops { get; private set; }

    /// <summary>Whether the place is in a finally block, which cannot be left by a jump.</summary>
    public bool IsFinally { get; private set; }

    /// <summary>Writes a program.</summary>
    public static FuzzProgram Write(string name, ServiceModel service, Random random, Traits traits)
    {
        var draft = new Draft(random, service, traits);
        if (traits.HasFlag(Traits.Escapes))
        {
            Outside.DeclareFields(draft);
        }

        // A method of the program sees its fields and its own parameters only, so it is written first.
        if (traits.HasFlag(Traits.Escapes) && random.Chance(0.5))
        {
            Outside.DeclareMethod(draft);
        }

        ImmutableArray<Parameter> parameters = traits.HasFlag(Traits.Parameters) ? Inputs.Declare(draft) : [];
        ImmutableArray<Statement> body = draft.Block(least: 3, most: 9);
        return new FuzzProgram { Name = name, Traits = traits, Parameters = parameters, Members = [.. draft._members], Body = body };
    }

    public bool Has(Traits traits) => (Traits & traits) != Traits.None;

    /// <summary>A name that is not used yet.</summary>
    public string Name(string prefix) => prefix + (++_names).ToString(CultureInfo.InvariantCulture);

    public Variable Declare(Variable variable)
    {
        _variables.Add(variable);
        return variable;
    }

    public void AddMember(Statement member) => _members.Add(member);

    /// <summary>Variables in scope.</summary>
    public IReadOnlyList<Variable> All(Holds holds) => _variables.FindAll(variable => variable.Holds == holds);

    /// <summary>One variable in scope; the newer, the likelier.</summary>
    public Variable? Any(Holds holds, Func<Variable, bool>? where = null)
    {
        List<Variable> all = _variables.FindAll(variable => variable.Holds == holds && (where is null || where(variable)));
        return all.Count == 0 ? null : Random.Chance(0.4) ? all[^1] : Random.One(all);
    }

    /// <summary>A creation where nothing is there yet, else one of what is there.</summary>
    public Variable? AnyEntity() => Any(Holds.Entity);

    /// <summary>The state that a variable is in, where all goes well: a guess, so that programs do not end at once.</summary>
    public int? Guess(Variable variable) => _guesses.TryGetValue(variable.Name, out int state) ? state : null;

    public void Guess(Variable variable, int? state)
    {
        if (state is { } known)
        {
            _guesses[variable.Name] = known;
        }
        else
        {
            _guesses.Remove(variable.Name);
        }
    }

    /// <summary>A block of statements with a scope of its own.</summary>
    public ImmutableArray<Statement> Block(int least = 1, int most = 3, Action? before = null)
    {
        int variables = _variables.Count;
        _depth++;
        before?.Invoke();
        ImmutableArray<Statement>.Builder block = ImmutableArray.CreateBuilder<Statement>();
        int count = Random.Next(least, most + 1);
        for (int written = 0; written < count && (_budget > 0 || written < least); written++)
        {
            block.AddRange(Next());
        }

        if (_depth > 1)
        {
            block.AddRange(Jumps.AtEnd(this));
        }

        _depth--;
        _variables.RemoveRange(variables, _variables.Count - variables);
        return block.ToImmutable();
    }

    /// <summary>The body of a loop.</summary>
    public ImmutableArray<Statement> Loop(Action? before = null)
    {
        Loops++;
        ImmutableArray<Statement> body = Block(before: before);
        Loops--;
        return body;
    }

    /// <summary>The body of a finally block.</summary>
    public ImmutableArray<Statement> Finally()
    {
        bool isFinally = IsFinally;
        IsFinally = true;
        ImmutableArray<Statement> body = Block(1, 2);
        IsFinally = isFinally;
        return body;
    }

    /// <summary>The body of code of its own, which no jump leaves.</summary>
    public ImmutableArray<Statement> Code(Action? before = null)
    {
        (int loops, bool isFinally) = (Loops, IsFinally);
        (Loops, IsFinally) = (0, false);
        ImmutableArray<Statement> body = Block(before: before);
        (Loops, IsFinally) = (loops, isFinally);
        return body;
    }

    /// <summary>Writes something while other variables than the fields are out of sight.</summary>
    public void Apart(Action write)
    {
        int budget = _budget;
        _budget = Math.Min(budget, 6);
        write();
        _budget = budget;
    }

    private IReadOnlyList<Statement> Next()
    {
        _budget--;
        while (true)
        {
            Form form = Menu.Choose(Random, Traits, isDeep: _depth > MaxDepth || _budget <= 0);
            if (form.Write(this) is { Count: > 0 } statements)
            {
                return statements;
            }
        }
    }
}
