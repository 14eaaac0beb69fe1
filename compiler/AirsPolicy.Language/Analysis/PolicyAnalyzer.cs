using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Analysis;

/// <summary>Binds a package and asks every analysis of what came of it.</summary>
public static class PolicyAnalyzer
{
    /// <summary>
    /// Everything that is known of a package. Analyses are asked only where binding finds no error, so that one mistake
    /// gives one diagnostic.
    /// </summary>
    /// <param name="package">The package.</param>
    /// <param name="locator">Where the packages are that it takes in.</param>
    /// <param name="asOf">
    /// The day as of which waivers and reviews are judged; null to judge no dates. An input, never the machine's clock.
    /// </param>
    public static PolicyAnalysis Analyze(PackageSyntax package, IPackageLocator locator, DateOnly? asOf = null) =>
        Analyze(PolicyBinder.Bind(package, locator), asOf, Analyses.All);

    /// <summary>The same, with what each name stands for and what can be named where.</summary>
    internal static PolicyAnalysis AnalyzeForEditor(PackageSyntax package, IPackageLocator locator, DateOnly? asOf = null) =>
        Analyze(PolicyBinder.BindForEditor(package, locator), asOf, Analyses.All);

    /// <summary>What is known of a package whose analysis failed by a fault of ours: that, and what the parser found.</summary>
    internal static PolicyAnalysis Faulted(PackageSyntax package, Exception fault)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(fault);
        var header = package.Trees[0];
        var finding = FaultDiagnostics.Of("The check of this package", fault, header.Source, header.Root.Header.Span);
        return new PolicyAnalysis(package, null, [finding, .. package.Trees.SelectMany(tree => tree.Diagnostics)]);
    }

    /// <summary>Asks some analyses of what binding gave.</summary>
    internal static PolicyAnalysis Analyze(PolicyAnalysis bound, DateOnly? asOf, IEnumerable<IAnalysis> analyses)
    {
        if (bound.Model is null)
            return bound;
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(bound.Diagnostics);
        var context = new AnalysisContext(bound, asOf, diagnostics);
        var header = bound.Package.Trees[0];
        foreach (var analysis in analyses)
            Run(analysis, context, header, diagnostics);
        if (!context.LeftOut.IsEmpty)
            diagnostics.Report(BoundDiagnostics.LeftOut, header.Source, header.Root.Header.Span, $"{context.LeftOut}");
        return diagnostics.Count == bound.Diagnostics.Length
            ? bound
            : bound with { Model = diagnostics.HasErrors ? null : bound.Model, Bound = bound.Model, Diagnostics = diagnostics.ToSorted() };
    }

    // What one analysis fails at, the others may still answer.
    private static void Run(IAnalysis analysis, AnalysisContext context, SyntaxTree header, DiagnosticBag diagnostics)
    {
        try
        {
            analysis.Run(context);
        }
        catch (Exception fault)
        {
            diagnostics.Add(FaultDiagnostics.Of(analysis.GetType().Name, fault, header.Source, header.Root.Header.Span));
        }
    }
}
