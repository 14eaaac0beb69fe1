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
