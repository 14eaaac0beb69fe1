using System.Collections.Immutable;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Functions;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Notes for completion what can be named in a declaration.</summary>
internal static class ScopeNames
{
    /// <summary>The facts that can be named inside a declaration.</summary>
    public static void Add(BindingContext context, SourceText source, SyntaxNode inside, PackageSymbol package, PointFacts facts)
    {
        if (package == context.Root && context.Notes is { } notes)
            notes.Open(source, inside.Span, notes.ScopeNamesOf(facts, here => Names(context, here)));
    }

    /// <summary>The names over a decision, which an expectation speaks of.</summary>
    public static void AddDecision(BindingContext context, SourceText source, TextSpan span, PackageSymbol package)
    {
        if (package == context.Root && context.Notes is { } notes)
            notes.Open(
                source,
                span,
                [
                    .. (context.Table?.Decision ?? DecisionFacts.Layout).Facts.Members.Select(member => new ScopeName(
                        member.Name,
                        SymbolKind.Member,
                        member.Shape,
                        null)),
                ]
            );
    }

    private static ImmutableArray<ScopeName> Names(BindingContext context, PointFacts facts)
    {
        var names = facts.Roots.Select(m => new ScopeName(m.Name, SymbolKind.Fact, m.Shape, FactDocumentation.Of(facts.Point, m.Name)));
        if (facts.Layout.PrimaryText.Count > 0)
            names = names.Append(new ScopeName("text", SymbolKind.Fact, TextShape.Instance, "The text of this point."));
        if (facts.Find("system") is not null)
            names = names.Append(
                new ScopeName(
                    "tier",
                    SymbolKind.Fact,
                    context.Tier?.Tiers ?? FactShapes.Tier,
                    "The tier of the system, which is known when the policy is compiled."));
        return [.. names];
    }

    // A scheme is asked for its tier: `risk.tier`; data for a column: `prices.amount(key)`; a judge for what it has answered.
    private static Shape? ShapeOf(BindingContext context, Symbol symbol) =>
        symbol.Kind switch
        {
            SymbolKind.Param => ParamBinder.ShapeOf(context, symbol),
            SymbolKind.Data when context.Data.GetValueOrDefault(symbol) is { } data => new RecordShape(data.Row),
            SymbolKind.Judge => context.Judges.GetValueOrDefault(symbol.QualifiedName)?.Returns,
            SymbolKind.Scheme when context.Schemes.GetValueOrDefault(symbol) is { } scheme => new RecordShape([
                new ShapeMember("tier", "tier", scheme.Tiers),
            ]),
            _ => null,
        };

    // As where an id is not known: where no catalogue is in use, those that could be.
    private static IEnumerable<ScopeName> Ids(PackageSymbol package)
    {
        var used = package.VisibleCatalogues.ToList();
        return (used.Count > 0 ? used : ShippedCatalogues.All)
            .SelectMany(catalogue =>
                catalogue.Entries.Values.Select(entry => new ScopeName(
                    entry.Id,
                    catalogue.IsThreats ? SymbolKind.ThreatId : SymbolKind.CatalogueId,
                    null,
                    catalogue.SummaryOf(entry))))
            .DistinctBy(name => name.Name)
            .OrderBy(name => name.Name, StringComparer.Ordinal);
    }

    /// <summary>The names that can be written anywhere in the files of a package.</summary>
    public static void AddPackage(BindingContext context, PackageSymbol package)
    {
        if (context.Notes is not { } notes)
            return;
        var names = package.Visible
            .SelectMany(p => p.Members.Values)
            .Select(s => new ScopeName(s.Name, s.Kind, ShapeOf(context, s), Documentation.Of(s)))
            .Concat(Ids(package))
            .Concat(BuiltinDetectors.Names.Select(name => new ScopeName(name, SymbolKind.Detector, null, BuiltinDetectors.SummaryOf(name))))
            .Append(
                new ScopeName(ExpressionBinder.Origin, SymbolKind.Function, new ListShape(context.Origins), ExpressionBinder.OriginSummary))
            .Concat(
                FunctionTable.Names.Select(name => new ScopeName(
                    name,
                    SymbolKind.Function,
                    FunctionTable.Forms(name)[0].Result,
                    FunctionTable.Forms(name)[0].Summary)))
            .ToList();
        foreach (var tree in package.Syntax.Trees)
            notes.Open(tree.Source, new TextSpan(0, tree.Source.Length), [.. names]);
    }
}
