using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Reasoning.Rules;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>A rule that changes no decision, since another fires wherever it does and does as much.</summary>
internal sealed class AbsorbedRuleAnalysis : IAnalysis
{
    // Beyond so many pairs of rules those that are left are not compared: what is found is still the same every time.
    private const int MostPairs = 200_000;

    public static readonly DiagnosticDescriptor Absorbed = new(
        "AIRS7023", Warning, "Rule that changes nothing",
        "This rule changes no decision: the rule in line {0} of '{1}' fires wherever it does, and does as much; leave it out, or mend its bound.",
        "Effects join, and the strongest outcome counts: where another rule blocks, what a weaker one would hold, change or append comes to nothing. Most often the bounds of the two stand the wrong way round (`when amount > 500 GBP then hold` beside `when amount > 200 GBP then block`). The rules are compared as they are set and in force; a rule that flags or tells somebody is never absorbed by one that does not.");

    public void Run(AnalysisContext context)
    {
        var implication = new RuleImplication(context.Model);
        var byPoint = (from control in context.Model.Controls
                       where control.Detect is null
                       from placement in control.Placements
                       from rule in placement.Rules
                       where rule.Effects.Count > 0
                       select new WrittenRule(control, placement, rule)).ToLookup(rule => rule.Placement.Point, StringComparer.Ordinal);
        var byName = byPoint.SelectMany(point => point).GroupBy(rule => (rule.Placement.Point, rule.Control.Id, rule.Rule.Ordinal)).ToDictionary(rules => rules.Key, rules => rules.ToList());
        var terms = new SharedTerms();
        var pairs = 0;
        foreach (var forms in context.Rules)
        {
            var first = forms.First();
            if (first.Control.Detect is not null || first.Rule.Effects.Count == 0)
                continue;
            foreach (var other in byPoint[first.Placement.Point])
            {
                if (++pairs > MostPairs)
                    return;
                if (IsSame(first, other) || !terms.MayFollow(first.Rule, other.Rule) || RefusesAll(first, other) || !ClaimsAll(other.Control, first.Control) || !EffectAbsorption.Absorbs(other.Rule.Effects, first.Rule.Effects) || !forms.All(form => Same(form, other).Any(wide => Absorbs(implication, form, wide))))
                    continue;
                // Of two that do the same one is enough, and the later is the one too many.
                if (IsBefore(first.Rule.Place, other.Rule.Place) && forms.All(form => Same(form, other).Any(wide => Absorbs(implication, wide, form))))
                    continue;
                var (source, span) = context.Find(first.Rule.Place);
                var (otherSource, otherSpan) = context.Find(other.Rule.Place);
                context.Report(Absorbed, source, span, [], [new RelatedLocation(otherSource, otherSpan, "fires wherever it does")], $"{other.Rule.Place.Line}", NameOf(other.Control));
                break;
            }
        }

        // The other rule where this one stands.
        List<WrittenRule> Same(WrittenRule form, WrittenRule other) => byName.GetValueOrDefault((form.Placement.Point, other.Control.Id, other.Rule.Ordinal)) ?? [];
    }

    private static bool Absorbs(RuleImplication implication, WrittenRule narrow, WrittenRule wide) =>
        StandsWherever(wide.Placement, narrow.Placement) && EffectAbsorption.Absorbs(wide.Rule.Effects, narrow.Rule.Effects) && implication.Holds(narrow.Rule, wide.Rule);

    private static bool StandsWherever(PlacementModel wide, PlacementModel narrow) =>
        wide.Tools.Count == 0 || narrow.Tools.Count > 0 && narrow.Tools.All(tool => wide.Tools.Contains(tool));

    // A control that refuses everything for the time being says nothing of the others that stand there.
    private static bool RefusesAll(WrittenRule rule, WrittenRule other) => other.Rule.Condition is null && !ReferenceEquals(other.Control, rule.Control);

    // What fires carries the ids that its control satisfies, which nothing else may claim.
    private static bool ClaimsAll(ControlModel other, ControlModel control) =>
        control.Satisfies.All(other.Satisfies.Contains) && control.Mitigates.All(other.Mitigates.Contains);

    private static bool IsSame(WrittenRule rule, WrittenRule other) => ReferenceEquals(rule.Control, other.Control) && rule.Rule.Ordinal == other.Rule.Ordinal;

    private static bool IsBefore(SourcePlace place, SourcePlace other) =>
        string.CompareOrdinal(place.File, other.File) is var order && (order < 0 || order == 0 && place.Start < other.Start);

    private static string NameOf(ControlModel control) => control.Id[(control.Id.LastIndexOf('.') + 1)..];
}
