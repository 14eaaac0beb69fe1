using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Semantics.Samples;

/// <summary>Binds <c>sample V [where E]</c> at a point: which requests are in it.</summary>
internal static class SampleCondition
{
    /// <summary>Whether a share as it is written leaves some requests out and takes others, so that somebody has to draw.</summary>
    public static bool Draws(SampleMemberSyntax sample) =>
        sample.Value is not LiteralExpressionSyntax { Token.Literal: ShareLiteral { Millionths: 0 or >= (int)Millionths.Whole } };

    /// <summary>
    /// What is in a sample; a null condition is everything, and <c>Some</c> is false where nothing is, or where it is wrong, which is
    /// reported.
    /// </summary>
    /// <param name="context">Where findings go.</param>
    /// <param name="symbol">The judge or queue.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="where">Of what it is a share; null for everything.</param>
    /// <param name="facts">The facts of the point.</param>
    public static (bool Some, Expression? Condition) Bind(
        BindingContext context,
        Symbol symbol,
        SampleMemberSyntax sample,
        ExpressionSyntax? where,
        PointFacts facts)
    {
        var share = ParamBinder.BindConstant(context, symbol.Package, sample.Value, ShareShape.Instance, ParamRole.GreaterIsStricter);
        var condition = where is null
            ? null
            : new ExpressionBinder(context, ExpressionScope.Of(symbol.Package, symbol.Declaration.Source, facts)).BindCondition(where);
        if (share is not { Value: long value } || value <= 0 || (where is not null && condition is null))
            return (false, null);
        if (value >= Millionths.Whole)
            return (true, condition);
        var drawn = new CompareExpression(
            CompareOperator.Less,
            new PathExpression([DrawFact.Of(symbol.QualifiedName)], ShareShape.Instance, share.Place),
            share,
            share.Place);
        return (true, condition is null ? drawn : new LogicalExpression(LogicalOperator.And, condition, drawn, condition.Place));
    }
}
