using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>What both engines say where something is halted and nobody can tell whether it is what the facts are of.</summary>
public static class HaltedPoint
{
    /// <summary>
    /// Whether a decision fails that does not say whose it is while some are halted. Outside of runs, and where no agent acts, there is
    /// none to name.
    /// </summary>
    public static bool MustBeKnown(HaltScope scope) => scope is HaltScope.Session or HaltScope.User;

    /// <summary>Why the point fails.</summary>
    public static Failure Unknown(HaltScope scope) =>
        new(FailureKind.MissingFact, $"The fact '{IdOf(scope)}' is missing, and some are halted.");

    /// <summary>The fact that says whose a decision is.</summary>
    internal static string IdOf(HaltScope scope) => $"{NameOf(scope)}.id";

    /// <summary>What it is called in the language.</summary>
    internal static string NameOf(HaltScope scope) => scope.ToString().ToLowerInvariant();
}
