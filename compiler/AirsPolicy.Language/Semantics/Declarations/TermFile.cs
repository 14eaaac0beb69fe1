using System.Globalization;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>
/// Reads a file of terms and patterns, one on a line: a pattern stands between slashes, maybe with an <c>i</c> behind it, everything else
/// is a term. Empty lines and those that begin with <c>//</c> say nothing, and a line that stands twice counts once.
/// </summary>
internal sealed class TermFile
{
    /// <summary>How many terms and patterns a file may have.</summary>
    internal const int MostItems = 10_000;

    /// <summary>How long a line may be, in UTF-16 units; as long as a pattern.</summary>
    internal const int LongestLine = 10_000;

    private static readonly Memo<string, TermFile> s_checked = new(content => new TermFile(content, checks: true));
    private static readonly Memo<string, TermFile> s_right = new(content => new TermFile(content, checks: false));

    private readonly List<TermFileItem> _items = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private TermFile(string content, bool checks)
    {
        Problem = Read(content, checks);
        if (Problem is not null)
            _items.Clear();
    }

    /// <summary>What the file looks for, in the order of its lines; empty where it cannot be used.</summary>
    public IReadOnlyList<TermFileItem> Items => _items;

    /// <summary>A clause that says why the file cannot be used ("line 3 …"); else null.</summary>
    public string? Problem { get; }

    /// <summary>A file with this content.</summary>
    /// <param name="content">The text of the file.</param>
    /// <param name="checks">Whether to look for mistakes; else the file is known to have none.</param>
    public static TermFile Of(string content, bool checks) => (checks ? s_checked : s_right).Of(content);

    private string? Read(string content, bool checks)
    {
        var number = 0;
        foreach (var line in content.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (Add(line.Trim(), number, checks) is { } mistake)
                return string.Create(CultureInfo.InvariantCulture, $"line {number} {mistake}");
            if (_items.Count > MostItems)
                return string.Create(CultureInfo.InvariantCulture, $"it has more than {MostItems:N0} terms and patterns");
        }
        return _items.Count == 0 ? "it has no term and no pattern" : null;
    }

    private string? Add(string line, int number, bool checks)
    {
        if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal) || !_seen.Add(line))
            return null;
        if (checks && ProblemOf(line) is { } problem)
            return problem;
        return line[0] == '/' ? AddPattern(line, number, checks) : AddTerm(line, number, checks);
    }

    private string? AddTerm(string term, int number, bool checks)
    {
        if (checks && !TermText.HasWord(term))
            return "has no letter or digit once it is folded, so it can never be found";
        _items.Add(new TermFileItem(DetectorItemKind.Term, term, IgnoreCase: true, ReadsWholeText: false, number));
        return null;
    }

    private string? AddPattern(string line, int number, bool checks)
    {
        var ignoreCase = line.EndsWith("/i", StringComparison.Ordinal);
        var end = line.Length - (ignoreCase ? 2 : 1);
        if (end < 1 || line[end] != '/')
            return @"begins with '/' as a pattern does, which ends with '/' or '/i'; a term that begins with a slash is written as a pattern as well, with '\/'";
        var content = line[1..end];
        if (!checks)
        {
            _items.Add(new TermFileItem(DetectorItemKind.Pattern, content, ignoreCase, ReadsWholeText: false, number));
            return null;
        }
        var parse = PatternParser.Parse(content, ignoreCase ? PatternOptions.IgnoreCase : PatternOptions.None);
        if (parse.Tree is null)
            return $"has a pattern that cannot be read: {parse.Errors[0].Message.TrimEnd('.')}";
        var facts = PatternFacts.Of(parse.Tree);
        if (facts.CanBeEmpty)
            return "has a pattern that matches the empty text, so it would match everywhere; let it need at least one character";
        _items.Add(new TermFileItem(DetectorItemKind.Pattern, content, ignoreCase, facts.ReadsWholeText, number));
        return null;
    }

    private static string? ProblemOf(string line)
    {
        if (line.Length > LongestLine)
            return string.Create(CultureInfo.InvariantCulture, $"is longer than {LongestLine:N0} characters");
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value != '\t' && (rune.Value is < 0x20 or 0x7F || CharacterTables.IsBidirectionalControl(rune.Value)))
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"holds the character U+{rune.Value:X4}, which nobody sees; leave it out, or write it as an escape in a pattern");
        }
        return null;
    }
}

/// <summary>A line of a file of terms and patterns.</summary>
/// <param name="Kind">A term or a pattern.</param>
/// <param name="Content">The term, or the pattern between its slashes.</param>
/// <param name="IgnoreCase">Whether it ignores case.</param>
/// <param name="ReadsWholeText">It is a pattern for which every text is read from end to end.</param>
/// <param name="Line">The number of its line, from 1.</param>
internal readonly record struct TermFileItem(DetectorItemKind Kind, string Content, bool IgnoreCase, bool ReadsWholeText, int Line);
