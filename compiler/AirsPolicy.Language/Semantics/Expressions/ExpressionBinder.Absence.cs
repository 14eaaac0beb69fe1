using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Comparisons with <c>null</c>, which other languages have for what is absent.</summary>
internal sealed partial class ExpressionBinder
{
    // The side that is compared with 'null', where no name of the policy is called so.
    private ExpressionSyntax? ComparedWithNull(ExpressionSyntax syntax) => syntax switch
    {
        BinaryExpressionSyntax { Operator: not (BinaryOperator.Equal or BinaryOperator.NotEqual) } => null,
        BinaryExpressionSyntax binary when IsNull(binary.Right) => binary.Left,
        BinaryExpressionSyntax binary when IsNull(binary.Left) => binary.Right,
        _ => null,
    };

    private bool IsNull(ExpressionSyntax syntax) => syntax is NameExpressionSyntax { Name.Text: "null" } && NeedsType(syntax);

    // It is bound as what was meant, so that what stands behind it knows what is present.
    private Truth BindNull(BinaryExpressionSyntax syntax, ExpressionSyntax read)
    {
        if (IsNull(read))
            return Truth.Of(Compare(syntax));
        if (BindOptional(read) is not { } optional)
            return Truth.Of(null);
        if (ShapeKinds.Plain(optional.Expression.Shape) is EnumShape names && names.IndexOf("null") >= 0)
            return Truth.Of(Compare(syntax));
        var text = TextOf(read);
        var isPath = optional.Expression is PathExpression or ItemExpression;
        if (!isPath || optional.Absent is null)
        {
            Report(NameDiagnostics.NullComparison, syntax.Span, $"'{text}' is never absent here");
            return Truth.Of(null);
        }
        var isAbsent = syntax.Operator == BinaryOperator.Equal;
        var right = isAbsent ? $"not has {text}" : $"has {text}";
        var orDefault = ShapeKinds.Plain(optional.Expression.Shape) is RecordShape or AnyShape ? "" : $", or '{text} ?? …' for a default";
        _context.Report(new Diagnostic(NameDiagnostics.NullComparison, Scope.Source, syntax.Span, [$"write '{right}'{orDefault}"])
        {
            Fixes = [Suggestion.Replace(syntax.Span, right)],
        });
        var has = new HasExpression(optional.Expression, Place(syntax));
        var known = optional.Keys.Aggregate(Presence.None, (all, key) => all.With(key));
        return isAbsent ? new Truth(new NotExpression(has, has.Place), Presence.None, known) : new Truth(has, known, Presence.None);
    }
}
