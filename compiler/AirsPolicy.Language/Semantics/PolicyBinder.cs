using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols;
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
        var root = PackageGraph.Load(package, locator, diagnostics);
        var context = new BindingContext(root, diagnostics);
        var model = new ModelBinder(context).Bind();
        if (context.LeftOut && !diagnostics.HasErrors)
            throw new System.Diagnostics.UnreachableException("A rule was left out of the model without an error.");
        return new PolicyAnalysis(
            package,
            diagnostics.HasErrors ? null : model,
            diagnostics.ToSorted(),
            [.. context.References.OrderBy(r => r.Source.Name, StringComparer.Ordinal).ThenBy(r => r.Span.Start)],
            [.. context.Scopes]);
    }
}
