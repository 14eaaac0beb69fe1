using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>
/// Gives an expression its meaning: names, types, conversions, and what is known to be present where. Every method gives null
/// once it has reported why, and whoever called it passes over the rest, so that one mistake gives one diagnostic.
/// </summary>
internal sealed partial class ExpressionBinder
{
    private readonly BindingContext _context;
    private readonly ExpressionGrowth _growth;
    private readonly ImmutableStack<SyntaxNode> _openLets;

    // What the let that was bound last tells once it is true or false.
    private Truth _lastLet;

    public ExpressionBinder(BindingContext context, ExpressionScope scope)
        : this(context, scope, new ExpressionGrowth(context), [])
    {
    }

    private ExpressionBinder(BindingContext context, ExpressionScope scope, ExpressionGrowth growth, ImmutableStack<SyntaxNode> openLets)
    {
        _context = context;
        Scope = scope;
        _growth = growth;
        _openLets = openLets;
    }

    public ExpressionScope Scope { get; }

    /// <summary>What is known to be present where the expression stands, by the dotted path.</summary>
    private Presence _present = Presence.None;

    /// <summary>Binds a condition: a bool, with what its truth tells about presence at hand for what follows it.</summary>
    public Expression? BindCondition(ExpressionSyntax syntax)
    {
        if (!_growth.Enter(Scope.Source, syntax))
            return null;
        var bound = BindTruth(syntax);
        _growth.Leave();
        _present = _present.With(bound.WhenTrue);
        CheckAnswered(bound.Expression, _present, syntax);
        return bound.Expression;
    }

    /// <summary>Binds a value.</summary>
    /// <param name="syntax">The expression.</param>
    /// <param name="expected">
    /// The shape that the place asks for, which gives bare enum names and literals their meaning; the result may be of another.
    /// </param>
    public Expression? Bind(ExpressionSyntax syntax, Shape? expected = null)
    {
        if (!_growth.Enter(Scope.Source, syntax))
            return null;
        var bound = BindKind(syntax, expected);
        _growth.Leave();
        return bound;
    }

    private Expression? BindKind(ExpressionSyntax syntax, Shape? expected) => syntax switch
    {
        MissingExpressionSyntax => null,
        LiteralExpressionSyntax literal => BindLiteral(literal, expected),
        ParenthesizedExpressionSyntax inner => Bind(inner.Expression, expected),
        NameExpressionSyntax or MemberExpressionSyntax or IndexExpressionSyntax => BindPath(syntax, expected),
        UnaryExpressionSyntax { IsNot: false } minus => BindMinus(minus, expected),
        UnaryExpressionSyntax or HasExpressionSyntax => BindTruth(syntax).Expression,
        BinaryExpressionSyntax binary => BindBinary(binary, expected),
        QuantifierExpressionSyntax quantifier => BindQuantifier(quantifier),
        TableExpressionSyntax table => BindTable(table, expected),
        CallExpressionSyntax call => AskedOf(call) is null ? BindCall(call) : BindPath(call, expected),
        ListExpressionSyntax list => BindList(list, expected),
        RecordExpressionSyntax record => Wrong(record, "a value", "a record, which only the facts of a test can be"),
        AggregateExpressionSyntax aggregate => BindAggregate(aggregate),
        _ => throw new System.Diagnostics.UnreachableException(syntax.ToString()),
    };

    /// <summary>Binds a value and brings it to the shape that the place needs.</summary>
    public Expression? BindAs(ExpressionSyntax syntax, Shape needed)
    {
        return Bind(syntax, needed) is { } bound ? Fit(bound, syntax, needed) : null;
    }

    private Expression? Fit(Expression bound, ExpressionSyntax syntax, Shape needed)
    {
        if (Convert(bound, needed) is { } converted)
            return converted;
        Report(NameDiagnostics.Mismatch, syntax.Span, ShapeText.WithArticle(needed), ShapeText.WithArticle(bound.Shape));
        return null;
    }

    private Expression? BindBinary(BinaryExpressionSyntax binary, Shape? expected) =>
        Scope is { NamesAreTexts: true, NamesAreControls: false } && (IsListOfControls(binary.Left) || IsListOfControls(binary.Right))
            ? In(Scope with { NamesAreControls = true }).BindOperator(binary, expected)
            : BindOperator(binary, expected);

    // In a test these hold ids of controls, and the other lists declared names: a judge has both.
    private static bool IsListOfControls(ExpressionSyntax syntax) => syntax is NameExpressionSyntax { Name.Text: "fired" or "would" };

    private Expression? BindOperator(BinaryExpressionSyntax binary, Shape? expected) => binary.Operator switch
    {
        BinaryOperator.And or BinaryOperator.Or => BindTruth(binary).Expression,
        BinaryOperator.Coalesce => BindCoalesce(binary, expected),
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply => BindArithmetic(binary, expected),
        BinaryOperator.In or BinaryOperator.NotIn => BindMembership(binary),
        BinaryOperator.Contains => BindContains(binary),
        BinaryOperator.Matches => BindMatches(binary),
        BinaryOperator.StartsWith => BindTextTest(binary, TextTest.StartsWith),
        BinaryOperator.EndsWith => BindTextTest(binary, TextTest.EndsWith),
        _ => BindComparison(binary),
    };

    private SourcePlace Place(ExpressionSyntax syntax) => _context.Place(Scope.Package, Scope.Source, syntax.Span);

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments) =>
        _context.Report(descriptor, Scope.Source, span, arguments);

    private Expression? Wrong(ExpressionSyntax syntax, string needed, string given)
    {
        Report(NameDiagnostics.Mismatch, syntax.Span, needed, given);
        return null;
    }

    // The binder of what stands inside another scope, which counts towards the same bound.
    private ExpressionBinder In(ExpressionScope scope) =>
        new(_context, scope, _growth, _openLets) { _present = _present, _isOfPast = _isOfPast };
}
