using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.State;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>A mean of events of which nobody has asked whether there are any: the first one would fail the rule.</summary>
internal sealed class MeanOfNothingAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor OfNothing = new(
        "AIRS4039", Warning, "Mean of what may not have happened",
        "Where nothing has happened yet there is no {0}, and the rule fails; write 'count of … >= 30 and' before it, with the same event, " +
        "name, condition, keys and time.",
        """
        Of no events there is no mean, and no deviation from one. A rule that asks for it fails then, and follows `on error`: by default the first request
        of every new user or session is refused. And of two or three events a mean says little. So ask first how many there were: what stands right of
        `and` is not asked where the left does not hold.
        """);

    public void Run(AnalysisContext context)
    {
        foreach (var condition in context.Model.Controls.SelectMany(control => control.Placements)
            .SelectMany(placement => placement.Rules)
            .Select(rule => rule.Condition)
            .OfType<Expression>())
            Look(context, condition, []);
    }

    // What is counted to the left of 'and' or 'or' has been asked wherever what stands to the right is.
    private static void Look(AnalysisContext context, Expression part, IReadOnlyCollection<string> counted)
    {
        switch (part)
        {
            case NamedExpression named:
                Look(context, named.Body, counted);
                break;
            case LogicalExpression logical:
                Look(context, logical.Left, counted);
                Look(context, logical.Right, [.. counted, .. Counted(context, logical.Left)]);
                break;
            case AggregateExpression asked when KindOf(context, asked) is AggregateKind.Mean or AggregateKind.Deviation:
                if (context.IsLookedAt(asked.Place) && EventsOf(context, asked) is { } events && !counted.Contains(events.Text))
                    context.Report(OfNothing, asked.Place, [], events.Word);
                break;
            default:
                foreach (var child in ExpressionTree.Children(part))
                    Look(context, child, counted);
                break;
        }
    }

    private static IEnumerable<string> Counted(AnalysisContext context, Expression condition) =>
        ExpressionTree.DescendantsAndSelf(condition)
            .OfType<AggregateExpression>()
            .Where(asked => KindOf(context, asked) == AggregateKind.Count)
            .Select(asked => EventsOf(context, asked)?.Text)
            .OfType<string>();

    private static AggregateKind KindOf(AnalysisContext context, AggregateExpression asked) => context.Model.Aggregates[asked.Aggregate].Kind;

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
