using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.State.Breakers;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The meaning of breakers, by looking through everything that ever tripped, tried and closed them.</summary>
internal sealed class NaiveBreakers(PolicyModel model)
{
    private readonly List<(int Breaker, string Key, BreakerEvent What, long At)> _happened = [];

    private enum BreakerEvent
    {
        Tripped,
        Passed,
        Refused,
        Closed,
    }

    /// <summary>How a breaker stands for a key.</summary>
    public BreakerPhase Phase(int breaker, string key, long now)
    {
        long? since = null;
        var passed = 0;
        foreach (var (_, _, what, at) in _happened.Where(happened => happened.Breaker == breaker && happened.Key == key))
        {
            (since, passed) = what switch
            {
                BreakerEvent.Tripped or BreakerEvent.Refused => (at, 0),
                BreakerEvent.Passed when passed + 1 < model.Breakers[breaker].Probes => (since, passed + 1),
                _ => ((long?)null, 0),
            };
        }
        return since is not { } open ? BreakerPhase.Closed
            : model.Breakers[breaker].Probes > 0 && now - open >= model.Breakers[breaker].OpenFor ? BreakerPhase.Probing
            : BreakerPhase.Open;
    }

    /// <summary>Writes down what a decision has come to.</summary>
    /// <param name="phase">How the breaker stood for it.</param>
    /// <param name="wentOn">It went on, or was refused; null where it waits.</param>
    /// <param name="trips">What trips the breaker holds now, or cannot be told.</param>
    /// <returns>Whether it has closed with that.</returns>
    public bool Record(int breaker, string key, BreakerPhase phase, bool? wentOn, bool trips, long now)
    {
        if (phase == BreakerPhase.Closed && trips)
            _happened.Add((breaker, key, BreakerEvent.Tripped, now));
        else if (phase == BreakerPhase.Probing && wentOn is { } passes)
            _happened.Add((breaker, key, passes ? BreakerEvent.Passed : BreakerEvent.Refused, now));
        return phase == BreakerPhase.Probing && Phase(breaker, key, now) == BreakerPhase.Closed;
    }

    /// <summary>A person closes it.</summary>
    public void Close(int breaker, string key, long now) => _happened.Add((breaker, key, BreakerEvent.Closed, now));
}
