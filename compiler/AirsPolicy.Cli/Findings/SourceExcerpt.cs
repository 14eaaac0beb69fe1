using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Findings;

/// <summary>Draws the lines of a span with the span underlined.</summary>
internal static class SourceExcerpt
{
    // A span over many lines is shown by its first and its last.
    private const int MostLines = 4;

    // Of a very long line a stretch around the span is shown.
    private const int MostUnits = 160;
    private const int UnitsBefore = 40;

    /// <summary>Draws nothing where the file has no text, since it could not be read.</summary>
    public static void Write(Ink ink, SourceText source, TextSpan span, Tone tone)
    {
        if (source.Length == 0)
            return;
        var first = source.LineOf(span.Start);
        // A span that ends with a line break does not reach into the next line.
        var last = Math.Max(first, span.Length == 0 ? first : source.LineOf(span.End - 1));
        var gutter = Number(last).Length;
        ink.Line(new string(' ', gutter) + " |", Tone.Faint);
        for (var line = first; line <= last; line++)
        {
            if (last - first >= MostLines && line == first + MostLines - 2)
            {
                ink.Line(new string('.', gutter) + " |", Tone.Faint);
                line = last;
            }

            WriteLine(ink, source, span, line, gutter, tone);
        }
    }

    private static void WriteLine(Ink ink, SourceText source, TextSpan span, int line, int gutter, Tone tone)
    {
        var whole = source.LineSpan(line);
        var (start, end) = (Math.Clamp(span.Start, whole.Start, whole.End), Math.Clamp(span.End, whole.Start, whole.End));
        var shown = Window(source, whole, start);
        var text = DisplayText.Of(source.Slice(shown));
        var before = shown.Start > whole.Start ? "…" : "";
        var content = before + text.Text + (shown.End < whole.End ? "…" : "");
        ink.Write(Number(line).PadLeft(gutter) + " |", Tone.Faint).Line((" " + content).TrimEnd());

        // The margin of a line that the span runs through is not underlined.
        if (line > source.LineOf(span.Start))
            start += IndentOf(source.Slice(new TextSpan(start, end)));
        var from = before.Length + text.ColumnOf(start - shown.Start);
        var to = before.Length + text.ColumnOf(Math.Max(start, end) - shown.Start);
        ink.Write(new string(' ', gutter) + " | ", Tone.Faint)
            .Write(new string(' ', from))
            .Line(new string('^', Math.Max(to - from, 1)), tone);
    }

    private static TextSpan Window(SourceText source, TextSpan line, int start)
    {
        if (line.Length <= MostUnits)
            return line;
        var from = Math.Max(line.Start, Math.Min(start - UnitsBefore, line.End - MostUnits));
        var to = Math.Min(line.End, from + MostUnits);
        return new TextSpan(InsidePair(source, from) ? from - 1 : from, InsidePair(source, to) ? to + 1 : to);
    }

    private static bool InsidePair(SourceText source, int at) =>
        at > 0 && at < source.Length && char.IsLowSurrogate(source.Content[at]) && char.IsHighSurrogate(source.Content[at - 1]);

    private static int IndentOf(ReadOnlySpan<char> text) => text.Length - text.TrimStart(" \t").Length;

    private static string Number(int line) => (line + 1).ToString(CultureInfo.InvariantCulture);
}
