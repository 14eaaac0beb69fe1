namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>What a test is told that is content with a failure and does not ask for one.</summary>
internal static class UnaskedFailure
{
    /// <summary>Of an expectation that is met.</summary>
    public static string OfExpectation(GivenDecision given) => $"This holds only because something failed: {given.Share.Text}. {WhatToDo}";

    /// <summary>Of a request, whatever is expected of it.</summary>
    public static string OfRequest(GivenDecision given) =>
        $"This request is decided only by what failed: {given.Share.Text}. {WhatToDo} The decision is {DecisionSummary.Of(given.Decision)}.";

    private const string WhatToDo = "Give the request what it lacks, or ask for the failure in the same 'expect', as in 'errors != []'.";
}
