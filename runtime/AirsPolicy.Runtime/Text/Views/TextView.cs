using System.Text;

namespace AirsPolicy.Runtime.Text.Views;

/// <summary>
/// One view of a text with the way back to the original. A scratch: it is filled again and again and keeps the room it has grown to.
/// Not safe for two threads at once.
/// </summary>
public sealed class TextView
{
    private static readonly int[] Space = [' '];

    private readonly OriginalMap _map = new();
    private char[] _text = new char[256];
    private int _length;
    private int _originalLength;

    /// <summary>The text of the view, valid until the view is filled again.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    internal bool EndsInSpace => _length > 0 && _text[_length - 1] == ' ';

    /// <summary>
    /// The span of the original that produced the units [<paramref name="start"/>, <paramref name="end"/>) of the view: whole characters
    /// with their marks, and whatever was removed between them. An empty range gives an empty span where the next unit begins.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the view.</exception>
    public TextSpan ToOriginal(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)end, (uint)_length, nameof(end));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)end, nameof(start));
        var first = start < _length ? _map.SpanAt(start).Start : _originalLength;
        return new TextSpan(first, start == end ? first : _map.SpanAt(end - 1).End);
    }

    internal void Clear(int originalLength)
    {
        _map.Clear();
        _length = 0;
        _originalLength = originalLength;
    }

    /// <summary>Appends text that stands unchanged in the original.</summary>
    internal void AppendRun(ReadOnlySpan<char> text, int originalStart)
    {
        if (text.IsEmpty) return;
        _map.AddRun(_length, originalStart);
        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    /// <summary>Appends ASCII text of the original with its capitals made small.</summary>
    internal void AppendLowered(ReadOnlySpan<char> ascii, int originalStart)
    {
        if (ascii.IsEmpty) return;
        _map.AddRun(_length, originalStart);
        Ascii.ToLower(ascii, Room(ascii.Length), out _);
        _length += ascii.Length;
    }

    /// <summary>Appends one character with its marks, all from the same span of the original.</summary>
    internal void AppendCluster(ReadOnlySpan<int> codePoints, TextSpan original)
    {
        var room = Room(2 * codePoints.Length);
        var written = 0;
        foreach (var codePoint in codePoints)
        {
            if (codePoint <= char.MaxValue) room[written++] = (char)codePoint;
            else written += new Rune(codePoint).EncodeToUtf16(room[written..]);
        }
        // A pair stays a block, so that no span of the original ends between its halves.
        if (written == 1 && original.Length == 1) _map.AddRun(_length, original.Start);
        else _map.AddBlock(_length, original);
        _length += written;
    }

    /// <summary>Appends a space, or widens the one that the view ends in.</summary>
    internal void AppendSpace(TextSpan original)
    {
        if (EndsInSpace) _map.Widen(_length - 1, original.End);
        else AppendCluster(Space, original);
    }

    private Span<char> Room(int units)
    {
        if (_text.Length - _length < units) Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + units));
        return _text.AsSpan(_length);
    }
}
