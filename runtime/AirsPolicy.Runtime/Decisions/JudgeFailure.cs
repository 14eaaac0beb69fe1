namespace AirsPolicy.Runtime.Decisions;

/// <summary>Why a judge that should have been asked has not said anything.</summary>
public static class JudgeFailure
{
    /// <summary>The failure of the rule that asks it.</summary>
    /// <param name="judge">The qualified name of the judge.</param>
    /// <param name="cause">One of <see cref="Facts.JudgeFact.Causes"/>, or null where nobody has asked.</param>
    public static Failure Of(string judge, string? cause) =>
        new(
            cause switch
            {
                null => FailureKind.MissingFact,
                "unreadable" or "misfit" or "fence" => FailureKind.MisfitFact,
                _ => FailureKind.Provider,
            },
            cause is null
                ? $"The judge '{judge}' has given no answer."
                : $"The judge '{judge}' has given no answer that can be used: {cause}.");
}
