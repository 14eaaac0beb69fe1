using System.Collections.Immutable;
using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Findings;

/// <summary>Writes diagnostics for people: place, sentence, source line, what else belongs to it, and how to mend it.</summary>
internal static class TextReport
{
    // Nobody reads more at once, and a broken file can give one for every line.
    private const int Most = 50;

    private static readonly DiagnosticSeverity[] s_severities =
    [
        DiagnosticSeverity.Error,
        DiagnosticSeverity.Warning,
        DiagnosticSeverity.Notice,
    ];

    public static void Write(Ink ink, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Take(Most))
            Write(ink, diagnostic);
        if (diagnostics.Length > Most)
            ink.Line($"… and {diagnostics.Length - Most} more; --format json shows all.", Tone.Faint);
    }

    /// <summary>"2 errors, 1 warning".</summary>
    public static string Summary(ImmutableArray<Diagnostic> diagnostics) => string.Join(", ", s_severities
        .Select(severity => Count(diagnostics.Count(diagnostic => diagnostic.Severity == severity), Word(severity)))
        .Where(part => part is not null));

    /// <summary>"error", "warning", "notice".</summary>
    public static string Word(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>"3 files", "1 file"; null for none.</summary>
    public static string? Count(int count, string one) =>
        count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary>"path:line:column".</summary>
    public static string Place(SourceText source, TextSpan span)
    {
        var place = source.PositionOf(Math.Min(span.Start, source.Length));
        var path = DisplayText.Visible(source.Path);
        return source.Length == 0 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}:{place.Line + 1}:{place.Column + 1}");
    }

    private static void Write(Ink ink, Diagnostic diagnostic)
    {
        var tone = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => Tone.Bad,
            DiagnosticSeverity.Warning => Tone.Warning,
            _ => Tone.Mark,
        };
        ink.Write(Place(diagnostic.Source, diagnostic.Span) + ": ", Tone.Strong)
            .Write($"{Word(diagnostic.Severity)} {diagnostic.Code}", tone)
            .Line(": " + DisplayText.Visible(diagnostic.Message), Tone.Strong);
        SourceExcerpt.Write(ink, diagnostic.Source, diagnostic.Span, tone);
        foreach (var related in diagnostic.Related)
        {
            ink.Write("  note: ", Tone.Mark).Line($"{Place(related.Source, related.Span)}: {DisplayText.Visible(related.Text)}");
            SourceExcerpt.Write(ink, related.Source, related.Span, Tone.Mark);
        }

        if (diagnostic.Fixes is [var fix, ..])
            ink.Write(fix.IsDeclaration ? "  if true: " : "  fix: ", Tone.Good).Line(DisplayText.Visible(fix.Title));
        ink.Line();
    }
}
