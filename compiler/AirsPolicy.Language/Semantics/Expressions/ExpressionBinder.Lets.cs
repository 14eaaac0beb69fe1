using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Lets are worked in where they are used, so that the model is closed and each use sees the facts of its own place.</summary>
internal sealed partial class ExpressionBinder
{
    private NamedExpression? BindLet(
        string name,
        ParametersSyntax? parameters,
        ExpressionSyntax value,
        ExpressionScope scope,
        IReadOnlyList<Expression?> arguments,
        ExpressionSyntax use)
    {
        var needed = parameters?.Names.Count ?? 0;
        if (needed != arguments.Count)
        {
            Report(NameDiagnostics.WrongArguments, use.Span, name, Count(needed), Count(arguments.Count));
            return null;
        }
        if (_openLets.Contains(name))
        {
            Report(NameDiagnostics.RecursiveLet, use.Span, name);
            return null;
        }
        for (var i = 0; i < needed; i++)
            scope = scope with { Locals = scope.Locals.SetItem(parameters!.Names[i].Text, new ArgumentName(arguments[i])) };
        var binder = new ExpressionBinder(_context, scope, _operations, _openLets.Push(name)) { _present = _present };
        return binder.Bind(value) is { } body ? new NamedExpression(name, body, Place(use)) : null;
    }

    /// <summary>Binds a let of a declaration for its mistakes alone; a use of it binds it again for its own place.</summary>
    public void CheckLet(LetMemberSyntax let)
    {
        if (!let.Name.IsMissing)
            new ExpressionBinder(_context, Scope, _operations, _openLets.Push(let.Name.Text)).Bind(let.Value);
    }

    private static string Count(int arguments) => arguments switch
    {
        0 => "no arguments",
        1 => "one argument",
        _ => $"{arguments} arguments",
    };
}
