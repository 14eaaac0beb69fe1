using System.Collections.Immutable;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;
using Finding = AirsPolicy.Language.Diagnostics.Diagnostic;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>A change that the editor offers.</summary>
/// <param name="Title">Imperative.</param>
/// <param name="Mends">The finding it mends, or null where it mends all of the file.</param>
/// <param name="IsPreferred">It is the likeliest for its finding.</param>
/// <param name="Edits">Ordered by position, not overlapping.</param>
internal sealed record OfferedFix(string Title, Finding? Mends, bool IsPreferred, ImmutableArray<TextEdit> Edits);

/// <summary>The fixes that the diagnostics carry.</summary>
internal static class CodeActionFeature
{
    public const string FixAllTitle = "Fix everything in this file that can be fixed";

    /// <summary>
    /// The fixes of the findings that touch <paramref name="span"/> and, where there is anything to fix in the file, one for all.
    /// </summary>
    public static ImmutableArray<OfferedFix> In(PolicyAnalysis analysis, SyntaxTree tree, TextSpan span)
    {
        var findings = DiagnosticsFeature.In(analysis, tree).Where(finding => !finding.Fixes.IsEmpty).ToList();
        if (findings.Count == 0)
            return [];
        return
        [
            .. findings
                .Where(finding => finding.Span.Start <= span.End && span.Start <= finding.Span.End)
                .SelectMany(finding =>
                    finding.Fixes.Select((fix, rank) => new OfferedFix(fix.Title, finding, rank == 0 && !fix.IsDeclaration, fix.Edits))),
            .. All(findings) is { IsEmpty: false } all ? [new OfferedFix(FixAllTitle, null, false, all)] : Array.Empty<OfferedFix>(),
        ];
    }

    // The first fix of each finding, but for declarations, which a person makes; one that touches a place that an earlier one changes waits
    // for the next time.
    private static ImmutableArray<TextEdit> All(IEnumerable<Finding> findings)
    {
        var taken = new List<TextEdit>();
        foreach (var fix in findings.Select(finding => finding.Fixes[0]).Where(fix => !fix.IsDeclaration))
        {
            if (!fix.Edits.Any(edit => taken.Exists(other => Touch(edit.Span, other.Span))))
                taken.AddRange(fix.Edits);
        }

        return [.. taken.OrderBy(edit => edit.Span.Start)];
    }

    private static bool Touch(TextSpan left, TextSpan right) => left.Start <= right.End && right.Start <= left.End;
}
