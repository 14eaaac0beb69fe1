using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Language.Analysis;

/// <summary>Libraries that lie in the folder of a policy and that no policy takes in, so that their controls hold nowhere.</summary>
internal static class UntakenLibraries
{
    /// <summary>A notice for each such library, at its name.</summary>
    /// <param name="analyses">All packages that were read together.</param>
    public static ImmutableArray<Diagnostic> Of(IReadOnlyCollection<PolicyAnalysis> analyses)
    {
        ArgumentNullException.ThrowIfNull(analyses);
        var policies = analyses.Where(analysis => IsPolicy(analysis.Package)).ToList();
        var taken = policies.SelectMany(policy => policy.Packages).Select(package => package.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from library in analyses.Select(analysis => analysis.Package)
            where !IsPolicy(library) && !taken.Contains(library.Name)
            let policy = policies.Find(policy => Holds(FolderOf(policy.Package), FolderOf(library)))
            where policy is not null
            let header = library.Trees[0].Root.Header
            select new Diagnostic(
                PackageDiagnostics.NotTakenIn,
                library.Trees[0].Source,
                header.Path.Span,
                [library.Name, policy.Package.Name]),
        ];
    }

    private static bool IsPolicy(PackageSyntax package) => package.Trees[0].Root.Header is not { } header || header.IsPolicy;

    private static string FolderOf(PackageSyntax package) => Path.GetDirectoryName(Path.GetFullPath(package.Trees[0].Source.Path)) ?? "";

    private static bool Holds(string folder, string inner) =>
        string.Equals(folder, inner, StringComparison.Ordinal)
        || inner.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
