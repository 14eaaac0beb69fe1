using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Analysis.Claims;

/// <summary>What is wrong with the claims of a policy, each looked at once.</summary>
internal sealed class ClaimFaults(PolicyModel model, RuleReach reach)
{
    private readonly Dictionary<string, ControlModel> _controls = model.Controls.ToDictionary(
        control => control.Id,
        StringComparer.Ordinal);
    private readonly Dictionary<ClaimModel, (DiagnosticDescriptor Descriptor, string[] Arguments)?> _found = new(
        ReferenceEqualityComparer.Instance);
    private readonly CoverableParts _parts = new(model, model.Name);

    /// <summary>What is wrong with a claim; null where it is true.</summary>
    public (DiagnosticDescriptor Descriptor, string[] Arguments)? Of(ClaimModel claim)
    {
        if (!_found.TryGetValue(claim, out var fault))
            _found.Add(claim, fault = Find(claim));
        return fault;
    }

    /// <summary>
    /// Whether a library claims what can never happen in this policy, for its tier or its parameters: that is no mistake of the library,
    /// and satisfies nothing here.
    /// </summary>
    public bool IsIdle(ClaimModel claim) => !_parts.IsOwn(claim.Place) && Of(claim)?.Descriptor == ClaimAnalysis.NeverMatches;

    private (DiagnosticDescriptor Descriptor, string[] Arguments)? Find(ClaimModel claim)
    {
        var control = _controls.GetValueOrDefault(claim.By);
        var entry = claim.Entry;
        if (entry.By.Count > 0 && !entry.By.Contains(claim.Claimant))
            return (ClaimAnalysis.WrongKind, [Word(claim.Claimant), string.Join(" or ", entry.By.Select(Word))]);
        if (model.Judges.Any(judge => judge.Control == claim.By && !reach.IsAsked(judge)))
            return (ClaimAnalysis.NeverAsked, []);
        if (model.Breakers.Any(breaker => breaker.Control == claim.By && !breaker.Trips.Any(trip => reach.CanHold(trip.Condition))))
            return (ClaimAnalysis.NeverMatches, []);
        if (!IsOfRules(claim.Claimant) && entry.Points.Count == 0)
            return null;
        if (IsEdge(claim.Claimant, entry))
            return FaultOfEdge(entry, control, reach);
        // Queues and the system decide nothing, and tools and workflows without rules nothing more.
        if (control is null || claim.Claimant == Claimant.Tool)
            return (ClaimAnalysis.WrongPoint, [Words(entry)]);
        // What a breaker is listed for it does wherever it stands: it is what trips it that is decided elsewhere.
        var points = claim.Claimant == Claimant.Breaker && entry.By.Contains(Claimant.Breaker) ? [] : entry.Points;
        var reached = ControlReach.Of(control, points, reach);
        if (!reached.Stands)
            return (ClaimAnalysis.WrongPoint, [Words(entry)]);
        var least = entry.Least ?? Outcome.Allow;
        // A control without a rule has a warning of its own, and does nothing of what it claims.
        if (reached.Written is null)
            return claim.Claimant == Claimant.Control && least > Outcome.Allow ? (ClaimAnalysis.NeverMatches, []) : null;
        if (reached.Strongest >= least)
            return null;
        if (reached.Written >= least && !model.Deployable && AsksOfClasses(control))
            return null;
        return reached.Written >= least
            ? (ClaimAnalysis.NeverMatches, [])
            : (ClaimAnalysis.TooWeak, [Word(reached.Written.Value), Word(least)]);
    }

    // A library has no tools, so that none of its own has the class that a rule asks for; those that take it in have.
    private static bool AsksOfClasses(ControlModel control) => control.Placements
        .SelectMany(placement => placement.Rules)
        .Where(rule => rule.Condition is not null)
        .SelectMany(rule => ExpressionTree.DescendantsAndSelf(rule.Condition!))
        .OfType<ConstantExpression>()
        .Any(constant => constant.Shape == FactShapes.ToolClass);

    // These do what their rules do, and nothing beside.
    private static bool IsOfRules(Claimant claimant) => claimant is Claimant.Control or Claimant.Judge or Claimant.Breaker;

    // What is not declared is refused: a tool whose arguments do not fit, and what agents do beyond what their workflow holds.
    private static bool IsEdge(Claimant claimant, EntryModel entry) => claimant switch
    {
        Claimant.Tool => entry.Points.Contains(PointNames.ToolCall),
        Claimant.Workflow => entry.Points.Contains(PointNames.ToolCall) || entry.Points.Contains(PointNames.Delegate),
        _ => false,
    };

    // Refusing is a block; what asks for more takes a rule.
    private static (DiagnosticDescriptor, string[])? FaultOfEdge(EntryModel entry, ControlModel? rules, RuleReach reach)
    {
        var strongest = rules is null
            ? Outcome.Block
            : (Outcome)Math.Max((int)Outcome.Block, (int)(ControlReach.Of(rules, entry.Points, reach).Strongest ?? Outcome.Block));
        return entry.Least is not { } least || strongest >= least ? null : (ClaimAnalysis.TooWeak, [Word(strongest), Word(least)]);
    }

    private static string Words(EntryModel entry) => string.Join(" or ", entry.Points.Select(point => $"'{point}'"));

    private static string Word(Claimant kind) =>
        $"{(kind == Claimant.Agent ? "an" : kind == Claimant.System ? "the" : "a")} {kind.ToString().ToLowerInvariant()}";

    private static string Word(Outcome outcome) => DecisionFacts.Outcome.Names[(int)outcome];
}
