using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Tests;
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
        if (OtherMeaning(token.Text, names, syntax) is { } other)
        {
            _context.Report(new Diagnostic(NameDiagnostics.EnumOrName, Scope.Source, token.Span, [token.Text, other])
            {
                Fixes = [Suggestion.Replace(token.Span, $"\"{names.Names[index]}\"")],
            });
            return (null, true);
        }
        ReferEnumName(token, names, index);
        return (new ConstantExpression((long)index, names, Place(syntax)), true);
    }

    private void ReferEnumName(SyntaxToken token, EnumShape names, int index)
    {
        if (_context.Notes is not { } notes)
            return;
        var tool = names.Name == "tool" ? NameLookup.Find(_context.Root, token.Text, SymbolKind.Tool) : null;
        if (tool is null)
            notes.ReferValue(token, names, index);
        else
            notes.Refer(token, SymbolKind.Tool, token.Text, names, null, tool);
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

    // What else the name of an enum's value would mean and type as: adding a name elsewhere never changes what a rule says.
    private string? OtherMeaning(string name, EnumShape names, ExpressionSyntax syntax)
    {
        var local = Scope.Locals.GetValueOrDefault(name);
        var fact = Scope.Facts.Find(name);
        var symbol = NameLookup.FindAny(Scope.Package, name) is { Kind: SymbolKind.Param or SymbolKind.Let } declared ? declared : null;
        if (local is null && fact is null && symbol is null)
            return null;
        var trial = new ExpressionBinder(_context.Trial(), Scope, _growth, _openLets) { _present = _present };
        if (trial.BindOptional(syntax) is not { } meant || !ShapeKinds.Same(meant.Expression.Shape, names))
            return null;
        return local is ItemName ? "an item"
            : local is not null ? "a let"
            : fact is not null ? "a fact"
            : $"a {NameLookup.KindName(symbol!.Kind)}";
    }

    // A chain may be the whole name of a symbol behind that of its package, or begin with one and go on to its members.
    private (BoundPath? Path, bool Found)? BindSymbol(NameChain chain, ExpressionSyntax syntax, Shape? expected)
    {
        for (var taken = chain.Steps.Length; taken >= 0; taken--)
        {
            if (taken > 0 && chain.Steps[taken - 1].OnWire)
                continue;
            var name = chain.TextOf(taken);
            if (NameLookup.TryResolve(_context, Scope.Package, name, Scope.Source, chain.SpanOf(taken), null, out var symbol))
                return symbol is null ? (null, true) : BindSymbol(symbol, chain, taken, syntax, expected);
        }
        if (DetectorLookup.IsBuiltIn(chain.Text))
            return NotAValue(chain, "detector", "; ask '.found(text)'");
        if (chain.Steps.IsEmpty && (chain.Text == Origin || Functions.FunctionTable.Names.Contains(chain.Text)))
            return NotAValue(chain, "function", "; give its arguments in parentheses");
        return null;
    }

    private (BoundPath? Path, bool Found) BindSymbol(Symbol symbol, NameChain chain, int taken, ExpressionSyntax syntax, Shape? expected)
    {
        var token = taken == 0 ? chain.Root : chain.Steps[taken - 1].Token;
        switch (symbol.Kind)
        {
            case SymbolKind.Param when _context.IsBindingParam:
                Report(NameDiagnostics.ParamNotConstant, chain.Span, chain.Text);
                return (null, true);
            case SymbolKind.Param:
                _context.Use(symbol.Syntax);
                _context.Notes?.Refer(token, SymbolKind.Param, symbol.QualifiedName, ParamBinder.ShapeOf(_context, symbol), null, symbol);
                if (!_context.IsAside)
                    _context.ParamUses.Add(new ReadParam(symbol, Place(syntax)));
                return (
                    ParamBinder.ValueOf(_context, symbol) is { } value
                        ? Walk(value with { Place = Place(syntax) }, null, symbol.Name, chain, taken)
                        : null,
                    true);
            case SymbolKind.Let:
                _context.Notes?.Refer(token, SymbolKind.Let, symbol.QualifiedName, null, null, symbol);
                var body = BindLet(LetDefinition.Of(symbol), PackageScope(symbol), [], syntax);
                return (body is null ? null : Walk(body, KeyOf(body.Body), symbol.Name, chain, taken), true);
            case SymbolKind.Queue
            or SymbolKind.Control
            or SymbolKind.Label
            or SymbolKind.Tool
            or SymbolKind.Agent
            or SymbolKind.Workflow
            or SymbolKind.Limit
            or SymbolKind.Breaker
            or SymbolKind.Judge when Scope.NamesAreTexts && expected is TextShape && taken == chain.Steps.Length:
                _context.Use(symbol.Syntax);
                _context.Notes?.Refer(token, symbol.Kind, symbol.QualifiedName, null, null, symbol);
                var isControl = Scope.NamesAreControls || symbol.Kind is SymbolKind.Tool or SymbolKind.Agent or SymbolKind.Limit;
                var name = (isControl ? ControlNames.IdOf(symbol) : null) ?? symbol.QualifiedName;
                return (BoundPath.Present(new ConstantExpression(name, TextShape.Instance, Place(syntax))), true);
            case SymbolKind.Judge when Scope.Facts.Point is not null:
                return (BindAnswer(symbol, chain, taken, syntax), true);
            case SymbolKind.Scheme when taken == chain.Steps.Length - 1 && chain.Steps[taken] is { Name: "tier", OnWire: false }:
                return (BindTierOf(symbol, chain, taken, syntax), true);
            case SymbolKind.Fact when ReportFactElsewhere(chain.Root):
                return (null, true);
            case SymbolKind.Group:
                return NotAValue(chain, NameLookup.KindName(symbol.Kind), $"; ask 'tool in {chain.Text}'");
            case SymbolKind.Data:
                return NotAValue(chain, NameLookup.KindName(symbol.Kind), $"; ask 'KEY in {chain.Text}' or '{chain.Text}.COLUMN(KEY)'");
            default:
                return NotAValue(chain, NameLookup.KindName(symbol.Kind), symbol.Kind == SymbolKind.Detector ? "; ask '.found(text)'" : "");
        }
    }

    // The tier in a scheme, which is known now; a library by itself stands in none, and is taken to stand in the lowest.
    private BoundPath? BindTierOf(Symbol scheme, NameChain chain, int taken, ExpressionSyntax syntax)
    {
        if (_context.Schemes.GetValueOrDefault(scheme) is not { } bound)
            return null;
        _context.Notes?.Refer(
            taken == 0 ? chain.Root : chain.Steps[taken - 1].Token,
            SymbolKind.Scheme,
            scheme.QualifiedName,
            bound.Tiers,
            null,
            scheme);
        if (_context.Statuses.Find(standing => standing.Scheme == bound) is { } standing)
            return BoundPath.Present(standing.Tier.At(Place(syntax)));
        if (!_context.Root.IsPolicy)
            return BoundPath.Present(new BoundTier(bound.Tiers, 0).At(Place(syntax)));
        Report(GovernanceDiagnostics.NoStatus, chain.Span, scheme.Name);
        return null;
    }

    private (BoundPath? Path, bool Found) NotAValue(NameChain chain, string kind, string hint)
    {
        Report(NameDiagnostics.NotAValue, chain.Span, chain.Text, kind, hint);
        return (null, true);
    }

    // The scope of a let of this declaration: its lets, never the items that are open where it is used.
    private ExpressionScope LetScope => Scope with { Locals = Scope.Lets };

    // The scope of a let of a package: its own names, the facts of the place where it is used.
    private ExpressionScope PackageScope(Symbol symbol) =>
        ExpressionScope.Of(symbol.Package, symbol.Declaration.Source, Scope.Facts) with
        {
            Variables = Scope.Variables,
            IsAfterwards = Scope.IsAfterwards,
        };
}
