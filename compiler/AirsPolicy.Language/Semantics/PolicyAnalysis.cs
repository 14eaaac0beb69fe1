using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics;

/// <summary>Everything that is known of a package once it is bound: what command line, editor and tests start from.</summary>
/// <param name="Package">The package that was bound.</param>
/// <param name="Model">The model, or null where an error keeps it from being built.</param>
/// <param name="Diagnostics">
/// All findings in the files of the package and, where they concern it, of packages it takes in; by file and place, syntax errors included.
/// </param>
public sealed record PolicyAnalysis(PackageSyntax Package, PolicyModel? Model, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What binding gave, also where an analysis finds an error: for reports on what a policy lacks.</summary>
    internal PolicyModel? Bound
    {
        get => field ?? Model;
        init;
    }

    /// <summary>
    /// What each name in the package's files stands for, by file and place; empty unless it was bound for an editor.
    /// </summary>
    internal ImmutableArray<SymbolReference> References { get; init; } = [];

    /// <summary>What can be named where, for completion; empty unless it was bound for an editor.</summary>
    internal ImmutableArray<NameScope> Scopes { get; init; } = [];

    /// <summary>The package with all that it takes in, this one first.</summary>
    internal ImmutableArray<PackageSymbol> Packages { get; init; } = [];

    /// <summary>The declarations that something in force uses.</summary>
    internal IReadOnlySet<SyntaxNode> Used { get; init; } = ImmutableHashSet<SyntaxNode>.Empty;

    /// <summary>Whether an error keeps the policy from being built.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
}
