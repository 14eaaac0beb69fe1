using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
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
        A rule that stops what is above a bound lets everything below it pass, and a model can write a number below zero: a payment of -900 takes money instead of
        giving it, and -1 row means all rows to many a database. A rule that stops numbers below zero, a `minimum` in the tool's schema, or a limit of that number,
        which refuses negative ones by itself, closes the gap. The fix writes the rule.
        """);

    public void Run(AnalysisContext context)
    {
        var reported = new HashSet<(string Point, string Path)>();
        foreach (var form in context.Rules.SelectMany(forms => forms).Where(form => Stops(form.Rule)))
        {
            foreach (var (path, compared) in Compared(form.Rule, above: true))
            {
                if (!IsSigned(path.Shape) || !WrittenByModels.Contains(path) || !reported.Add((form.Placement.Point, string.Join('.', path.Path))))
                    continue;
                if (!IsHeldFromBelow(context.Model, form, path))
                    Report(context, form.Rule, path, compared);
            }
        }
    }

    private static void Report(AnalysisContext context, RuleModel rule, PathExpression path, CompareExpression compared)
    {
        var (source, span) = context.Find(path.Place);
        var (written, zero) = (source.Slice(span).ToString(), Zero(path.Shape));
        var (file, place) = context.Find(rule.Place);
        // A condition that is named elsewhere says the path in the words of that place.
        ImmutableArray<DiagnosticFix> fixes = file == source && place.Start <= span.Start && span.End <= place.End
            ? [Suggestion.Replace(new TextSpan(place.Start, place.Start), $"when {written} < {zero} then block\n  ")]
            : [];
        context.Report(Negative, compared.Place, fixes, written, zero);
    }

    private static bool Stops(RuleModel rule) =>
        rule.Refusal is null && rule.Effects.Any(effect => effect is HoldEffectModel or HaltEffectModel or FixedEffectModel { Effect.Outcome: >= Outcome.Amend });

    private static bool IsHeldFromBelow(PolicyModel model, WrittenRule capped, PathExpression path)
    {
        var (point, tools) = (capped.Placement.Point, capped.Placement.Tools);
        return model.Controls.Where(control => control.Detect is null).SelectMany(control => control.Placements)
                .Where(placement => placement.Point == point && IsWithin(tools, placement.Tools))
                .SelectMany(placement => placement.Rules).Where(Stops).Any(rule => Compared(rule, above: false).Any(below => IsSame(below.Path, path)))
            || tools.Count > 0 && tools.All(tool => model.Limits.Any(limit => limit.DrawAt(point, tool) is { Amount: { } amount } draw
                && (draw.Where is null || limit.Control == capped.Control.Id) && IsSame(amount, path)));
    }

    // No tool at all stands for every tool.
    private static bool IsWithin(ValueList<string> tools, ValueList<string> others) => others.Count == 0 || tools.Count > 0 && tools.All(others.Contains);

    // Each comparison that a value far above, or far below, meets; what stands behind 'not' is the other way round.
    private static IEnumerable<(PathExpression Path, CompareExpression Compared)> Compared(RuleModel rule, bool above)
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
                case LogicalExpression logical:
                    pending.Push((logical.Right, next.Negated));
                    pending.Push((logical.Left, next.Negated));
                    break;
                case CompareExpression { Operator: > CompareOperator.NotEqual } compare:
                    var left = compare.Operator is CompareOperator.Greater or CompareOperator.GreaterOrEqual == (above != next.Negated);
                    if (Value(left ? compare.Left : compare.Right) is PathExpression path)
                        yield return (path, compare);
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

    private static bool IsSame(Expression value, PathExpression path) => Value(value) is PathExpression other && other.Path.SequenceEqual(path.Path);

    // Times, sizes and shares below zero fit no fact.
    private static bool IsSigned(Shape shape) => shape is MoneyShape or IntShape { Minimum: < 0 } or DecimalShape { Minimum: null or < 0 };

    private static string Zero(Shape shape) => shape is MoneyShape money ? $"0 {money.Currency}" : "0";
}
