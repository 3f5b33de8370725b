using MediaOps.Emulation.Http;
using MediaOps.Schema;

namespace MediaOps.Emulation.State;

/// <summary>Answers that are given again when a request comes with the key of an earlier one, so that nothing is done twice.</summary>
internal sealed class IdempotencyKeys(TimeSpan lifetime)
{
    private readonly Dictionary<(ActionSpec Action, string Address, string Key), (EmulatedResponse Answer, DateTimeOffset At)> _answers = [];

    /// <summary>What was answered to this key, or null.</summary>
    public EmulatedResponse? Find(ActionSpec action, string address, string key, DateTimeOffset now) =>
        _answers.TryGetValue((action, address, key), out (EmulatedResponse Answer, DateTimeOffset At) known) && now - known.At < lifetime ? known.Answer : null;

    /// <summary>Keeps an answer; what was refused may be tried again.</summary>
    public void Keep(ActionSpec action, string address, string key, EmulatedResponse answer, DateTimeOffset now)
    {
        foreach (var (old, _) in _answers.Where(a => now - a.Value.At >= lifetime).ToArray())
        {
            _answers.Remove(old);
        }

        if (answer.Status < 300)
        {
            _answers[(action, address, key)] = (answer, now);
        }
    }
}
