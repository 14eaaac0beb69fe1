using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Reasoning.Rules;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>
/// Two rules of one control that fire on the same requests and say different things of them, of which one is never heard.
/// </summary>
internal sealed class ContradictingRulesAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Contradicting = new(
        "AIRS7024", Warning, "Rules that contradict each other",
        "This rule and the one in line {0} fire on the same requests and say different things: '{1}' is said, and '{2}' never is.",
        "A decision has one message and one replacement for the text. Of several with the same outcome in one control the first by its " +
        "text is taken, whatever the order of the rules. Say one thing, or tell the two conditions apart."
    );

    public void Run(AnalysisContext context)
    {
        var implication = new RuleImplication(context.Model, context.LeftOut);
        foreach (var control in context.Rules.Select(forms => forms.First()).GroupBy(rule => rule.Control.Id))
        {
            var rules = control.ToList();
            for (var later = 1; later < rules.Count; later++)
            {
                for (var earlier = 0; earlier < later; earlier++)
                {
                    if (Said(rules[earlier].Rule, rules[later].Rule) is var (one, other)
                        && implication.Holds(rules[earlier].Rule, rules[later].Rule)
                        && implication.Holds(rules[later].Rule, rules[earlier].Rule))
                        Report(context, rules[earlier].Rule, rules[later].Rule, one, other);
                }
            }
        }
    }

    private static void Report(AnalysisContext context, RuleModel earlier, RuleModel later, string one, string other)
    {
        var (source, span) = context.Find(later.Place);
        var (otherSource, otherSpan) = context.Find(earlier.Place);
        var (heard, lost) = string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
        context.Report(
            Contradicting,
            source,
            span,
            [],
            [new RelatedLocation(otherSource, otherSpan, "fires on the same requests")],
            $"{earlier.Place.Line}",
            heard,
            lost);
    }

    private static (string, string)? Said(RuleModel one, RuleModel other)
    {
        foreach (var outcome in new[] { Outcome.Amend, Outcome.Block, Outcome.Halt })
        {
            if (Text(one, outcome) is { } first && Text(other, outcome) is { } second && first != second)
                return (first, second);
        }
        return null;
    }

    private static string? Text(RuleModel rule, Outcome outcome) =>
        rule
            .Effects.OfType<FixedEffectModel>()
            .Select(known =>
                known.Effect switch
                {
                    ReplaceEffect replace when outcome == Outcome.Amend => replace.Text,
                    BlockEffect block when outcome == Outcome.Block => block.Message,
                    HaltEffect halt when outcome == Outcome.Halt => halt.Message,
                    _ => null,
                }
            )
            .FirstOrDefault(text => text is not null);
}
