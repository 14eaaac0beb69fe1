using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Language.Semantics;

/// <summary>Turns the files of a package, and of the packages it takes in, into the policy model.</summary>
public static class PolicyBinder
{
    /// <summary>Binds a package. Any trees give an analysis; a mistake is a diagnostic, never an exception.</summary>
    public static PolicyAnalysis Bind(PackageSyntax package, IPackageLocator locator)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(locator);
        var diagnostics = new DiagnosticBag();
        foreach (var tree in package.Trees)
            diagnostics.AddRange(tree.Diagnostics);
        return new PolicyAnalysis(package, null, diagnostics.ToSorted(), [], ImmutableArray<NameScope>.Empty);
    }
}
