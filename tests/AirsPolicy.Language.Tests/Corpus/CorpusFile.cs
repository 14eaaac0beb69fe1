using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Corpus;

/// <summary>
/// A policy with its expected diagnostics as comments under their lines:
/// <code>
/// when x thn block
/// //     ^^^ AIRS1101 'thn' is not known here. Did you mean 'then'?
/// </code>
/// A caret stands under each character; a bar marks an empty span. What carets cannot reach, because it begins under the slashes or
/// runs over the line, is written <c>//@COLUMN+LENGTH CODE message</c>, with columns from 1.
/// </summary>
public sealed partial class CorpusFile
{
    private CorpusFile(string clean, IReadOnlyList<string> expected)
    {
        Clean = clean;
        Expected = expected;
    }

    /// <summary>The policy without its expectations: what is diagnosed.</summary>
    public string Clean { get; }

    /// <summary>Each expectation as "line:column+length CODE message", in the order of the file.</summary>
    public IReadOnlyList<string> Expected { get; }

    public static CorpusFile Read(string text)
    {
        var clean = new List<string>();
        var expected = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (Marked().Match(line) is { Success: true } marked)
                expected.Add(
                    Expectation(clean.Count, marked.Groups["marks"].Index, marked.Groups["marks"].Value, marked.Groups["rest"].Value));
            else if (Placed().Match(line) is { Success: true } placed)
                expected.Add(
                    $"{clean.Count}:{placed.Groups["column"].Value}+{placed.Groups["length"].Value} {placed.Groups["rest"].Value}");
            else
                clean.Add(line);
        }

        return new CorpusFile(string.Join('\n', clean), expected);
    }

    /// <summary>The policy with what was found in it as its expectations.</summary>
    public static string Write(string clean, IEnumerable<Diagnostic> found)
    {
        var source = SourceText.From(clean);
        var byLine = found.ToLookup(diagnostic => source.LineOf(diagnostic.Span.Start));
        var text = new StringBuilder();
        var lines = clean.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append(i == 0 ? "" : "\n").Append(lines[i]);
            foreach (var diagnostic in byLine[i])
                text.Append('\n').Append(Comment(source, diagnostic));
        }

        return text.ToString();
    }

    public static string Describe(SourceText source, Diagnostic diagnostic)
    {
        var place = source.PositionOf(diagnostic.Span.Start);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Line + 1}:{place.Column + 1}+{diagnostic.Span.Length} {diagnostic.Code} {diagnostic.Message}");
    }

    private static string Comment(SourceText source, Diagnostic diagnostic)
    {
        var place = source.PositionOf(diagnostic.Span.Start);
        var line = source.LineSpan(place.Line);
        var rest = $"{diagnostic.Code} {diagnostic.Message}";
        if (place.Column < 2 || diagnostic.Span.End > line.End)
            return string.Create(CultureInfo.InvariantCulture, $"//@{place.Column + 1}+{diagnostic.Span.Length} {rest}");
        var marks = diagnostic.Span.Length == 0 ? "|" : new string('^', diagnostic.Span.Length);
        return $"//{new string(' ', place.Column - 2)}{marks} {rest}";
    }

    private static string Expectation(int line, int column, string marks, string rest) =>
        string.Create(CultureInfo.InvariantCulture, $"{line}:{column + 1}+{(marks == "|" ? 0 : marks.Length)} {rest}");

    [GeneratedRegex(@"^// *(?<marks>\^+|\|) (?<rest>AIRS\d{4} .*)$")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^//@(?<column>\d+)\+(?<length>\d+) (?<rest>AIRS\d{4} .*)$")]
    private static partial Regex Placed();
}
