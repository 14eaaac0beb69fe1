using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Language.Reasoning.Rules;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>A rule that changes no decision, since another fires wherever it does and does as much.</summary>
internal sealed class AbsorbedRuleAnalysis : IAnalysis
{
    // Beyond so many pairs of rules those that are left are not compared: what is found is the same every time.
    private const int MostPairs = 200_000;

    public static readonly DiagnosticDescriptor Absorbed = new(
        "AIRS7023", Warning, "Rule that changes nothing",
        "This rule changes no decision: the rule in line {0} of '{1}' fires wherever it does, and does as much; leave it out, or mend " +
        "its bound.",
        "Effects join, and the strongest outcome counts: where another rule blocks, what a weaker one would hold, change or append " +
        "comes to nothing. Most often the bounds of the two stand the wrong way round (`when amount > 500 GBP then hold` beside `when " +
        "amount > 200 GBP then block`). The rules are compared as they are set and in force; a rule that flags or tells somebody is " +
        "never absorbed by one that does not."
    );

    public void Run(AnalysisContext context)
    {
        var implication = new RuleImplication(context.Model, context.LeftOut);
        var byPoint = (from control in context.Model.Controls
                       where control.Detect is null
                       from placement in control.Placements
                       from rule in placement.Rules
                       where rule.Effects.Count > 0
                       select new WrittenRule(control, placement, rule)).ToLookup(rule => rule.Placement.Point, StringComparer.Ordinal);
        var terms = new SharedTerms();
        var open = new OpenForms(context.Model);
        // Of a rule that stands at several points only the first is looked at, so that those of some points are never asked for.
        var others = new Dictionary<string, Candidate[]>(StringComparer.Ordinal);
        var compared = context.Rules.Where(forms => forms.First() is { Control.Detect: null, Rule.Effects.Count: > 0 }).ToList();
        var pairs = 0;
        for (var index = 0; index < compared.Count; index++)
        {
            var forms = compared[index];
            var first = forms.First();
            var done = 0;
            var own = terms.Of(first.Rule);
            var form = open.Of(first.Rule);
            var does = EffectAbsorption.BitsOf(first.Rule.Effects);
            var point = first.Placement.Point;
            if (!others.TryGetValue(point, out var candidates))
                others.Add(point, candidates = CandidatesOf([.. byPoint[point]], terms, open));
            for (var next = 0; next < candidates.Length; next++)
            {
                ref readonly var candidate = ref candidates[next];
                if (++pairs > MostPairs)
                {
                    var left = compared.Skip(index).Sum(rule => (long)byPoint[rule.First().Placement.Point].Count()) - done;
                    context.LeftOut.Add(LeftOutKind.Comparison, left);
                    return;
                }
                done++;
                // Most pairs share nothing, and need not be looked at.
                if ((own != RuleTerms.None && (candidate.FirstAsked & own.SpokenBits) == 0) || (does & ~candidate.Absorbs) != 0)
                    continue;
                if (form is not null && candidate.Form is not null && OpenForm.Separate(form, candidate.Form))
                    continue;
                var (_, _, spoken, _, other) = candidate;
                if (IsSame(first, other)
                    || !SharedTerms.MayFollow(own, spoken)
                    || RefusesAll(first, other)
                    || !ClaimsAll(other.Control, first.Control))
                    continue;
                if (!EffectAbsorption.Absorbs(other.Rule.Effects, first.Rule.Effects) || !IsAbsorbed(implication, forms, other))
                    continue;
                // A rule that never fires has a finding of its own.
                if (context.ConflictOf(forms) is not null)
                    break;
                var (source, span) = context.Find(first.Rule.Place);
                var (otherSource, otherSpan) = context.Find(other.Rule.Place);
                context.Report(
                    Absorbed,
                    source,
                    span,
                    [],
                    [new RelatedLocation(otherSource, otherSpan, "fires wherever it does")],
                    $"{other.Rule.Place.Line}",
                    NameOf(other.Control));
                break;
            }
        }
    }

    private static Candidate[] CandidatesOf(List<WrittenRule> rules, SharedTerms terms, OpenForms open)
    {
        var candidates = new Candidate[rules.Count];
        for (var i = 0; i < candidates.Length; i++)
            candidates[i] = Candidate.Of(rules[i], terms.Of(rules[i].Rule), open.Of(rules[i].Rule));
        return candidates;
    }

    // Apart from the loop over pairs, which would make an object for each of them that these lambdas hold on to.
    private static bool IsAbsorbed(RuleImplication implication, IGrouping<RuleModel, WrittenRule> forms, WrittenRule other)
    {
        if (!forms.All(narrow => Same(narrow, other).Any(wide => Absorbs(implication, narrow, wide))))
            return false;
        // Of two that do the same one is enough, and the later is the one too many.
        return !IsBefore(forms.First().Rule.Place, other.Rule.Place)
            || !forms.All(narrow => Same(narrow, other).Any(wide => Absorbs(implication, wide, narrow)));
    }

    // The other rule where this one stands.
    private static IEnumerable<WrittenRule> Same(WrittenRule form, WrittenRule other) =>
        from placement in other.Control.Placements
        where placement.Point == form.Placement.Point
        from rule in placement.Rules
        where rule.Ordinal == other.Rule.Ordinal && rule.Effects.Count > 0
        select new WrittenRule(other.Control, placement, rule);

    private static bool Absorbs(RuleImplication implication, WrittenRule narrow, WrittenRule wide) =>
        StandsWherever(wide.Placement, narrow.Placement)
        && EffectAbsorption.Absorbs(wide.Rule.Effects, narrow.Rule.Effects)
        && implication.Holds(narrow.Rule, wide.Rule);

    private static bool StandsWherever(PlacementModel wide, PlacementModel narrow) =>
        wide.Tools.Count == 0 || narrow.Tools.Count > 0 && narrow.Tools.All(tool => wide.Tools.Contains(tool));

    // A control that refuses everything for the time being says nothing of the others that stand there.
    private static bool RefusesAll(WrittenRule rule, WrittenRule other) =>
        other.Rule.Condition is null && !ReferenceEquals(other.Control, rule.Control);

    // What fires carries the ids that its control satisfies, which nothing else may claim.
    private static bool ClaimsAll(ControlModel other, ControlModel control) =>
        AreAmong(control.Satisfies, other.Satisfies) && AreAmong(control.Mitigates, other.Mitigates);

    // Asked of many pairs, so that it makes nothing.
    private static bool AreAmong(ValueList<string> ids, ValueList<string> others)
    {
        foreach (var id in ids.AsSpan())
        {
            if (!others.AsSpan().Contains(id))
                return false;
        }
        return true;
    }

    private static bool IsSame(WrittenRule rule, WrittenRule other) =>
        ReferenceEquals(rule.Control, other.Control) && rule.Rule.Ordinal == other.Rule.Ordinal;

    private static bool IsBefore(SourcePlace place, SourcePlace other) =>
        string.CompareOrdinal(place.File, other.File) is var order && (order < 0 || order == 0 && place.Start < other.Start);

    private static string NameOf(ControlModel control) => control.Id[(control.Id.LastIndexOf('.') + 1)..];

    // What is asked of every pair lies beside one another.
    private readonly record struct Candidate(ulong FirstAsked, ulong Absorbs, RuleTerms Terms, OpenForm? Form, WrittenRule Rule)
    {
        public static Candidate Of(WrittenRule rule, RuleTerms terms, OpenForm? form) =>
            new(terms.FirstAsked, EffectAbsorption.AbsorbedBitsOf(rule.Rule.Effects), terms, form, rule);
    }
}
