using AirsPolicy.Text;

namespace AirsPolicy.Language.Text;

/// <summary>The text of one policy file as it was read, with its line index. Spans everywhere are on this text, unchanged.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;
    private int[]? _normalizedStarts;

    /// <param name="path">The path as the user gave it; diagnostics show it.</param>
    /// <param name="name">The name inside the package, with <c>/</c> on every platform; what goes into a bundle.</param>
    /// <param name="content">The text, without a byte order mark.</param>
    public SourceText(string path, string name, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Path = path;
        Name = name;
        Content = content;
        _lineStarts = LineStarts(content);
    }

    /// <summary>A text that stands in no file, as tests and the editor need it; <paramref name="path"/> is also its name.</summary>
    public static SourceText From(string content, string path = "policy.airs") => new(path, path.Replace('\\', '/'), content);

    public string Path { get; }

    public string Name { get; }

    public string Content { get; }

    /// <summary>The length in UTF-16 units.</summary>
    public int Length => Content.Length;

    /// <summary>At least 1; a text that ends in a line break has an empty last line.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>The text of <paramref name="span"/>, which lies inside the text.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Content.AsSpan(span.Start, span.Length);

    /// <summary>The line of a position from 0 to <see cref="Length"/>, counted from 0.</summary>
    public int LineOf(int position)
    {
        var index = Array.BinarySearch(_lineStarts, position);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The line of a position, counted from 0, found at once where it is <paramref name="guess"/>, a line of the text.</summary>
    internal int LineOf(int position, int guess) =>
        _lineStarts[guess] <= position && (guess + 1 == _lineStarts.Length || position < _lineStarts[guess + 1]) ? guess : LineOf(position);

    /// <summary>The position at which a line begins.</summary>
    internal int StartOf(int line) => _lineStarts[line];

    /// <summary>The line and column of a position from 0 to <see cref="Length"/>.</summary>
    public LinePosition PositionOf(int position)
    {
        var line = LineOf(position);
        return new LinePosition(line, position - _lineStarts[line]);
    }

    /// <summary>The offset of a place. A column past the end of its line is the line's end, a line past the last the text's end.</summary>
    public int OffsetOf(LinePosition position)
    {
        if (position.Line < 0)
            return 0;
        if (position.Line >= _lineStarts.Length)
            return Length;
        var span = LineSpan(position.Line);
        return Math.Clamp(span.Start + Math.Max(position.Column, 0), span.Start, span.End);
    }

    /// <summary>The span of a line, counted from 0, without its line break.</summary>
    public TextSpan LineSpan(int line)
    {
        var start = _lineStarts[line];
        var end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Length;
        while (end > start && Content[end - 1] is '\n' or '\r')
            end--;
        return new TextSpan(start, end);
    }

    /// <summary>The text with every line break as a single line feed: what goes into digests and bundles.</summary>
    public string Normalized() => Content.Contains('\r', StringComparison.Ordinal)
        ? Content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        : Content;

    /// <summary>Where a position of this text stands in <see cref="Normalized"/>.</summary>
    public int ToNormalized(int position)
    {
        if (ReferenceEquals(NormalizedStarts, _lineStarts))
            return position;
        var line = LineOf(position);
        return NormalizedStarts[line] + position - _lineStarts[line];
    }

    /// <summary>The position of this text that stands at <paramref name="position"/> in <see cref="Normalized"/>.</summary>
    public int FromNormalized(int position)
    {
        var index = Array.BinarySearch(NormalizedStarts, position);
        var line = index >= 0 ? index : ~index - 1;
        return Math.Min(_lineStarts[line] + position - NormalizedStarts[line], Length);
    }

    public override string ToString() => Path;

    // Only CR LF loses a character; a lone CR becomes a line feed.
    private int[] NormalizedStarts => _normalizedStarts ??= Normalize(_lineStarts, Content);

    private static int[] Normalize(int[] starts, string content)
    {
        if (!content.Contains('\r', StringComparison.Ordinal))
            return starts;
        var normalized = new int[starts.Length];
        var lost = 0;
        for (var line = 1; line < starts.Length; line++)
        {
            if (starts[line] - starts[line - 1] >= 2 && content[starts[line] - 1] == '\n' && content[starts[line] - 2] == '\r')
                lost++;
            normalized[line] = starts[line] - lost;
        }

        return normalized;
    }

    // A line ends at LF, CR LF or a lone CR, as editors count them (LSP 3.17, Text Documents).
    private static int[] LineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var i = content.AsSpan().IndexOfAny('\n', '\r'); i >= 0;)
        {
            i += content[i] == '\r' && i + 1 < content.Length && content[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
            var next = content.AsSpan(i).IndexOfAny('\n', '\r');
            i = next < 0 ? -1 : i + next;
        }
        return [.. starts];
    }
}
