using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Samples;

/// <summary>
/// Reads of what a sample of a queue is: a queue stands at no point, so that one part of its <c>where</c> names them (<c>point ==
/// output</c>, <c>point in [input, output]</c>).
/// </summary>
internal static class QueueSampleReader
{
    private const string PointName = "point";

    /// <summary>The sample; null where it does not say at which points, which is reported.</summary>
    public static QueueSample? Read(BindingContext context, Symbol queue, SampleMemberSyntax sample)
    {
        var parts = sample.Where is null ? [] : Parts(sample.Where.Condition);
        var named = parts.FindAll(part => NamesOf(part.Condition) is not null);
        if (named.Count != 1)
        {
            context.Report(
                JudgeDiagnostics.SampleWithoutPoint,
                queue.Declaration.Source,
                (sample.Where?.Condition.Span).GetValueOrDefault(sample.Span),
                queue.Name,
                ShareText(sample));
            return null;
        }
        var points = NamesOf(named[0].Condition)!
            .Select(name =>
                name is NameExpressionSyntax single ? PointsBinder.BindPoint(context, single.Name) : Report(context, queue, sample, name))
            .OfType<DecisionPoint>()
            .Distinct()
            .ToImmutableArray();
        parts.Remove(named[0]);
        return points.IsEmpty ? null : new QueueSample(sample, points, Joined(parts));
    }

    private static DecisionPoint? Report(BindingContext context, Symbol queue, SampleMemberSyntax sample, ExpressionSyntax name)
    {
        context.Report(JudgeDiagnostics.SampleWithoutPoint, queue.Declaration.Source, name.Span, queue.Name, ShareText(sample));
        return null;
    }

    private static string ShareText(SampleMemberSyntax sample) =>
        sample.Value is LiteralExpressionSyntax literal ? literal.Token.Text : "1%";

    // What 'and' joins, from the left; a long chain leans to the left, and is walked in a loop.
    private static List<(ExpressionSyntax Condition, SyntaxToken? And)> Parts(ExpressionSyntax condition)
    {
        var parts = new List<(ExpressionSyntax, SyntaxToken?)>();
        while (condition is BinaryExpressionSyntax { Operator: BinaryOperator.And } chain)
        {
            parts.Add((chain.Right, chain.OperatorToken));
            condition = chain.Left;
        }
        parts.Add((condition, null));
        parts.Reverse();
        return parts;
    }

    private static ExpressionSyntax? Joined(List<(ExpressionSyntax Condition, SyntaxToken? And)> parts)
    {
        ExpressionSyntax? joined = null;
        foreach (var (condition, and) in parts)
            joined = joined is null ? condition : new BinaryExpressionSyntax(joined, and!, null, condition, BinaryOperator.And);
        return joined;
    }

    private static IEnumerable<ExpressionSyntax>? NamesOf(ExpressionSyntax condition) =>
        condition switch
        {
            ParenthesizedExpressionSyntax inner => NamesOf(inner.Expression),
            BinaryExpressionSyntax { Operator: BinaryOperator.Equal, Left: NameExpressionSyntax { Name.Text: PointName } } one =>
            [
                one.Right,
            ],
            BinaryExpressionSyntax
            {
                Operator: BinaryOperator.In,
                Left: NameExpressionSyntax { Name.Text: PointName },
                Right: ListExpressionSyntax list
            } => list.Items,
            _ => null,
        };
}
