using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Rules;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>A number that a model writes and that a rule caps from above has a least value too.</summary>
internal sealed class NegativeAmountAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Negative = new(
        "AIRS4037", Warning, "Cap that a negative number passes",
        "A model writes '{0}', and a number below zero passes this cap; write 'when {0} < {1} then block' too.",
        """
        A rule that stops what is above a bound lets everything below it pass, and a model can write a number below zero: a payment of -900 takes
        money instead of giving it, and -1 row means all rows to many a database. A rule that stops every number below zero, a `minimum` in the
        tool's schema, or a limit of that number, which refuses negative ones by itself, closes the gap. The fix writes the rule.
        """);

    public void Run(AnalysisContext context)
    {
        var reported = new HashSet<(string Point, string Path)>();
        foreach (var form in context.Rules.SelectMany(forms => forms).Where(form => Stops(form.Rule)))
        {
            foreach (var cap in Compared(form.Rule, above: true))
            {
                var path = cap.Path;
                if (IsSigned(path.Shape) && WrittenByModels.Contains(path) && !IsHeldFromBelow(context.Model, form, path)
                    && reported.Add((form.Placement.Point, string.Join('.', path.Path))))
                {
                    Report(context, form.Rule, cap);
                }
            }
        }
    }

    private static void Report(AnalysisContext context, RuleModel rule, Comparison cap)
    {
        var (source, span) = context.Find(cap.Path.Place);
        var (written, zero) = (source.Slice(span).ToString(), Zero(cap.Path.Shape));
        var (file, place) = context.Find(rule.Place);
        // A condition that is named elsewhere says the path in the words of that place.
        ImmutableArray<DiagnosticFix> fixes = file == source && place.Start <= span.Start && span.End <= place.End
            ? [Suggestion.Replace(new TextSpan(place.Start, place.Start), $"when {written} < {zero} then block\n  ")]
            : [];
        context.Report(Negative, cap.Whole.Place, fixes, written, zero);
    }

    private static bool Stops(RuleModel rule) =>
        rule.Refusal is null
        && rule.Effects.Any(effect =>
            effect is HoldEffectModel or HaltEffectModel or FixedEffectModel { Effect.Outcome: >= Outcome.Amend });

    // By a rule that stops every number below zero whatever else the request says, or by a limit, which refuses them by itself.
    private static bool IsHeldFromBelow(PolicyModel model, WrittenRule capped, PathExpression path)
    {
        var (point, tools) = (capped.Placement.Point, capped.Placement.Tools);
        foreach (var control in model.Controls.Where(control => control.Detect is null))
        {
            var floors = control.Placements.Where(placement => placement.Point == point && IsWithin(tools, placement.Tools))
                .SelectMany(placement => placement.Rules).Where(Stops).SelectMany(rule => Compared(rule, above: false));
            if (floors.Any(floor => IsSame(floor.Path, path) && IsNotNegative(floor.Bound)))
                return true;
            var limits = model.Limits.Where(limit => limit.Control == control.Id);
            if (tools.Count > 0
                && tools.All(tool =>
                    limits.Any(limit => limit.DrawAt(point, tool) is { } draw && Draws(draw, path, control == capped.Control))))
                return true;
        }
        return false;
    }

    // What a limit draws only of some requests it refuses only of these; an agent's own are those that its rules speak of.
    private static bool Draws(LimitDrawModel draw, PathExpression path, bool isOfSameRules) =>
        draw.Amount is { } amount && IsSame(amount, path) && (draw.Where is null || isOfSameRules);

    // No tool at all stands for every tool.
    private static bool IsWithin(ValueList<string> tools, ValueList<string> others) =>
        others.Count == 0 || (tools.Count > 0 && tools.All(others.Contains));

    /// <summary>
    /// The comparisons that a value far above meets; or those that a value far below meets, and with each the whole condition. What stands
    /// behind 'not' is the other way round.
    /// </summary>
    private static IEnumerable<Comparison> Compared(RuleModel rule, bool above)
    {
        var pending = new Stack<(Expression Part, bool Negated)>();
        if (rule.Condition is not null)
            pending.Push((rule.Condition, false));
        while (pending.TryPop(out var next))
        {
            switch (next.Part)
            {
                case NotExpression not:
                    pending.Push((not.Operand, !next.Negated));
                    break;
                case NamedExpression named:
                    pending.Push((named.Body, next.Negated));
                    break;
                case LogicalExpression logical when above || logical.Operator == LogicalOperator.Or != next.Negated:
                    pending.Push((logical.Right, next.Negated));
                    pending.Push((logical.Left, next.Negated));
                    break;
                case CompareExpression { Operator: > CompareOperator.NotEqual } compare:
                    var isLeft = compare.Operator is CompareOperator.Greater or CompareOperator.GreaterOrEqual == (above != next.Negated);
                    var (value, bound) = isLeft ? (compare.Left, compare.Right) : (compare.Right, compare.Left);
                    if (Value(value) is PathExpression path)
                        yield return new Comparison(path, Value(bound), compare);
                    break;
            }
        }
    }

    private static Expression Value(Expression value) => value switch
    {
        ConvertExpression convert => Value(convert.Operand),
        CoalesceExpression coalesce => Value(coalesce.Optional),
        NamedExpression named => Value(named.Body),
        _ => value,
    };

    private static bool IsSame(Expression value, PathExpression path) =>
        Value(value) is PathExpression other && other.Path.SequenceEqual(path.Path);

    private static bool IsNotNegative(Expression bound) => bound is ConstantExpression { Value: long and >= 0 or decimal and >= 0 };

    // Times, sizes and shares below zero fit no fact.
    private static bool IsSigned(Shape shape) => shape is MoneyShape or IntShape { Minimum: < 0 } or DecimalShape { Minimum: null or < 0 };

    private static string Zero(Shape shape) => shape is MoneyShape money ? $"0 {money.Currency}" : "0";

    private sealed record Comparison(PathExpression Path, Expression Bound, CompareExpression Whole);
}
