using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Phases;

/// <summary>Binds what rules take as given: parameters with their settings, lets, queues, providers, detectors.</summary>
internal sealed class ValuesPhase(BindingContext context)
{
    private readonly ImmutableArray<PackageSymbol> _all = context.Root.All();

    public BoundValues Bind(Vocabulary vocabulary)
    {
        // Those of packages that are only used too: what they say with a parameter was written with its setting in mind.
        ParamBinder.BindSettings(context, _all);
        foreach (var param in _all.Declared(SymbolKind.Param))
            ParamBinder.ValueOf(context, param);
        ScopeNames.AddPackage(context, context.Root);
        foreach (var let in _all.Declared(SymbolKind.Let))
            LetChecks.CheckParameters(context, let.Package, ((LetDeclarationSyntax)let.Syntax).Parameters, static _ => false);
        foreach (var queue in _all.Declared(SymbolKind.Queue))
        {
            var control = vocabulary.Sampled.FirstOrDefault(samples => samples.Queue == queue)?.ControlId;
            context.Queues[queue.QualifiedName] = QueueBinder.Bind(context, queue) with { SampleControl = control };
        }
        // What follows where a fact is missing may wait for people.
        var providers = BindProviders(vocabulary.Facts);
        var detectors = new DetectorSet(context);
        return new BoundValues(providers, detectors, context with { Detectors = detectors });
    }

    // Where two packages declare the same fact, one provider gives it: of two times the shorter holds, and what they say of its absence
    // joins.
    private ValueList<ProviderModel> BindProviders(IReadOnlyList<DeclaredFact> facts)
    {
        var providers = new SortedList<string, ProviderModel>(StringComparer.Ordinal);
        foreach (var symbol in _all.Declared(SymbolKind.Fact))
        {
            if (ProviderBinder.Bind(context, symbol, facts.Any(fact => fact.Member.Name == symbol.Name && fact.Member.Optional))
                    is not { } provider
                || providers.TryAdd(provider.Fact, provider))
                continue;
            var first = providers[provider.Fact];
            if (first.Provider != provider.Provider)
                context.Report(
                    NameDiagnostics.FactClash,
                    symbol.Declaration.Source,
                    symbol.Declaration.Span,
                    symbol.Name,
                    "of another package, from another provider");
            providers[provider.Fact] = first with
            {
                Within = Min(first.Within, provider.Within),
                OnError = first.OnError.Concat(provider.OnError).Distinct().ToValueList(),
            };
        }
        return providers.Values.ToValueList();
    }

    private static long? Min(long? left, long? right) => left is null || right < left ? right ?? left : left;
}
