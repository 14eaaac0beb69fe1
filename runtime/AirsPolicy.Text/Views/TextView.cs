using System.Text;

namespace AirsPolicy.Text.Views;

/// <summary>
/// One view of a text with the way back to the original. A scratch: it is filled again and again and keeps the room it has grown to.
/// Not safe for two threads at once.
/// </summary>
public sealed class TextView
{
    private static readonly int[] s_space = [' '];

    private readonly OriginalMap _map = new();
    private char[] _text = new char[256];
    private int _length;
    private int _originalLength;

    // The view that this one was written from, whose units are the original of this one; null for the text itself.
    private TextView? _from;
    private Order _order;
    private int[] _places = [];
    private TextView? _stepBefore;

    // How the units of this view follow on those of its original.
    private enum Order { Mapped, Picked, Backwards }

    /// <summary>The text of the view, valid until the view is filled again.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>How many units the view has.</summary>
    internal int Length => _length;

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
        var span =
            _order == Order.Backwards
                ? new TextSpan(_length - end, _length - start)
                : new TextSpan(StartOf(start), start == end ? StartOf(start) : EndOf(end - 1));
        return _from is null ? span : _from.ToOriginal(span.Start, span.End);
    }

    /// <summary>A view kept by this one, for a step on the way to it; the same each time.</summary>
    internal TextView StepBefore => _stepBefore ??= new TextView();

    /// <summary>The room for what is picked from another view: as much as that has.</summary>
    internal Span<char> PickedText => _text.AsSpan(0, _originalLength);

    /// <summary>The room for where in the other view each unit stands.</summary>
    internal Span<int> PickedPlaces => _places.AsSpan(0, _originalLength);

    internal void Clear(int originalLength)
    {
        _map.Clear();
        _length = 0;
        _originalLength = originalLength;
        _order = Order.Mapped;
        _from = null;
    }

    /// <summary>What was written, from the text of <paramref name="from"/>, is a view of what that is a view of.</summary>
    internal void LeadThrough(TextView from) => _from = from;

    /// <summary>Begins with units picked from another view in their order.</summary>
    internal void BeginPicked(TextView from)
    {
        Clear(from._length);
        _order = Order.Picked;
        _from = from;
        _ = Room(from._length);
        if (_places.Length < from._length) _places = new int[_text.Length];
    }

    /// <summary>So many were picked.</summary>
    internal void EndPicked(int count) => _length = count;

    /// <summary>Fills this view with another from its end to its beginning, pairs left as they are.</summary>
    internal void Reverse(TextView from)
    {
        Clear(from._length);
        _order = Order.Backwards;
        _from = from;
        var text = Room(from._length)[..from._length];
        from.Text.CopyTo(text);
        ReverseCharacters(text);
        _length = text.Length;
    }

    /// <summary>Appends text that comes from one span of the original as a whole.</summary>
    internal void AppendBlock(ReadOnlySpan<char> text, TextSpan original)
    {
        if (text.IsEmpty) return;
        _map.AddBlock(_length, original);
        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    /// <summary>Appends text that comes from one span of the original as a whole, from its end to its beginning.</summary>
    internal void AppendReversed(ReadOnlySpan<char> text, TextSpan original)
    {
        AppendBlock(text, original);
        ReverseCharacters(_text.AsSpan(_length - text.Length, text.Length));
    }

    /// <summary>Appends text that stands in the original with its letters of ASCII moved by half the alphabet.</summary>
    internal void AppendRotated(ReadOnlySpan<char> text, int originalStart)
    {
        AppendRun(text, originalStart);
        foreach (ref var unit in _text.AsSpan(_length - text.Length, text.Length))
        {
            if (char.IsAsciiLetter(unit)) unit = (char)((unit | 0x20) - 'a' < 13 ? unit + 13 : unit - 13);
        }
    }

    /// <summary>Appends text that stands unchanged in the original.</summary>
    internal void AppendRun(ReadOnlySpan<char> text, int originalStart)
    {
        if (text.IsEmpty) return;
        _map.AddRun(_length, originalStart);
        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    /// <summary>
    /// Appends ASCII of the original from a place on as folding writes it, as far as each unit becomes one, and gives where it ends. A mark
    /// behind it may still change its last unit.
    /// </summary>
    internal int AppendAscii(ReadOnlySpan<char> original, int from)
    {
        _map.AddRun(_length, from);
        var rest = original[from..];
        var count = AsciiFolding.Fold(rest, Room(rest.Length), _length == 0 ? default : _text[_length - 1]);
        _length += count;
        return from + count;
    }

    /// <summary>
    /// Appends units of the original that become one each, from a place on, and gives where they end: with the last before one that does
    /// not, with a space behind a space, or where there is much ASCII.
    /// </summary>
    internal int AppendSingles(ReadOnlySpan<char> original, int from)
    {
        var rest = original[from..];
        var count = SingleUnits.Fold(rest, Room(rest.Length), EndsInSpace ? ' ' : default);
        if (count == 0) return from;
        _map.AddRun(_length, from);
        _length += count;
        return from + count;
    }

    /// <summary>The last unit of the view and the room behind it, for units of a run that goes on.</summary>
    internal Span<char> RoomForRun(int units)
    {
        _ = Room(units);
        return _text.AsSpan(_length - 1);
    }

    /// <summary>So many units have been written into the room.</summary>
    internal void AppendRun(int units) => _length += units;

    /// <summary>Whether what is appended next, from a place of the original, goes on with the run that the view ends in.</summary>
    internal bool GoesOn(int originalStart) => _map.GoesOn(_length, originalStart);

    /// <summary>Takes back the last unit, which was of a run.</summary>
    internal void TakeBack() => _length--;

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

    /// <summary>The last unit reaches at least so far.</summary>
    internal void WidenLast(int end)
    {
        if (_map.SpanAt(_length - 1).End < end) _map.Widen(_length - 1, end);
    }

    /// <summary>Appends a space, or widens the one that the view ends in.</summary>
    internal void AppendSpace(TextSpan original)
    {
        if (EndsInSpace) _map.Widen(_length - 1, original.End);
        else AppendCluster(s_space, original);
    }

    /// <summary>Where in the text that the view is made of a unit begins, or where that ends.</summary>
    internal int StartOf(int index) => index == _length ? _originalLength : _order == Order.Picked ? _places[index] : _map.StartAt(index);

    private int EndOf(int index) => _order == Order.Picked ? _places[index] + 1 : _map.SpanAt(index).End;

    private Span<char> Room(int units)
    {
        if (_text.Length - _length < units) Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + units));
        return _text.AsSpan(_length);
    }

    private static void ReverseCharacters(Span<char> text)
    {
        text.Reverse();
        if (!text.ContainsAnyInRange('\uD800', '\uDFFF')) return;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i + 1]))
                (text[i], text[i + 1]) = (text[i + 1], text[i++]);
        }
    }
}
