using System.Text;

namespace AirsPolicy.Language.Formatting;

/// <summary>Writes lines without trailing spaces and without two blank lines in a row.</summary>
internal sealed class LineWriter(string lineBreak)
{
    private readonly StringBuilder _text = new();
    private int _lineStart;

    public int Column => _text.Length - _lineStart;

    public bool IsEmpty => _text.Length == 0;

    public void Write(string text)
    {
        _text.Append(text);
        var last = text.AsSpan().LastIndexOfAny('\n', '\r');
        if (last >= 0)
            _lineStart = _text.Length - (text.Length - last - 1);
    }

    public void Spaces(int count) => _text.Append(' ', count);

    /// <summary>Begins a line, unless the writer stands at the start of one.</summary>
    public void BeginLine(int indentation)
    {
        if (Column > 0)
            EndLine();
        Spaces(indentation);
    }

    /// <summary>Ends the line, if there is one, and leaves a blank line behind it.</summary>
    public void BlankLine()
    {
        if (Column > 0)
            EndLine();
        if (!IsEmpty)
            EndLine();
    }

    /// <summary>The text, which ends in a line break unless it is empty.</summary>
    public string Finish()
    {
        if (Column > 0)
            EndLine();
        return _text.ToString();
    }

    private void EndLine()
    {
        _text.Append(lineBreak);
        _lineStart = _text.Length;
    }
}
