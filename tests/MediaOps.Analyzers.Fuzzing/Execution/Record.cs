using MediaOps.Analyzers.Fuzzing.Schemas;

namespace MediaOps.Analyzers.Fuzzing.Execution;

/// <summary>An entity as it truly is, at the service. Many objects of a program may stand for one record.</summary>
internal sealed class Record(EntityModel model, string id, Record? parent, int state)
{
    public EntityModel Model { get; } = model;

    public string Id { get; } = id;

    public Record? Parent { get; } = parent;

    public List<Record> Children { get; } = [];

    /// <summary>Its state; 0 is one that the schema does not know.</summary>
    public int State { get; set; } = state;

    public bool IsGone { get; set; }

    /// <summary>What was accepted last and may still end; null where nothing is on its way, or somebody else came between.</summary>
    public Flight? Flight { get; set; }

    /// <summary>Whether the program was promised a state of it.</summary>
    public bool IsPromised { get; set; }

    /// <summary>How many objects of the program stand for it.</summary>
    public int Objects { get; set; }

    /// <summary>The state that a program sees.</summary>
    public int Visible => IsGone && Model.Gone != 0 ? Model.Gone : State;

    /// <summary>Whether an action may begin now. What the service alone knows (a state outside the schema) allows everything.</summary>
    public bool Allows(ActionModel action, IReadOnlyCollection<int> edits)
    {
        if (IsGone)
        {
            return false;
        }

        if (action.Kind == ActionKind.Update)
        {
            return edits.Count == 0 || IsIn(action.From) && edits.All(property => IsIn(Model.Properties[property]));
        }

        return IsIn(action.From)
            && (action.Parent is null || Parent is { IsGone: false } && Parent.IsIn(action.Parent))
            && (action.Children is not var (kind, states) || Children.TrueForAll(child => child.Model.Index != kind || child.IsGone || child.IsIn(states)));
    }

    /// <summary>Whether its state is among some, as far as a client could tell.</summary>
    public bool IsIn(IReadOnlyList<int>? states) => states is null || State == 0 || states.Contains(State);
}
