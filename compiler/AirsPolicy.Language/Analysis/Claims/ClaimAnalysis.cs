using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Runtime.Decisions;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Claims;

/// <summary>A claim has to be true: what claims an id stands where the catalogue decides it, and can reach its least outcome.</summary>
internal sealed class ClaimAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor WrongPoint = new(
        "AIRS6005", Error, "Claim at another decision point",
        "'{0}' does not satisfy {1}, which is decided at {2}.",
        "A catalogue says at which decision points an id is decided. A control satisfies it only where it stands at one of them. What is decided at none is for controls of any point, queues, tools and the system to claim.");

    public static readonly DiagnosticDescriptor TooWeak = new(
        "AIRS6006", Error, "Claim that is out of reach",
        "'{0}' does not satisfy {1}: it can reach '{2}' at most, and '{3}' is the least that would.",
        "A catalogue says what a control must be able to do to satisfy an id: block, hold, amend or flag. `on error` does not count, since an error is not what the control is for.");

    public static readonly DiagnosticDescriptor NeverMatches = new(
        "AIRS6007", Error, "Claim that never matches",
        "'{0}' does not satisfy {1}: no rule of it that would can ever match.",
        "No request meets the condition, for this system, its tier and its parameters, from the day on that the policy is checked: its parts exclude each other, a score would have to be above 100%, a date is past. A control that never does anything satisfies nothing.");

    public static readonly DiagnosticDescriptor WrongKind = new(
        "AIRS6044", Error, "Claim by another kind of declaration",
        "'{0}' does not satisfy {1}: it is {2}, and {3} would.",
        "A catalogue says which kinds of declaration can carry an id. A rule that looks for a word is no judge, and a control that refuses is no queue of people. Put the claim where the work is done.");

    public static readonly DiagnosticDescriptor NeverAsked = new(
        "AIRS6045", Error, "Claim of a judge that nobody asks",
        "'{0}' does not satisfy {1}: it looks only at what is flagged, and no rule asks it. Give it a 'sample' above 0%.",
        "A judge satisfies an id by the share of requests it looks at, or because a rule asks it. One with `sample 0%` sees only what something else has found already.");

    public void Run(AnalysisContext context)
    {
        var controls = context.Model.Controls.ToDictionary(control => control.Id, StringComparer.Ordinal);
        var reach = context.Reach;
        foreach (var claim in context.Model.Governance.Claims)
        {
            if (Fault(context.Model, claim, controls.GetValueOrDefault(claim.By), reach) is { } fault)
                context.Report(fault.Descriptor, claim.Place, [], [NameOf(claim), claim.Id, .. fault.Arguments]);
        }
    }

    private static (DiagnosticDescriptor Descriptor, string[] Arguments)? Fault(PolicyModel model, ClaimModel claim, ControlModel? control, RuleReach reach)
    {
        var entry = claim.Entry;
        if (entry.By.Count > 0 && !entry.By.Contains(claim.Claimant))
            return (WrongKind, [Word(claim.Claimant), string.Join(" or ", entry.By.Select(Word))]);
        if (model.Judges.Any(judge => judge.Control == claim.By && !AskedJudge.IsAsked(model, judge, reach)))
            return (NeverAsked, []);
        if (model.Breakers.Any(breaker => breaker.Control == claim.By && !breaker.Trips.Any(trip => reach.CanHold(trip.Condition))))
            return (NeverMatches, []);
        if (!IsOfRules(claim.Claimant) && entry.Points.Count == 0)
            return null;
        if (IsEdge(claim.Claimant, entry))
            return FaultOfEdge(entry, control, reach);
        // Queues and the system decide nothing, and tools and workflows without rules nothing more.
        if (control is null || claim.Claimant == Claimant.Tool)
            return (WrongPoint, [Words(entry)]);
        // What a breaker is listed for it does wherever it stands: it is what trips it that is decided elsewhere.
        var points = claim.Claimant == Claimant.Breaker && entry.By.Contains(Claimant.Breaker) ? [] : entry.Points;
        var reached = ControlReach.Of(control, points, reach);
        if (!reached.Stands)
            return (WrongPoint, [Words(entry)]);
        if (reached.Written is null)
            return null; // Without a rule, which has a warning of its own.
        var least = entry.Least ?? Outcome.Allow;
        if (reached.Strongest >= least)
            return null;
        return reached.Written >= least ? (NeverMatches, []) : (TooWeak, [Word(reached.Written.Value), Word(least)]);
    }

    // These do what their rules do, and nothing beside.
    private static bool IsOfRules(Claimant claimant) => claimant is Claimant.Control or Claimant.Judge or Claimant.Breaker;

    // What is not declared is refused: a tool whose arguments do not fit, and what agents do beyond what their workflow holds.
    private static bool IsEdge(Claimant claimant, EntryModel entry) => claimant switch
    {
        Claimant.Tool => entry.Points.Contains("tool_call"),
        Claimant.Workflow => entry.Points.Contains("tool_call") || entry.Points.Contains("delegate"),
        _ => false,
    };

    // Refusing is a block; what asks for more takes a rule.
    private static (DiagnosticDescriptor, string[])? FaultOfEdge(EntryModel entry, ControlModel? rules, RuleReach reach)
    {
        var strongest = rules is null ? Outcome.Block : (Outcome)Math.Max((int)Outcome.Block, (int)(ControlReach.Of(rules, entry.Points, reach).Strongest ?? Outcome.Block));
        return entry.Least is not { } least || strongest >= least ? null : (TooWeak, [Word(strongest), Word(least)]);
    }

    private static string NameOf(ClaimModel claim) => claim.By[(claim.By.LastIndexOf('.') + 1)..];

    private static string Words(EntryModel entry) => string.Join(" or ", entry.Points.Select(point => $"'{point}'"));

    private static string Word(Claimant kind) =>
        $"{(kind == Claimant.Agent ? "an" : kind == Claimant.System ? "the" : "a")} {kind.ToString().ToLowerInvariant()}";

    private static string Word(Outcome outcome) => DecisionFacts.Outcome.Names[(int)outcome];
}
