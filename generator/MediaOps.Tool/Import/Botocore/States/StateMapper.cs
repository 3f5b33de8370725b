using System.Globalization;

namespace MediaOps.Tool.Import.Botocore;

/// <summary>
/// Turns waiters into states: where a waiter succeeds is where the action ends to which it belongs, where it goes on is the way there, where it fails is how
/// that ends. In which states an action is allowed no waiter says, so that stays open.
/// </summary>
internal sealed class StateMapper(ImportContext context, Resource resource, ScaffoldEntity entity, StateProperty property)
{
    /// <summary>No wait and no interval may be longer.</summary>
    private const long LongestSeconds = 30L * 24 * 60 * 60;

    /// <summary>For how long the old state may still be read after a request: a judgement, no model says it.</summary>
    private const string Settle = "10s";

    private readonly List<(string Name, string Wire)> _values = EnumValues.Of(property.States, context.Gaps);

    /// <summary>Adds the states to the entity and to its actions.</summary>
    public void Map(WaiterTable waiters)
    {
        var names = _values.ToDictionary(value => value.Wire, value => value.Name, StringComparer.Ordinal);
        var owners = new WaiterOwners(resource, entity);
        var owned = new List<(WaiterReading Reading, ScaffoldAction? Action)>();
        foreach (AwsWaiter waiter in waiters.Of(resource))
        {
            if (WaiterReading.Of(waiter, property.Path, names, context.Model, context.Gaps) is { } reading)
            {
                waiters.Use(waiter);
                owned.Add((reading, owners.Take(reading)));
            }
        }

        WaiterReading[] readings = [.. owned.Select(pair => pair.Reading)];
        var kinds = new StateKinds(owned.Where(pair => pair.Action == entity.Delete).Select(pair => pair.Reading), readings);
        entity.State = State(kinds);
        string[] gone = [.. Of("gone")];
        if (entity.Delete is not null)
        {
            entity.Delete.To = [.. gone.Take(1)];
        }

        foreach ((WaiterReading reading, ScaffoldAction? action) in owned)
        {
            if (action is null)
            {
                ByItself(reading);
            }
            else
            {
                Fill(action, reading);
            }
        }

        entity.State.Initial = entity.Create is { To.Count: > 0 } create ? create.Via.Concat(create.To).First() : null;
    }

    private ScaffoldState State(StateKinds kinds)
    {
        var state = new ScaffoldState { Property = entity.Properties.First(candidate => candidate.Type == entity.Name + "State").Name, Origin = property.Member.Origin };
        state.Values.AddRange(_values.Select(value => new ScaffoldStateValue(value.Name, value.Wire, kinds.Of(value.Name))));
        if (_values.Any(value => !kinds.IsSaid(value.Name)))
        {
            context.Gaps.Add(GapRules.StateKinds, property.States.Origin, entity.Name);
        }

        if (entity.Delete is not null && state.Values.All(value => value.Kind != "gone"))
        {
            NameScope scope = NameScope.OfEnum();
            state.Values.ForEach(value => scope.TryTake(value.Name));
            string name = scope.Take("Deleted");
            state.Values.Add(new ScaffoldStateValue(name, state.Values.Any(value => value.Wire == "DELETED") ? name : "DELETED", "gone", "Does not exist any more."));
        }

        return state;
    }

    private void Fill(ScaffoldAction action, WaiterReading reading)
    {
        List<string> to = action == entity.Delete ? [.. Of("gone").Intersect(reading.Success, StringComparer.Ordinal)] : [.. reading.Success.Intersect([.. Of("stable"), .. Of("fault"), .. Of("gone")], StringComparer.Ordinal)];
        if (to.Count == 0 && action != entity.Delete)
        {
            context.Gaps.Add(GapRules.Tracking, reading.Waiter.Origin, entity.Name + "." + action.Name, ": its waiter succeeds in no state");
            return;
        }

        action.To = to.Count > 0 ? to : action.To;
        action.Via.AddRange(reading.Retry.Intersect(Of("transitional"), StringComparer.Ordinal));
        action.OnFailure.AddRange(reading.Failure.Except([.. action.To!, .. Of("transitional")], StringComparer.Ordinal));
        action.Tracking.Add(Profile(action == entity.Delete, reading.Absent));
        string interval = Seconds(reading.Waiter.Delay);
        action.Delay = new ScaffoldDelay(interval, interval, Timeout: Seconds((long)reading.Waiter.Delay * reading.Waiter.Attempts));
    }

    /// <summary>What no operation leads to happens without a call.</summary>
    private void ByItself(WaiterReading reading)
    {
        context.Gaps.Add(GapRules.Approximated, reading.Waiter.Origin, reading.Waiter.Name, "a change that happens by itself", "by its name no operation leads there");
        foreach (string from in reading.Retry.Except(Of("gone"), StringComparer.Ordinal))
        {
            SortedDictionary<string, List<string>> changes = entity.State!.Spontaneous;
            List<string> known = changes.GetValueOrDefault(from) ?? [];
            List<string> next = [.. known.Concat(reading.Success).Concat(reading.Failure).Where(to => to != from).Distinct(StringComparer.Ordinal)];
            if (next.Count > 0)
            {
                changes[from] = next;
            }
        }
    }

    /// <summary>The name of a profile that waits for the state, with the meaning of an entity that is not there.</summary>
    private string Profile(bool isDelete, string? absent)
    {
        (string name, string? word) = absent switch
        {
            "retry" => ("stateOnceThere", "pending"),
            "success" when !isDelete => ("stateUntilAbsent", "succeeded"),
            "failure" when isDelete => ("stateIfThere", "failed"),
            _ => ("state", null),
        };
        if (context.Service.Tracking.All(known => known.Name != name))
        {
            context.Service.Tracking.Add(new ScaffoldTracking { Name = name, Kind = "entity-state", Accepted = { 200, 201, 202 }, ResultVia = "read", Settle = Settle, Absent = word });
        }

        return name;
    }

    private string[] Of(string kind) => [.. entity.State!.Values.Where(value => value.Kind == kind).Select(value => value.Name)];

    private static string Seconds(long seconds) => Math.Min(seconds, LongestSeconds).ToString(CultureInfo.InvariantCulture) + "s";
}
