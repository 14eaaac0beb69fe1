using AirsPolicy.Language.Diagnostics;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Claims;

/// <summary>A claim has to be true: what claims an id stands where the catalogue decides it, and can reach its least outcome.</summary>
internal sealed class ClaimAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor WrongPoint = new(
        "AIRS6005", Error, "Claim at another decision point",
        "'{0}' does not satisfy {1}, which is decided at {2}.",
        "A catalogue says at which decision points an id is decided. A control satisfies it only where it stands at one of them. What " +
        "is decided at none is for controls of any point, queues, tools and the system to claim."
    );

    public static readonly DiagnosticDescriptor TooWeak = new(
        "AIRS6006", Error, "Claim that is out of reach",
        "'{0}' does not satisfy {1}: it can reach '{2}' at most, and '{3}' is the least that would.",
        "A catalogue says what a control must be able to do to satisfy an id: block, hold, amend or flag. `on error` does not count, " +
        "since an error is not what the control is for."
    );

    public static readonly DiagnosticDescriptor NeverMatches = new(
        "AIRS6007", Error, "Claim that never matches",
        "'{0}' does not satisfy {1}: no rule of it that would can ever match.",
        "No request meets the condition, for this system, its tier and its parameters, from the day on that the policy is checked: its " +
        "parts exclude each other, a score would have to be above 100%, a date is past. A control that never does anything satisfies " +
        "nothing. Of a library's own claims this is no error: the tier that requires the id says that nothing satisfies it."
    );

    public static readonly DiagnosticDescriptor WrongKind = new(
        "AIRS6044", Error, "Claim by another kind of declaration",
        "'{0}' does not satisfy {1}: it is {2}, and {3} would.",
        "A catalogue says which kinds of declaration can carry an id. A rule that looks for a word is no judge, and a control that " +
        "refuses is no queue of people. Put the claim where the work is done."
    );

    public static readonly DiagnosticDescriptor NeverAsked = new(
        "AIRS6045", Error, "Claim of a judge that nobody asks",
        "'{0}' does not satisfy {1}: it looks only at what is flagged, and no rule asks it. Give it a 'sample' above 0%.",
        "A judge satisfies an id by the share of requests it looks at, or because a rule asks it. One with `sample 0%` sees only what " +
        "something else has found already."
    );

    public void Run(AnalysisContext context)
    {
        foreach (var claim in context.Model.Governance.Claims)
        {
            if (context.Claims.Of(claim) is { } fault && !context.Claims.IsIdle(claim))
                context.Report(
                    fault.Descriptor,
                    claim.Place,
                    [],
                    [claim.By[(claim.By.LastIndexOf('.') + 1)..], claim.Id, .. fault.Arguments]);
        }
    }
}
