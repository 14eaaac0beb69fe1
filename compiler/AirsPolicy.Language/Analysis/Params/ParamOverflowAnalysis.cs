using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Params;

/// <summary>
/// A stricter value may be one with which a rule can no longer be worked out. What follows then is no weaker than the rule.
/// </summary>
internal sealed class ParamOverflowAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor WeakerPosture = new(
        "AIRS6043", Error, "Parameter that may take a rule out of its range",
        "With a stricter '{0}' this may leave its range, and then 'on error' of '{1}' is all that follows, which is weaker than {2}; " +
        "write 'on error {3}', or compare '{0}' by itself.",
        "Others may set a parameter as far in its stricter direction as they like. Where it is added to something or multiplied, a " +
        "value far out leaves the range of numbers, the rule cannot be evaluated, and 'on error' of its control follows in its place. " +
        "That has to be at least as strong as the rule, or a stricter value would let through what the rule stops."
    );

    public void Run(AnalysisContext context)
    {
        var uses = new Dictionary<SourcePlace, List<string>>();
        foreach (var param in context.Model.Governance.Params)
        {
            foreach (var use in param.Uses)
            {
                if (!uses.TryGetValue(use.Place, out var names))
                    uses.Add(use.Place, names = []);
                names.Add(param.Name);
            }
        }
        if (uses.Count == 0)
            return;
        foreach (var control in context.Model.Controls)
        {
            foreach (var rule in control.Placements.SelectMany(placement => placement.Rules).Where(rule => !Covers(control.OnError, rule)))
            {
                foreach (var place in WorkedOut(context.Model, rule))
                {
                    // Each once, wherever else it is worked out with.
                    if (!uses.Remove(place, out var names))
                        continue;
                    foreach (var name in names.Distinct(StringComparer.Ordinal))
                        Report(context, control, rule, place, name);
                }
            }
        }
    }

    private static void Report(AnalysisContext context, ControlModel control, RuleModel rule, SourcePlace place, string name)
    {
        var needed = Needed(rule);
        var word = rule.Effects.Any(effect => OutcomeOf(effect) == needed)
            ? $"the '{Name(needed)}' of this rule"
            : "what this rule asks for";
        context.Report(WeakerPosture, place, [], name[(name.LastIndexOf('.') + 1)..], control.Id, word, Name(needed));
    }

    private static string Name(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    private static bool Covers(EffectModel onError, RuleModel rule) =>
        OutcomeOf(onError) >= Needed(rule) || rule.Effects.All(effect => Equals(effect, onError));

    // Where it is blocked, nothing is left to be amended, labelled or asked about.
    private static Outcome Needed(RuleModel rule) => rule.Effects.Select(effect => OutcomeOf(effect) switch
    {
        Outcome.Allow or Outcome.Amend => Outcome.Block,
        var outcome => outcome,
    }).Max();

    private static Outcome OutcomeOf(EffectModel effect) => effect switch
    {
        FixedEffectModel known => known.Effect.Outcome,
        HoldEffectModel => Outcome.Hold,
        HaltEffectModel => Outcome.Halt,
        _ => Outcome.Amend,
    };

    // The places of the constants with which something is worked out that may leave its range. A share by a whole number never does.
    private static IEnumerable<SourcePlace> WorkedOut(PolicyModel model, RuleModel rule) =>
        from part in ExpressionTree.All(rule).SelectMany(part => WithPast(model, part))
        where part is NegateExpression or ArithmeticExpression { Kind: not ArithmeticKind.ShareByInt }
        from constant in ExpressionTree.DescendantsAndSelf(part).OfType<ConstantExpression>()
        select constant.Place;

    private static IEnumerable<Expression> WithPast(PolicyModel model, Expression part) =>
        part switch
        {
            AggregateExpression asked => Sources(model, asked.Aggregate).Prepend(part),
            FollowsExpression follows => Sources(model, follows.Aggregate).Prepend(part),
            LimitPassedExpression passed => model
                .Limits[passed.Limit]
                .Draws.SelectMany(draw => draw.Keys.Append(draw.Where).Append(draw.Amount).Append(draw.Value))
                .OfType<Expression>()
                .SelectMany(ExpressionTree.DescendantsAndSelf)
                .Prepend(part),
            _ => [part],
        };

    private static IEnumerable<Expression> Sources(PolicyModel model, int aggregate) =>
        model
            .Aggregates[aggregate]
            .Sources.SelectMany(source => source.Keys.Append(source.Where).Append(source.Value))
            .OfType<Expression>()
            .SelectMany(ExpressionTree.DescendantsAndSelf);
}
