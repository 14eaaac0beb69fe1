using System.Collections.Immutable;
using System.Text;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Fixing;

/// <summary>One file after the fixes of one round.</summary>
/// <param name="Source">The file with its new text.</param>
/// <param name="Fixes">What was fixed, from the top.</param>
internal sealed record FixRound(SourceText Source, ImmutableArray<AppliedFix> Fixes)
{
    /// <summary>
    /// Applies the first fix of each diagnostic, from the top. One that would touch what another has changed waits for the next round, and
    /// a declaration for a person.
    /// </summary>
    public static FixRound Apply(SourceText source, IEnumerable<Diagnostic> diagnostics)
    {
        var edits = new List<(TextEdit Edit, Diagnostic Of)>();
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Span.Start))
        {
            if (diagnostic.Fixes is [{ IsDeclaration: false } fix, ..]
                && !fix.Edits.Any(edit => edits.Exists(other => Touches(edit, other.Edit))))
                edits.AddRange(fix.Edits.Select(edit => (edit, diagnostic)));
        }

        var content = new StringBuilder(source.Length);
        var written = new List<(TextSpan Span, Diagnostic Of)>();
        var at = 0;
        foreach (var (edit, diagnostic) in edits.OrderBy(one => one.Edit.Span.Start))
        {
            content.Append(source.Content, at, edit.Span.Start - at);
            written.Add((new TextSpan(content.Length, content.Length + edit.NewText.Length), diagnostic));
            content.Append(edit.NewText);
            at = edit.Span.End;
        }

        content.Append(source.Content, at, source.Length - at);
        var fixes = written.GroupBy(one => one.Of, ReferenceEqualityComparer.Instance)
            .Select(group => new AppliedFix(group.First().Of, [.. group.Select(one => one.Span)]));
        return new FixRound(new SourceText(source.Path, source.Name, content.ToString()), [.. fixes]);
    }

    /// <summary>The fixes that left a new error in their place.</summary>
    /// <param name="before">Everything that was found before the round.</param>
    /// <param name="after">Everything that is found in the new text.</param>
    public IEnumerable<Diagnostic> Spoiled(IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after)
    {
        var known = Errors(before).CountBy(Key).ToDictionary();
        foreach (var error in Errors(after))
        {
            var key = Key(error);
            if (known.TryGetValue(key, out var count) && count > 0)
                known[key] = count - 1;
            else if (Nearest(error) is { } fix)
                yield return fix.Diagnostic;
        }
    }

    private IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Source.Path == Source.Path);

    private static (string, string) Key(Diagnostic diagnostic) => (diagnostic.Code, diagnostic.Message);

    private AppliedFix? Nearest(Diagnostic error) =>
        Fixes.Where(fix => fix.DistanceTo(error.Span) == 0 || (SharesLine(fix, error) && !CanUncover(fix, error)))
            .MinBy(fix => fix.DistanceTo(error.Span));

    // Names and types are looked at once the grammar holds, so that mending the one brings mistakes in the other to light.
    private static bool CanUncover(AppliedFix fix, Diagnostic error) => IsOfGrammar(fix.Diagnostic) && !IsOfGrammar(error);

    private bool SharesLine(AppliedFix fix, Diagnostic error)
    {
        var line = Source.LineOf(error.Span.Start);
        return fix.Written.Any(written => Source.LineOf(written.Start) <= line && line <= Source.LineOf(written.End));
    }

    private static bool IsOfGrammar(Diagnostic diagnostic) => diagnostic.Code.StartsWith("AIRS1", StringComparison.Ordinal);

    // Two insertions at one place have no order, so they touch as well.
    private static bool Touches(TextEdit one, TextEdit other) => one.Span.Start <= other.Span.End && other.Span.Start <= one.Span.End;
}
