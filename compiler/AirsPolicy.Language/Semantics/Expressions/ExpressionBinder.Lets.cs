using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Lets are worked in where they are used, so that the model is closed and each use sees the facts of its own place.</summary>
internal sealed partial class ExpressionBinder
{
    private NamedExpression? BindLet(LetDefinition let, ExpressionScope scope, IReadOnlyList<Expression?> arguments, ExpressionSyntax use)
    {
        _context.UsedLets.Add(let.Syntax);
        _context.Use(let.Syntax);
        var needed = let.Parameters?.Names.Count ?? 0;
        if (needed != arguments.Count)
        {
            Report(NameDiagnostics.WrongArguments, use.Span, let.NameToken.Text, Count(needed), Count(arguments.Count));
            return null;
        }
        if (_context.RecursiveLets.Contains(let.Syntax))
            return null;
        if (!_growth.Open(let))
        {
            ReportCircle(let);
            return null;
        }
        for (var i = 0; i < needed; i++)
        {
            var parameter = let.Parameters!.Names[i];
            _context.Notes?.ReferLocal(parameter, SymbolKind.Argument, arguments[i]?.Shape, parameter);
            scope = scope with { Locals = scope.Locals.SetItem(parameter.Text, new ArgumentName(arguments[i], parameter)) };
        }

        var binder = new ExpressionBinder(_context, scope, _growth, _openLets.Push(let.Syntax))
        {
            _present = _present,
            _isOfPast = _isOfPast,
        };
        var (body, whenTrue, whenFalse) = binder.BindBody(let.Value);
        _growth.Close(let);
        if (body is null)
            return null;
        var named = new NamedExpression(let.Name, body, Place(use));
        _lastLet = new Truth(named, whenTrue, whenFalse);
        return named;
    }

    private Truth BindBody(ExpressionSyntax value)
    {
        if (!IsLogical(value))
            return Truth.Of(Bind(value));
        if (!_growth.Enter(Scope.Source, value))
            return Truth.Of(null);
        var truth = BindTruth(value);
        _growth.Leave();
        return truth;
    }

    private bool IsLogical(ExpressionSyntax syntax) =>
        syntax switch
        {
            ParenthesizedExpressionSyntax inner => IsLogical(inner.Expression),
            BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or }
            or UnaryExpressionSyntax { IsNot: true }
            or HasExpressionSyntax => true,
            BinaryExpressionSyntax { Operator: BinaryOperator.In or BinaryOperator.NotIn } sought => DataOf(sought.Right) is not null,
            _ => false,
        };

    // The lets of a circle are wrong together, so that it is reported once.
    private void ReportCircle(LetDefinition let)
    {
        foreach (var open in _openLets)
        {
            _context.RecursiveLets.Add(open);
            if (ReferenceEquals(open, let.Syntax))
                break;
        }
        _context.Report(NameDiagnostics.RecursiveLet, let.NameToken.Source, let.NameToken.Span, let.NameToken.Text);
    }

    /// <summary>Binds a let for its mistakes alone, as where nothing uses it. What its arguments are is not known.</summary>
    public void CheckLet(LetDefinition let)
    {
        var arguments = new Expression?[let.Parameters?.Names.Count ?? 0];
        BindLet(let, Scope, arguments, let.Value);
    }

    private static string Count(int arguments) => arguments switch
    {
        0 => "no arguments",
        1 => "one argument",
        _ => $"{arguments} arguments",
    };
}
