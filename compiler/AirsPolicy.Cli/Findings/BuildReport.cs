using System.Collections.Immutable;
using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Findings;

/// <summary>
/// Findings as MSBuild reads them: one a line, <c>path(line,column): error CODE: message</c>, with the page of the code behind it.
/// </summary>
internal static class BuildReport
{
    public static void Write(TextWriter output, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var found in diagnostics)
        {
            var what = $"{TextReport.Word(found.Severity)} {found.Code}";
            Write(output, Place(found.Source, found.Span), what, $"{found.Message} ({found.Descriptor.Page})");
        }
    }

    /// <summary>Writes one line.</summary>
    /// <param name="place">As <see cref="Place(string, int, int)"/> gives it.</param>
    /// <param name="what">"error", with the code where there is one.</param>
    public static void Write(TextWriter output, string place, string what, string message) =>
        output.Write($"{DisplayText.Visible(place)}: {what}: {DisplayText.Visible(message)}\n");

    /// <summary>"path(line,column)"; both count from 1.</summary>
    public static string Place(string path, int line, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}({line},{column})");

    private static string Place(SourceText source, TextSpan span)
    {
        var place = source.PositionOf(Math.Min(span.Start, source.Length));
        return Place(source.Path, place.Line + 1, place.Column + 1);
    }
}
