using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Tests;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Semantics;

/// <summary>Binds the declarations of a package and of those in force with it, in the order in which they need one another: system, tools, facts, parameters, then rules and tests.</summary>
internal sealed class ModelBinder(BindingContext context)
{
    private readonly PackageSymbol _root = context.Root;
    private readonly ImmutableArray<PackageSymbol> _inForce = context.Root.InForce();

    public PolicyModel Bind()
    {
        foreach (var package in _inForce)
            UnsupportedDeclarations.Report(context, package);
        var system = SystemBinder.Bind(context, _root);
        var tools = BindTools();
        var table = FactTable.Build(BindFacts(), context.Tools);
        ParamBinder.BindSettings(context, _inForce);
        foreach (var param in Declared(SymbolKind.Param))
            ParamBinder.ValueOf(context, param);
        ScopeNames.AddPackage(context, _root);

        var queues = Declared(SymbolKind.Queue).Select(queue => QueueBinder.Bind(context, queue)).ToList();
        var controls = Declared(SymbolKind.Control).Select(control => new ControlBinder(context, table, control).Bind())
            .Concat(tools.Select(tool => tool.BindRules(table)).OfType<ControlModel>())
            .OrderBy(control => control.Id, StringComparer.Ordinal)
            .ToList();
        var detectors = new DetectorSet(context).Used(controls);
        var tests = BindTests(table);
        return new PolicyModel(
            _root.Name,
            _root.Version,
            _root.IsPolicy,
            system,
            table.Layouts,
            tools.Select(tool => tool.Model).ToValueList(),
            detectors,
            queues.OrderBy(queue => queue.Name, StringComparer.Ordinal).ToValueList(),
            controls.ToValueList(),
            context.Hosts.OrderBy(host => host.Kind, StringComparer.Ordinal).ThenBy(host => host.Name, StringComparer.Ordinal).ToValueList(),
            tests,
            Sources());
    }

    private IEnumerable<Symbol> Declared(SymbolKind kind) =>
        _inForce.SelectMany(package => package.Members.Values).Where(symbol => symbol.Kind == kind).OrderBy(symbol => symbol.QualifiedName, StringComparer.Ordinal);

    private List<ToolBinder> BindTools()
    {
        var binders = new List<ToolBinder>();
        var wireNames = new Dictionary<string, DeclaredTool>(StringComparer.Ordinal);
        var signatures = ImmutableArray.CreateBuilder<DeclaredTool>();
        foreach (var symbol in Declared(SymbolKind.Tool).OrderBy(tool => tool.Name, StringComparer.Ordinal))
        {
            if (!symbol.Package.IsPolicy)
            {
                context.Report(ToolDiagnostics.LibraryGrants, symbol.Declaration.Source, symbol.Declaration.Span, symbol.Package.Name, symbol.Name);
                continue;
            }
            var binder = new ToolBinder(context, symbol);
            var signature = binder.BindSignature();
            if (!wireNames.TryAdd(signature.WireName, signature))
            {
                context.Report(ToolDiagnostics.WireNameTwice, symbol.Declaration.Source, symbol.Declaration.Span, wireNames[signature.WireName].Name, signature.Name, signature.WireName);
                continue;
            }
            binders.Add(binder);
            signatures.Add(signature);
        }
        context.Tools = signatures.ToImmutable();
        return binders;
    }

    // Two packages may declare the same fact; it is one where they agree.
    private List<DeclaredFact> BindFacts()
    {
        var facts = new List<DeclaredFact>();
        foreach (var symbol in Declared(SymbolKind.Fact).OrderBy(fact => fact.Name, StringComparer.Ordinal))
        {
            if (FactBinder.Bind(context, symbol) is not { } fact)
                continue;
            var same = facts.Find(known => known.Member.Name == fact.Member.Name);
            if (same is null)
                facts.Add(fact);
            else if (same.Member != fact.Member || !same.Points.SequenceEqual(fact.Points) || !same.Tools.SequenceEqual(fact.Tools))
                context.Report(NameDiagnostics.FactClash, symbol.Declaration.Source, symbol.Declaration.Span, symbol.Name, "another package, with another type or place");
        }
        return facts;
    }

    private ValueList<TestModel> BindTests(FactTable table)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        var tests = ImmutableArray.CreateBuilder<TestModel>();
        foreach (var tree in _root.Syntax.Trees)
        {
            foreach (var syntax in tree.Root.Declarations.OfType<TestDeclarationSyntax>())
            {
                if (new TestBinder(context, table, _root, syntax).Bind() is not { } test)
                    continue;
                if (titles.Add(test.Title))
                    tests.Add(test);
                else
                    context.Report(TestDiagnostics.TitleTwice, tree.Source, syntax.Text.Span, test.Title);
            }
        }
        return new ValueList<TestModel>(tests.ToImmutable());
    }

    private ValueList<SourceModel> Sources()
    {
        var packages = new HashSet<PackageSymbol>();
        var pending = new Stack<PackageSymbol>([_root]);
        while (pending.TryPop(out var package))
        {
            if (!packages.Add(package))
                continue;
            foreach (var taken in package.Used.Concat(package.Extended))
                pending.Push(taken);
        }
        return packages
            .SelectMany(package => package.Syntax.Trees.Select(tree => new SourceModel(package.PathOf(tree.Source), tree.Source.Normalized())))
            .Concat(context.Files.Select(file => new SourceModel(file.Key, file.Value.ReplaceLineEndings("\n"))))
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .ToValueList();
    }
}
