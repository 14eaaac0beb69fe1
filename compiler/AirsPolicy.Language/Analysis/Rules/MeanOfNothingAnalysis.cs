using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>A mean of events of which nobody has asked whether there are any: the first one would fail the rule.</summary>
internal sealed class MeanOfNothingAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor OfNothing = new(
        "AIRS4039", Warning, "Mean of what may not have happened",
        "Where nothing has happened yet there is no {0}, and the rule fails; write 'count of … >= 30 and' before it, with the same " +
        "event, name, condition, keys and time.",
        """
        Of no events there is no mean, and no deviation from one. A rule that asks for it fails then, and follows `on error`: by default
        the first request of every new user or session is refused. A breaker trips. And of two or three events a mean says little. So ask
        first how many there were: what stands right of `and` is not asked where the left does not hold.
        """);

    public void Run(AnalysisContext context)
    {
        if (!context.Model.Aggregates.Any(aggregate => IsOfSome(aggregate.Kind)))
            return;
        var conditions = context.Model.Controls.SelectMany(control => control.Placements)
            .SelectMany(placement => placement.Rules)
            .Select(rule => rule.Condition)
            .OfType<Expression>()
            .Concat(context.Model.Breakers.SelectMany(breaker => breaker.Trips).Select(trip => trip.Condition));
        var truth = new ConstantTruth(context.Model);
        // What stands at several points is one mistake.
        foreach (var asked in conditions.SelectMany(condition => Unasked(context, truth, condition, [])).DistinctBy(asked => asked.Place))
            context.Report(OfNothing, asked.Place, [], EventsOf(context, asked)!.Value.Word);
    }

    // What asks for a mean where none of the events may be. What stands left of 'and' holds wherever what stands right is asked; of 'or'
    // it does not.
    private static IEnumerable<AggregateExpression> Unasked(
        AnalysisContext context,
        ConstantTruth truth,
        Expression part,
        IReadOnlyCollection<(Expression Condition, bool Holds)> known) => part switch
        {
            LogicalExpression logical => Unasked(context, truth, logical.Left, known)
                .Concat(Unasked(context, truth, logical.Right, [.. known, (logical.Left, logical.Operator == LogicalOperator.And)])),
            AggregateExpression asked when IsOfSome(context.Model.Aggregates[asked.Aggregate].Kind) =>
                context.IsLookedAt(asked.Place)
                && EventsOf(context, asked) is var (events, _)
                && !known.Any(left => truth.Of(WithNone(context, left.Condition, events)) == !left.Holds)
                    ? [asked]
                    : [],
            _ => ExpressionTree.Children(part).SelectMany(child => Unasked(context, truth, child, known)),
        };

    private static bool IsOfSome(AggregateKind kind) => kind is AggregateKind.Mean or AggregateKind.Deviation;

    // The condition where there are none of the events.
    private static Expression WithNone(AnalysisContext context, Expression condition, string events) =>
        new ExpressionRewriter(part =>
            part is AggregateExpression asked
            && context.Model.Aggregates[asked.Aggregate].Kind == AggregateKind.Count
            && EventsOf(context, asked)?.Text == events
                ? new ConstantExpression(0L, IntShape.Instance, part.Place)
                : part).Of(condition);

    // Which events are asked about, in the words of the policy, and the word with which the question begins.
    private static (string Text, string Word)? EventsOf(AnalysisContext context, AggregateExpression asked)
    {
        var (_, span) = context.Find(asked.Place);
        var syntax = context.DeclarationAt(asked.Place)?.DescendantsAndSelf().OfType<AggregateExpressionSyntax>()
            .FirstOrDefault(syntax => syntax.Span == span);
        return syntax is null ? null : (string.Join(' ', Events(syntax).Select(token => token.Text)), syntax.Keyword.Text);
    }

    private static IEnumerable<SyntaxToken> Events(AggregateExpressionSyntax syntax) =>
        [
            .. syntax.RefusedKeyword is { } refused ? [refused] : (SyntaxToken[])[],
            syntax.Event,
            .. syntax.Variable is { } variable ? [variable] : (SyntaxToken[])[],
            .. syntax.Where?.Tokens() ?? [],
            .. syntax.Tail.Tokens(),
        ];
}
