using System.Globalization;
using System.Text;

namespace AirsPolicy.Language.Semantics.Data;

/// <summary>
/// Takes comma-separated values apart (RFC 4180): cells between commas, rows between line ends, and a cell in double quotes where it holds
/// either of them, or quotes, which are doubled. Blanks around a cell say nothing, and nor do empty lines.
/// </summary>
internal sealed class CsvRows(string content)
{
    private int _at = content.StartsWith('\uFEFF') ? 1 : 0;
    private int _line = 1;

    /// <summary>A clause that says why the rest cannot be read ("line 3 …"); null as long as it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>The next row, or null at the end, and where the rest cannot be read.</summary>
    public CsvRow? Next()
    {
        while (_at < content.Length && EndLine())
        {
        }
        if (_at == content.Length || Problem is not null)
            return null;
        var (line, cells) = (_line, new List<string>());
        do
            cells.Add(Cell());
        while (Problem is null && Skip(','));
        if (_at < content.Length && !EndLine())
            Fail("has text behind a closing quote");
        return Problem is null ? new CsvRow(line, cells) : null;
    }

    private string Cell()
    {
        SkipBlanks();
        if (Skip('"'))
        {
            var quoted = Quoted();
            SkipBlanks();
            return quoted;
        }
        var end = content.AsSpan(_at).IndexOfAny(",\r\n");
        var cell = content.Substring(_at, end < 0 ? content.Length - _at : end);
        _at += cell.Length;
        if (cell.Contains('"'))
            Fail("has a quote in a cell that does not begin with one");
        return cell.TrimEnd(' ', '\t');
    }

    private void SkipBlanks()
    {
        while (Skip(' ') || Skip('\t'))
        {
        }
    }

    // The first thing that is wrong is said.
    private void Fail(string what, int? line = null) =>
        Problem ??= string.Create(CultureInfo.InvariantCulture, $"line {line ?? _line} {what}");

    private string Quoted()
    {
        var (first, cell) = (_line, new StringBuilder());
        while (_at < content.Length)
        {
            if (Skip('"'))
            {
                if (!Skip('"'))
                    return cell.ToString();
                cell.Append('"');
                continue;
            }
            _line += content[_at] == '\n' ? 1 : 0;
            cell.Append(content[_at++]);
        }
        Fail("opens a quote that nothing closes", first);
        return "";
    }

    private bool Skip(char expected)
    {
        if (_at >= content.Length || content[_at] != expected)
            return false;
        _at++;
        return true;
    }

    private bool EndLine()
    {
        var ends = Skip('\r') | Skip('\n');
        _line += ends ? 1 : 0;
        return ends;
    }
}

/// <summary>A row of comma-separated values.</summary>
/// <param name="Line">The number of its first line, from 1.</param>
/// <param name="Cells">Its cells, without the quotes around them.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells);
