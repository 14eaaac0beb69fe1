using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>Chooses the message of a decision: that of the highest outcome, ties by control and then by text.</summary>
internal static class MessageJoin
{
    public static string? Join(List<ControlEffect> effects)
    {
        ControlEffect? said = null;
        foreach (var effect in effects)
        {
            if (TextOf(effect.Effect) is not null && (said is not { } other || IsBefore(effect, other)))
                said = effect;
        }
        return said is { } first ? TextOf(first.Effect) : null;
    }

    /// <summary>
    /// The language's own sentence where no rule has a message: of the first rule that refuses by itself, could not be evaluated, or was
    /// halted before. Null where none is such a rule.
    /// </summary>
    /// <param name="rules">The rules in their order.</param>
    public static string? Own(List<MatchedRule> rules, Outcome outcome)
    {
        if (outcome < Outcome.Block)
            return null;
        foreach (var rule in rules)
        {
            if (!rule.Detect && Reaches(rule, outcome) && OwnOf(rule) is { } sentence)
                return sentence;
        }
        return null;
    }

    private static bool Reaches(MatchedRule rule, Outcome outcome)
    {
        foreach (var effect in rule.Effects)
        {
            if (effect.Outcome == outcome)
                return true;
        }
        return false;
    }

    private static string? OwnOf(MatchedRule rule)
    {
        if (rule.Failure is { } failure)
            return RefusalSentences.ForUser(failure.Kind);
        if (rule.Refusal is { } refusal)
            return RefusalSentences.ForUser(refusal.Kind);
        foreach (var effect in rule.Effects)
        {
            if (effect is HaltedEffect)
                return RefusalSentences.Halted;
        }
        return null;
    }

    private static bool IsBefore(ControlEffect left, ControlEffect right)
    {
        if (left.Effect.Outcome != right.Effect.Outcome)
            return left.Effect.Outcome > right.Effect.Outcome;
        var order = string.CompareOrdinal(left.Control, right.Control);
        return order == 0 ? string.CompareOrdinal(TextOf(left.Effect), TextOf(right.Effect)) < 0 : order < 0;
    }

    // A flag's text is a note for reviewers and never reaches the user.
    private static string? TextOf(Effect effect) => effect switch
    {
        BlockEffect block => block.Message,
        HaltEffect halt => halt.Message,
        HaltedEffect halted => halted.Message,
        _ => null,
    };
}
