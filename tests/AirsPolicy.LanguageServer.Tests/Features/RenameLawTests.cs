using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Features.Navigation;
using AirsPolicy.LanguageServer.Tests.Process;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Tests.Features;

/// <summary>The binder notes every place of every name.</summary>
[Trait("Length", "long")]
public sealed class RenameLawTests
{
    private static readonly string[] s_builtIn =
        ["public", "internal", "confidential", "restricted", "prose", "code", "image", "audio", "structured"];

    [Theory]
    [InlineData("policies/airs")]
    [InlineData("policies/examples")]
    public void All_names_can_be_renamed_at_once_and_everything_means_what_it_meant(string folder)
    {
        var workspace = new PolicyWorkspace([Path.Combine(Checkout.Root, folder)], new PackageLocator([]), TimeProvider.System);
        var before = workspace.Naming("")
            .Where(package => package.Diagnostics.All(found => found.Severity != DiagnosticSeverity.Error))
            .ToList();
        var names = before.SelectMany(DeclaredIn).Where(name => !IsKept(name)).ToList();
        Assert.True(names.Count > 20);
        var edits = names
            .SelectMany(name => before.SelectMany(package => NameSearch.PlacesOf(name, package))
                .Select(place => (place.Source, Edit: new TextEdit(place.Span, name.Text + "_x"))))
            .GroupBy(found => found.Source, found => found.Edit)
            .Select(file => new FileEdits(file.Key, [.. file.OrderBy(edit => edit.Span.Start)]))
            .ToImmutableDictionary(file => file.Source.Path);
        var after = workspace.With(edits.Select(file => (file.Key, file.Value.Apply())));
        var problems = before.Select(package => RenameCheck.Problem(package, after(package.Package), edits)).OfType<string>().ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    // The names of a fact's values that are compared with a built-in fact are that fact's: the editor refuses to rename them, and says why.
    private static bool IsKept(DeclaredName name) => name.Kind == SymbolKind.EnumName && s_builtIn.Contains(name.Text);

    private static IEnumerable<DeclaredName> DeclaredIn(PolicyAnalysis package) => package.Packages[0].Members.Values
        .Select(symbol => new DeclaredName(symbol.Kind, symbol.Declaration.Source, symbol.Declaration.Span))
        .Concat(package.References
            .Where(reference => ReferenceEquals(reference.DeclaredIn, reference.Source) && reference.DeclaredAt == reference.Span)
            .Where(reference => package.Package.Trees.Any(tree => ReferenceEquals(tree.Source, reference.Source)))
            // Files of cases say what judges should have answered, so that the names of their answers cannot change alone.
            .Where(reference => reference.Kind is not (SymbolKind.Member or SymbolKind.EnumName) || package.Model is not { Judges.Count: > 0 })
            .Select(reference => new DeclaredName(reference.Kind, reference.Source, reference.Span)));
}
