using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Tests;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Phases;

/// <summary>Binds tests and proofs, and checks lets that nothing uses.</summary>
internal sealed class TestsPhase(BindingContext context)
{
    private readonly PackageSymbol _root = context.Root;

    // What the files are called says in which order tests run, and not in which they were read.
    private IEnumerable<SyntaxTree> Trees => _root.Syntax.Trees.OrderBy(tree => _root.PathOf(tree.Source), StringComparer.Ordinal);

    public BoundTests Bind(Vocabulary vocabulary)
    {
        var bound = new BoundTests(BindTests(vocabulary.Table), BindProofs(vocabulary.Table));
        PackageLets.CheckUnused(context, vocabulary.Table, _root.All().Declared(SymbolKind.Let));
        return bound;
    }

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

    private ValueList<ProofModel> BindProofs(FactTable table) => Trees
        .SelectMany(tree => tree.Root.Declarations).OfType<ProveDeclarationSyntax>()
        .SelectMany(syntax => context.Guarded(syntax.Text, new ProofBinder(context, table, _root, syntax).Bind))
        .OfType<ProofModel>().ToValueList();
}
