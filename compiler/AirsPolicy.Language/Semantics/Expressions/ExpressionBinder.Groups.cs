using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Agents;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Groups of tools: <c>tool in GROUP</c> is <c>tool in [TOOL, TOOL]</c>.</summary>
internal sealed partial class ExpressionBinder
{
    // The group that a name stands for, or null where it stands for something else.
    private Symbol? GroupOf(ExpressionSyntax syntax)
    {
        if (NameChain.Of(Unwrapped(syntax)) is not { } chain
            || Scope.Locals.ContainsKey(chain.Root.Text)
            || Scope.Facts.Find(chain.Root.Text) is not null
            || NameLookup.FindAny(Scope.Package, chain.Text) is not { Kind: SymbolKind.Group }
            || !NameLookup.TryResolve(_context, Scope.Package, chain.Text, chain.Root.Source, chain.Span, null, out var group)
            || group is null)
            return null;
        _context.Use(group.Syntax);
        _context.Notes?.Refer(LastToken(chain), SymbolKind.Group, group.QualifiedName, null, null, group);
        return group;
    }

    private Expression? BindInGroup(BinaryExpressionSyntax syntax, Symbol group)
    {
        if (Bind(syntax.Left) is not { } item)
            return null;
        if (!ToolScopes.IsTool(item.Shape))
        {
            Report(
                NameDiagnostics.Mismatch,
                syntax.Left.Span,
                $"a tool before '{OperatorText(syntax)} {group.Name}'",
                ShapeText.WithArticle(item.Shape));
            return null;
        }
        var tools = ToolsOf(group, item.Shape, syntax.Right).ToValueList();
        return Membership(syntax, item, new ListExpression(tools, new ListShape(item.Shape), Place(syntax.Right)));
    }

    private IEnumerable<Expression> ToolsOf(Symbol group, Shape tool, ExpressionSyntax syntax) =>
        GroupBinder
            .ToolsOf(_context, group)
            .Select(member => new ConstantExpression((long)IndexOfTool(member.Name), tool, Place(syntax)));
}
