using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>
/// What failures have to do with a decision of a test. A decision that only a failure explains shows nothing of the policy: a test that is
/// content with it has to ask for the failure.
/// </summary>
/// <param name="Without">The decision as it would be had nothing failed.</param>
/// <param name="Failures">Everything that failed; empty where nothing did.</param>
/// <param name="Decides">The outcome, or how a chart or breaker stands, is what it is because of them.</param>
internal sealed record FailureShare(Decision Without, IReadOnlyList<Failure> Failures, bool Decides)
{
    /// <summary>The share of failures in a decision.</summary>
    /// <param name="asked">The controls of judges that the test lets fail: it has asked for these.</param>
    /// <param name="untold">What trips of breakers could not be told after the decision.</param>
    public static FailureShare Of(Decision decision, IReadOnlySet<string> asked, IReadOnlyList<Failure> untold)
    {
        var rules = decision.Fired.Concat(decision.Detected).ToList();
        var failed = rules.FindAll(rule => rule.Failure is not null && !asked.Contains(rule.Origin.Control));
        if (decision.Failure is null && failed.Count + untold.Count == 0)
            return new FailureShare(decision, [], Decides: false);
        var joined = EffectJoin.Decide(decision.Point, decision.Failure is null ? rules.Except(failed) : []);
        // People may have met a hold of it.
        var without = joined with { Outcome = joined.Outcome < decision.Outcome ? joined.Outcome : decision.Outcome };
        var failures = failed.Select(rule => rule.Failure).Prepend(decision.Failure).OfType<Failure>().Concat(untold).Distinct().ToList();
        var degrades = failed.Any(rule =>
            !rule.Detect && rule.Effects.Any(effect => effect is EventEffect { Action: EventAction.Degrade }));
        return new FailureShare(without, failures, untold.Count > 0 || degrades || without.Outcome != decision.Outcome);
    }

    /// <summary>The decision had nothing failed, once it has ended as the decision itself has: refused by people, or by silence.</summary>
    public Decision WithoutOnce(Decision ended) => Without.Outcome == Outcome.Hold ? Without with { Outcome = ended.Outcome } : Without;

    /// <summary>The failures in a few words.</summary>
    public string Text => string.Join("; ", Failures.Select(failure => failure.Detail.TrimEnd('.')));
}
