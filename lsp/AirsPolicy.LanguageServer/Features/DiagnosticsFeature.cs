using System.Collections.Immutable;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Workspace;
using Finding = AirsPolicy.Language.Diagnostics.Diagnostic;
using Severity = AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>The findings of an analysis as the protocol writes them.</summary>
internal static class DiagnosticsFeature
{
    /// <summary>The diagnostics of one file of the analysed package.</summary>
    public static ImmutableArray<Diagnostic> Of(PolicyAnalysis analysis, SyntaxTree tree, Func<string, string> uriOf) =>
        [.. In(analysis, tree).Select(finding => Of(finding, uriOf))];

    /// <summary>The findings of one file of the analysed package, by place.</summary>
    public static IEnumerable<Finding> In(PolicyAnalysis analysis, SyntaxTree tree) =>
        analysis.Diagnostics.Where(finding => ReferenceEquals(finding.Source, tree.Source));

    public static Diagnostic Of(Finding finding, Func<string, string> uriOf) => new(
        TextChanges.RangeOf(finding.Source, finding.Span),
        finding.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            Severity.Notice => DiagnosticSeverity.Information,
            _ => DiagnosticSeverity.Hint,
        },
        finding.Code,
        new CodeDescription(finding.Descriptor.Page),
        "airs",
        finding.Message,
        finding.Related.IsEmpty
            ? null
            : [.. finding.Related.Select(place => new RelatedInformation(
                new Location(uriOf(place.Source.Path), TextChanges.RangeOf(place.Source, place.Span)), place.Text))]);
}
