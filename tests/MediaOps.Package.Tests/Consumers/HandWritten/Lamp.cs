using MediaOps;

public enum LampState
{
    Unknown,
    Off,
    On,
}

/// <summary>Made by hand: no schema, no generator, only the attributes.</summary>
[Stateful(typeof(LampState))]
public sealed class Lamp
{
    public LampState State { get; private set; } = LampState.Off;

    [StateTransition(From = [nameof(LampState.Off)], To = [nameof(LampState.On)])]
    public void SwitchOn() => State = LampState.On;

    [StateTransition(From = [nameof(LampState.On)], To = [nameof(LampState.Off)])]
    public void SwitchOff() => State = LampState.Off;
}

internal static class Evening
{
    public static void Begin([InState(nameof(LampState.Off))] Lamp lamp)
    {
        lamp.SwitchOn();
        lamp.SwitchOn(); // error MOPS1001 at SwitchOn
    }
}
