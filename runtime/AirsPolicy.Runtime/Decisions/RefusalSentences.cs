namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// What the user is told of a refusal that no rule of the policy has words for. The sentences name no agent, tool, limit or rule: who is
/// refused may be who tries them out.
/// </summary>
internal static class RefusalSentences
{
    /// <summary>Of what was halted before, without a message.</summary>
    public const string Halted = "This was stopped, and a person has to let it go on.";

    /// <summary>Of what the language refuses.</summary>
    public static string ForUser(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.UndeclaredAgent or RefusalKind.UndeclaredInChain or RefusalKind.UndeclaredTaker =>
                "This assistant is not allowed to act here.",
            RefusalKind.Cycle or RefusalKind.PairNotGranted or RefusalKind.TooDeep => "This work cannot be handed on.",
            RefusalKind.WiderScope or RefusalKind.OutsideScope => "This is outside what was asked for.",
            RefusalKind.ToolNotGranted or RefusalKind.OtherKind => "This assistant is not allowed to do that.",
            RefusalKind.OrderOfTools or RefusalKind.OrderOfAgents => "Another step has to come before this one.",
            RefusalKind.LimitReached => "The limit for this is reached.",
            RefusalKind.BreakerOpen => "This is paused, because too much was refused.",
            RefusalKind.Recovery => "This cannot be brought back now.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Of what could not be decided.</summary>
    public static string ForUser(FailureKind failure) => failure switch
    {
        FailureKind.Unknown => "This is not available here.",
        FailureKind.OverLimit => "This is more than can be checked, so it was not carried out.",
        _ => "This could not be checked, so it was not carried out.",
    };
}
