using System.Diagnostics;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Language.Semantics;

/// <summary>Turns the files of a package, and of the packages it takes in, into the policy model.</summary>
internal static class PolicyBinder
{
    /// <summary>Binds a package. Any trees give an analysis; a mistake is a diagnostic, never an exception.</summary>
    /// <returns>The analysis, without references and scopes, which only an editor needs.</returns>
    public static PolicyAnalysis Bind(PackageSyntax package, IPackageLocator locator) => Bind(package, locator, null);

    /// <summary>
    /// Binds a package as <see cref="Bind(PackageSyntax, IPackageLocator)"/> does, and notes what each of its names stands for and what can
    /// be named where.
    /// </summary>
    public static PolicyAnalysis BindForEditor(PackageSyntax package, IPackageLocator locator) => Bind(package, locator, new EditorNotes());

    private static PolicyAnalysis Bind(PackageSyntax package, IPackageLocator locator, EditorNotes? notes)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(locator);
        var diagnostics = new DiagnosticBag();
        PackageSymbol? root = null;
        BindingContext? context = null;
        PolicyModel? model = null;
        try
        {
            root = PackageGraph.Load(package, locator, diagnostics);
            context = new BindingContext(root, diagnostics) { Notes = notes };
            model = Bind(context);
        }
        catch (Exception fault)
        {
            // What was found before stands.
            var file = package.Trees[0];
            diagnostics.Add(FaultDiagnostics.Of("The check of this package", fault, file.Source, file.Root.Header.Span));
        }
        return new PolicyAnalysis(package, diagnostics.HasErrors ? null : model, diagnostics.ToSorted())
        {
            References = notes?.References ?? [],
            Scopes = notes?.Scopes ?? [],
            Packages = root?.All() ?? [],
            Used = context?.Used ?? [],
        };
    }

    private static PolicyModel Bind(BindingContext context)
    {
        var model = new ModelBinder(context).Bind();
        return context.Has(BindingMark.LeftOut) && !context.Diagnostics.HasErrors
            ? throw new UnreachableException("A rule was left out of the model without an error.")
            : model;
    }
}
