using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Data;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Judges;
using AirsPolicy.Language.Semantics.Labels;
using AirsPolicy.Language.Semantics.Pace;
using AirsPolicy.Language.Semantics.Samples;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;

namespace AirsPolicy.Language.Semantics.Phases;

/// <summary>Binds what expressions can name, before any of them is bound: types, tools, facts, judges, queues, charts, breakers.</summary>
internal sealed class VocabularyPhase(BindingContext start)
{
    private readonly ImmutableArray<PackageSymbol> _all = start.Root.All();

    public Vocabulary Bind()
    {
        SchemeBinder.Declare(start, _all.Declared(SymbolKind.Scheme));
        var system = SystemBinder.Bind(start, start.Root);
        foreach (var type in _all.Declared(SymbolKind.Type))
            ShapeBinder.Bind(start, type);
        foreach (var data in _all.Declared(SymbolKind.Data))
            start.Data.Add(data, DataBinder.Bind(start, data));
        var named = start with
        {
            Tier = StatusBinder.TierOf(start, system),
            Origins = LabelSet.Origins(start, _all.Declared(SymbolKind.Label)),
        };
        // What is wrong with a group that nothing names is said too.
        foreach (var group in named.InForce.Declared(SymbolKind.Group))
            GroupBinder.ToolsOf(named, group);
        var (tools, declared) = BindTools(named);
        var context = named with { Tools = declared };
        var facts = BindFacts(context);
        context = context with { Charts = ChartSet.Declare(context, context.InForce) };
        foreach (var judge in context.InForce.Declared(SymbolKind.Judge))
            context.Judges.Add(judge.QualifiedName, JudgeSignature.Bind(context, judge));
        var sampled = context.InForce.Declared(SymbolKind.Queue)
            .Select(queue => SampledQueue.Of(context, queue)).OfType<SampledQueue>().ToList();
        var table = Table(context, facts, sampled);
        return new Vocabulary(system, tools, facts, sampled, table, context with { Table = table });
    }

    private FactTable Table(BindingContext context, List<DeclaredFact> facts, List<SampledQueue> sampled)
    {
        DeclaredFact[] drawn = [.. context.Judges.Values.SelectMany(judge => judge.Facts()), .. sampled.SelectMany(queue => queue.Facts())];
        return FactTable.Build(
            [.. facts, .. ClassifierFacts.Of(_all.Declared(SymbolKind.Detector)), .. drawn],
            context.Tools,
            new WatchedNames(
                [.. context.Charts.Select(chart => chart.Name)],
                _all.Names(SymbolKind.Judge),
                _all.Names(SymbolKind.Queue),
                context.InForce.Names(SymbolKind.Breaker)));
    }

    // A tool that may not stand here is laid out all the same, so that what reads its arguments is not wrong as well.
    private static (List<ToolBinder> Binders, ImmutableArray<DeclaredTool> Tools) BindTools(BindingContext context)
    {
        var binders = new List<ToolBinder>();
        var wireNames = new Dictionary<string, DeclaredTool>(StringComparer.Ordinal);
        var signatures = ImmutableArray.CreateBuilder<DeclaredTool>();
        foreach (var symbol in context.InForce.Declared(SymbolKind.Tool).OrderBy(tool => tool.Name, StringComparer.Ordinal))
        {
            var name = symbol.Declaration;
            if (!symbol.Package.IsPolicy)
                context.Report(ToolDiagnostics.LibraryGrants, name.Source, name.Span, symbol.Package.Name, symbol.Name, "tool");
            var binder = new ToolBinder(symbol);
            var signature = binder.BindSignature(context);
            if (!wireNames.TryAdd(signature.WireName, signature))
                context.Report(
                    ToolDiagnostics.WireNameTwice,
                    name.Source,
                    name.Span,
                    wireNames[signature.WireName].Name,
                    signature.Name,
                    signature.WireName);
            else
                GrantChecks.Check(context, symbol);
            binders.Add(binder);
            signatures.Add(signature);
        }
        return (binders, signatures.ToImmutable());
    }

    // Two packages may declare the same fact; it is one where they agree.
    private List<DeclaredFact> BindFacts(BindingContext context)
    {
        var facts = new Dictionary<string, DeclaredFact>(StringComparer.Ordinal);
        foreach (var symbol in _all.Declared(SymbolKind.Fact).OrderBy(fact => fact.Name, StringComparer.Ordinal))
        {
            if (FactBinder.Bind(context, symbol) is not { } fact || facts.TryAdd(symbol.Name, fact))
                continue;
            var same = facts[symbol.Name];
            if (same.Member != fact.Member || !same.Points.SequenceEqual(fact.Points) || !same.Tools.SequenceEqual(fact.Tools))
                context.Report(
                    NameDiagnostics.FactClash,
                    symbol.Declaration.Source,
                    symbol.Declaration.Span,
                    symbol.Name,
                    "of another package, with another type or place");
        }
        foreach (var fact in facts.Values)
            context.DeclaredFacts.Add(fact.Member.Name, fact.Points);
        return [.. facts.Values];
    }
}
