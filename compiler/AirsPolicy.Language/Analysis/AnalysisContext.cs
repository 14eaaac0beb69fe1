using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Text;

namespace AirsPolicy.Language.Analysis;

/// <summary>What the analyses of one policy share: its model, the date they are asked as of, and the files behind the model's places.</summary>
/// <param name="bound">What binding gave, with a model.</param>
/// <param name="asOf">The day as of which dates are judged, or null where they are not.</param>
/// <param name="diagnostics">Where findings go.</param>
internal sealed class AnalysisContext(PolicyAnalysis bound, DateOnly? asOf, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, (PackageSymbol Package, SyntaxTree Tree)> _files = bound.Packages
        .SelectMany(package => package.Syntax.Trees.Select(tree => (Package: package, Tree: tree)))
        .DistinctBy(file => file.Package.PathOf(file.Tree.Source), StringComparer.Ordinal)
        .ToDictionary(file => file.Package.PathOf(file.Tree.Source), StringComparer.Ordinal);

    public PolicyModel Model { get; } = bound.Model!;

    /// <summary>The package that is analysed, with all that it takes in.</summary>
    public ImmutableArray<PackageSymbol> Packages { get; } = bound.Packages;

    /// <summary>The day as of which dates are judged (<see cref="DateOnly.DayNumber"/>), or null where they are not.</summary>
    public int? AsOf { get; } = asOf?.DayNumber;

    /// <summary>The file and span of a place in the model.</summary>
    public (SourceText Source, TextSpan Span) Find(SourcePlace place)
    {
        var source = _files[place.File].Tree.Source;
        return (source, new TextSpan(source.FromNormalized(place.Start), source.FromNormalized(place.End)));
    }

    /// <summary>The declaration in which a place lies, or null.</summary>
    public DeclarationSyntax? DeclarationAt(SourcePlace place)
    {
        var (_, span) = Find(place);
        return _files[place.File].Tree.Root.Declarations.FirstOrDefault(declaration => declaration.Span.Start <= span.Start && span.End <= declaration.Span.End);
    }

    public void Report(DiagnosticDescriptor descriptor, SourcePlace place, ImmutableArray<DiagnosticFix> fixes, params ReadOnlySpan<string> arguments)
    {
        var (source, span) = Find(place);
        Report(descriptor, source, span, fixes, arguments);
    }

    public void Report(DiagnosticDescriptor descriptor, SourceText source, TextSpan span, ImmutableArray<DiagnosticFix> fixes, params ReadOnlySpan<string> arguments) =>
        diagnostics.Add(new Diagnostic(descriptor, source, span, [.. arguments]) { Fixes = fixes });

    public void Report(
        DiagnosticDescriptor descriptor, SourceText source, TextSpan span, ImmutableArray<DiagnosticFix> fixes, ImmutableArray<RelatedLocation> related, params ReadOnlySpan<string> arguments) =>
        diagnostics.Add(new Diagnostic(descriptor, source, span, [.. arguments]) { Fixes = fixes, Related = related });
}
