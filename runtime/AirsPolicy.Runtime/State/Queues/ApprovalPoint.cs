using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>The decision point at which it is decided whether the word of a reviewer counts, beside what holds of every policy.</summary>
public static class ApprovalPoint
{
    /// <summary>What a reviewer is told whom the controls there do not let decide; null where they do.</summary>
    /// <param name="decision">The decision at the point.</param>
    /// <param name="review">What they say.</param>
    public static ReviewResult? Refusal(Decision decision, Review review)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(review);
        if (decision.Outcome < Outcome.Hold)
            return null;
        return new ReviewResult(
            ReviewAnswer.AgainstPolicy,
            $"The policy does not let '{review.By.Id}' decide on this{Why(decision)}");
    }

    /// <summary>The controls that refuse, and what they say of it, as the end of a sentence.</summary>
    internal static string Why(Decision decision)
    {
        var why =
            decision.Failure?.Detail ?? decision.Fired.Select(rule => rule.Failure?.Detail).FirstOrDefault(detail => detail is not null);
        var controls = string.Join(
            ", ",
            decision
                .Fired.Where(rule => rule.Effects.Any(effect => effect.Outcome >= Outcome.Hold))
                .Select(rule => $"'{rule.Origin.Control}'")
                .Distinct());
        return $" ({controls}){(decision.Message is { } message ? $": {message}" : why is null ? "." : $": {why}")}";
    }
}
