using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Agents;
using AirsPolicy.Language.Semantics.Audits;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Judges;
using AirsPolicy.Language.Semantics.Labels;
using AirsPolicy.Language.Semantics.Pace;
using AirsPolicy.Language.Semantics.Samples;
using AirsPolicy.Language.Semantics.Tests;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics;

/// <summary>
/// Binds the declarations of a package and of those in force with it, in the order in which they need one another: system, tools, facts,
/// parameters, then rules and tests.
/// </summary>
internal sealed class ModelBinder(BindingContext context)
{
    private readonly PackageSymbol _root = context.Root;
    private readonly ImmutableArray<PackageSymbol> _all = context.Root.All();

    public PolicyModel Bind()
    {
        foreach (var package in context.InForce)
        {
            LimitControls.CheckNamed(context, package);
        }
        SchemeBinder.Declare(context, Declared(_all, SymbolKind.Scheme));
        var system = SystemBinder.Bind(context, _root);
        foreach (var type in Declared(_all, SymbolKind.Type))
            ShapeBinder.Bind(context, type);
        context.Origins = LabelSet.Origins(context, Declared(_all, SymbolKind.Label));
        var tools = BindTools();
        var facts = BindFacts();
        context.Charts = ChartSet.Declare(context, context.InForce);
        foreach (var judge in Declared(context.InForce, SymbolKind.Judge))
            context.Judges.Add(judge.QualifiedName, JudgeSignature.Bind(context, judge));
        var sampled = Declared(context.InForce, SymbolKind.Queue)
            .Select(queue => SampledQueue.Of(context, queue))
            .OfType<SampledQueue>()
            .ToList();
        DeclaredFact[] drawn = [.. context.Judges.Values.SelectMany(judge => judge.Facts()), .. sampled.SelectMany(queue => queue.Facts())];
        var table = FactTable.Build(
            [.. facts, .. ClassifierFacts.Of(Declared(_all, SymbolKind.Detector)), .. drawn],
            context.Tools,
            new WatchedNames(
                [.. context.Charts.Select(chart => chart.Name)],
                Names(_all, SymbolKind.Judge),
                Names(_all, SymbolKind.Queue),
                Names(context.InForce, SymbolKind.Breaker)));
        context.Table = table;
        // Those of packages that are only used too: what they say with a parameter was written with its setting in mind.
        ParamBinder.BindSettings(context, _all);
        foreach (var param in Declared(_all, SymbolKind.Param))
            ParamBinder.ValueOf(context, param);
        ScopeNames.AddPackage(context, _root);
        foreach (var let in Declared(_all, SymbolKind.Let))
            LetChecks.CheckParameters(context, let.Package, ((LetDeclarationSyntax)let.Syntax).Parameters, static _ => false);

        foreach (var queue in Declared(_all, SymbolKind.Queue))
            context.Queues[queue.QualifiedName] = QueueBinder.Bind(context, queue) with
            {
                SampleControl = sampled.Find(samples => samples.Queue == queue)?.ControlId,
            };
        // What follows where a fact is missing may wait for people.
        var providers = BindProviders(facts);
        context.Detectors = new DetectorSet(context);
        var placed = new PlacedRules(table);
        var waivers = WaiverBinder.Bind(context, system);
        var labels = LabelSet.Bind(context, Declared(context.InForce, SymbolKind.Label), tools);
        var agents = AgentSet.Bind(context, Declared(context.InForce, SymbolKind.Workflow), Declared(context.InForce, SymbolKind.Agent));
        var (charts, chartControls) = ChartSet.Bind(context, table, context.Charts);
        var breakers = Guarded(SymbolKind.Breaker, breaker => new BreakerBinder(context, table, breaker).Bind())
            .OfType<BoundBreaker>().ToList();
        var judges = context.Judges.Values
            .SelectMany(judge => context.Guarded(judge.Symbol.Declaration, new JudgeBinder(context, table, judge).Bind)).ToList();
        var controls = Guarded(SymbolKind.Control, control => new ControlBinder(context, table, placed, control).Bind())
            .Concat(tools.SelectMany(tool => context.Guarded(tool.Symbol.Declaration, () => tool.BindRules(table))).OfType<ControlModel>())
            .Concat(Guarded(SymbolKind.Limit, limit => LimitControls.Bind(context, table, limit)).OfType<ControlModel>())
            .Concat(judges.Select(judge => judge.Control))
            .Concat(sampled.Select(queue => queue.Control(context, table)))
            .Concat(agents.Controls(table))
            .Concat(labels.Controls(table))
            .Concat(chartControls)
            .Concat(breakers.Select(breaker => breaker.Control))
            .Select(control => WaiverBinder.Apply(control, waivers))
            .OrderBy(control => control.Id, StringComparer.Ordinal)
            .ToList();
        var past = new PastNumbers(
            context.Aggregates,
            context.Limits,
            controls,
            agents.Runs(table),
            charts,
            breakers.Select(breaker => breaker.Model));
        controls = past.Controls;
        var detectors = context.Detectors.Used(DetectorUse.Of(controls, past.Aggregates, past.Limits, past.Standing()));
        var classifiers = context.Detectors.Providers(detectors).ToList();
        context.Hosts.UnionWith(classifiers.Select(classifier => new HostBinding("classifier", classifier.Provider)));
        var audit = new AuditBinder(context).Bind();
        context.IsAside = true;
        var tests = BindTests(table);
        var proofs = BindProofs(table);
        PackageLets.CheckUnused(context, table, Declared(_all, SymbolKind.Let));
        context.IsAside = false;
        return new PolicyModel(
            _root.Name,
            _root.Version,
            _root.IsPolicy,
            system,
            GovernanceBinder.Bind(context, waivers),
            table.Layouts,
            tools.Select(tool => tool.Model).ToValueList(),
            agents.Model is { } model ? model with { Runs = past.Runs } : null,
            detectors,
            context.Queues.Values.ToValueList(),
            controls.ToValueList(),
            past.Aggregates,
            past.Limits,
            labels.Models,
            new ContentSources(table, context.AsksOrigin).Of([.. tools.Select(tool => tool.Model)], labels.Models, controls),
            providers.Concat(classifiers).OrderBy(provider => provider.Fact, StringComparer.Ordinal).ToValueList(),
            context
                .Hosts.OrderBy(host => host.Kind, StringComparer.Ordinal)
                .ThenBy(host => host.Name, StringComparer.Ordinal)
                .ToValueList(),
            tests,
            Sources(),
            past.Charts,
            past.Breakers,
            proofs,
            judges.Select(judge => judge.Judge).ToValueList(),
            audit);
    }

    private static ImmutableArray<string> Names(ImmutableArray<PackageSymbol> packages, SymbolKind kind) =>
        [.. Declared(packages, kind).Select(symbol => symbol.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<Symbol> Declared(ImmutableArray<PackageSymbol> packages, SymbolKind kind) =>
        packages
            .SelectMany(package => package.Members.Values)
            .Where(symbol => symbol.Kind == kind)
            .OrderBy(symbol => symbol.QualifiedName, StringComparer.Ordinal);

    private IEnumerable<T> Guarded<T>(SymbolKind kind, Func<Symbol, T> bind) =>
        Declared(context.InForce, kind).SelectMany(symbol => context.Guarded(symbol.Declaration, () => bind(symbol)));

    // A tool that may not stand here is laid out all the same, so that what reads its arguments is not wrong as well.
    private List<ToolBinder> BindTools()
    {
        var binders = new List<ToolBinder>();
        var wireNames = new Dictionary<string, DeclaredTool>(StringComparer.Ordinal);
        var signatures = ImmutableArray.CreateBuilder<DeclaredTool>();
        foreach (var symbol in Declared(context.InForce, SymbolKind.Tool).OrderBy(tool => tool.Name, StringComparer.Ordinal))
        {
            var name = symbol.Declaration;
            if (!symbol.Package.IsPolicy)
                context.Report(ToolDiagnostics.LibraryGrants, name.Source, name.Span, symbol.Package.Name, symbol.Name, "tool");
            var binder = new ToolBinder(context, symbol);
            var signature = binder.BindSignature();
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
        context.Tools = signatures.ToImmutable();
        return binders;
    }

    // Two packages may declare the same fact; it is one where they agree.
    private List<DeclaredFact> BindFacts()
    {
        var facts = new Dictionary<string, DeclaredFact>(StringComparer.Ordinal);
        foreach (var symbol in Declared(_all, SymbolKind.Fact).OrderBy(fact => fact.Name, StringComparer.Ordinal))
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

    // Where two packages declare the same fact, one provider gives it: of two times the shorter holds, and what they say of its absence
    // joins.
    private ValueList<ProviderModel> BindProviders(List<DeclaredFact> facts)
    {
        var providers = new SortedList<string, ProviderModel>(StringComparer.Ordinal);
        foreach (var symbol in Declared(_all, SymbolKind.Fact))
        {
            if (ProviderBinder.Bind(context, symbol, facts.Exists(fact => fact.Member.Name == symbol.Name && fact.Member.Optional))
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

    private ValueList<TestModel> BindTests(FactTable table)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        var tests = ImmutableArray.CreateBuilder<TestModel>();
        foreach (var tree in Trees)
        {
            foreach (var syntax in tree.Root.Declarations.OfType<TestDeclarationSyntax>())
            {
                if (context.Guarded(syntax.Text, new TestBinder(context, table, _root, syntax).Bind).SingleOrDefault() is not { } test)
                    continue;
                if (titles.Add(test.Title))
                    tests.Add(test);
                else
                    context.Report(TestDiagnostics.TitleTwice, tree.Source, syntax.Text.Span, test.Title);
            }
        }
        return new ValueList<TestModel>(tests.ToImmutable());
    }

    // What the files are called says in which order tests run, and not in which they were read.
    private IEnumerable<SyntaxTree> Trees => _root.Syntax.Trees.OrderBy(tree => _root.PathOf(tree.Source), StringComparer.Ordinal);

    private ValueList<ProofModel> BindProofs(FactTable table) => Trees
        .SelectMany(tree => tree.Root.Declarations).OfType<ProveDeclarationSyntax>()
        .SelectMany(syntax => context.Guarded(syntax.Text, new ProofBinder(context, table, _root, syntax).Bind))
        .OfType<ProofModel>().ToValueList();

    private ValueList<SourceModel> Sources()
    {
        return _all.SelectMany(package =>
                package.Syntax.Trees.Select(tree => new SourceModel(package.PathOf(tree.Source), tree.Source.Normalized())))
            .Concat(context.Files.Select(file => new SourceModel(file.Key, file.Value.ReplaceLineEndings("\n"))))
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .ToValueList();
    }
}
