using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Names that packages declare, and the values of enums.</summary>
internal sealed partial class ExpressionBinder
{
    // A bare name where an enum is expected. Null: it is none of its values. An inner null: it could be two things, reported.
    private (Expression? Value, bool Found)? BindEnumName(SyntaxToken token, EnumShape names, ExpressionSyntax syntax)
    {
        var index = names.Name == "tool" ? IndexOfTool(token.Text) : names.IndexOf(token.Text);
        if (index < 0)
            return null;
        if (OtherMeaning(token.Text, names) is { } other)
        {
            Report(NameDiagnostics.EnumOrName, token.Span, token.Text, other);
            return (null, true);
        }
        var tool = names.Name == "tool" ? NameLookup.Find(_context.Root, token.Text, SymbolKind.Tool) : null;
        _context.Refer(token, tool is null ? SymbolKind.EnumName : SymbolKind.Tool, token.Text, names, null, tool);
        return (new ConstantExpression((long)index, names, Place(syntax)), true);
    }

    private int IndexOfTool(string name)
    {
        for (var i = 0; i < _context.Tools.Length; i++)
        {
            if (_context.Tools[i].Name == name)
                return i;
        }
        return -1;
    }

    private string? OtherMeaning(string name, EnumShape names)
    {
        if (Scope.Facts.Find(name) is { } fact && ShapeKinds.Same(fact.Shape, names))
            return "a fact";
        if (NameLookup.Find(Scope.Package, name, SymbolKind.Param) is { } param && ParamBinder.ShapeOf(_context, param) is { } shape && ShapeKinds.Same(shape, names))
            return "a parameter";
        return null;
    }

    private (BoundPath? Path, bool Found)? BindSymbol(NameChain chain, ExpressionSyntax syntax, Shape? expected)
    {
        if (NameLookup.FindAny(Scope.Package, chain.Text) is not { } symbol)
        {
            if (DetectorLookup.IsNamed(Scope.Package, chain.Text))
                return NotAValue(chain, "detector", "; ask '.found(text)'");
            if (Functions.FunctionTable.Names.Contains(chain.Text))
                return NotAValue(chain, "function", "; give its arguments in parentheses");
            return null;
        }
        var token = chain.Steps.IsEmpty ? chain.Root : chain.Steps[^1].Token;
        switch (symbol.Kind)
        {
            case SymbolKind.Param:
                _context.Refer(token, SymbolKind.Param, symbol.QualifiedName, ParamBinder.ShapeOf(_context, symbol), null, symbol);
                return (ParamBinder.ValueOf(_context, symbol) is { } value ? BoundPath.Present(value with { Place = Place(syntax) }) : null, true);
            case SymbolKind.Let:
                var let = (LetDeclarationSyntax)symbol.Syntax;
                _context.Refer(token, SymbolKind.Let, symbol.QualifiedName, null, null, symbol);
                var body = BindLet(symbol.QualifiedName, let.Parameters, let.Value, PackageScope(symbol), [], syntax);
                return (body is null ? null : BoundPath.Present(body), true);
            case var kind when Scope.NamesAreTexts && expected is TextShape && kind is SymbolKind.Queue or SymbolKind.Control or SymbolKind.Label:
                _context.Refer(token, symbol.Kind, symbol.QualifiedName, null, null, symbol);
                return (BoundPath.Present(new ConstantExpression(symbol.QualifiedName, TextShape.Instance, Place(syntax))), true);
            case SymbolKind.Tool when Scope.NamesAreTexts && expected is TextShape:
                return (BoundPath.Present(new ConstantExpression(symbol.Name, TextShape.Instance, Place(syntax))), true);
            default:
                return NotAValue(chain, NameLookup.KindName(symbol.Kind), symbol.Kind == SymbolKind.Detector ? "; ask '.found(text)'" : "");
        }
    }

    private (BoundPath? Path, bool Found) NotAValue(NameChain chain, string kind, string hint)
    {
        Report(NameDiagnostics.NotAValue, chain.Span, chain.Text, kind, hint);
        return (null, true);
    }

    // The scope of a let of a package: its own names, the facts of the place where it is used.
    private ExpressionScope PackageScope(Symbol symbol) =>
        new(symbol.Package, symbol.Declaration.Source, Scope.Facts, System.Collections.Immutable.ImmutableDictionary<string, LocalName>.Empty, Scope.Variables);
}
