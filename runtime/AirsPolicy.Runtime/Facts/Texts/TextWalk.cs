using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Texts;

/// <summary>
/// Goes through all texts of a value in a frame, in the order of its members and items: texts of lists and records, and the strings of JSON
/// that expressions cannot take apart, without their escapes. Names of members are no texts, nor are enums. Steps down as deep as the shape
/// and the JSON go, which reading has bounded; allocates nothing once it has grown to that. One thread at a time, one value at a time.
/// </summary>
internal sealed class TextWalk
{
    private WalkLevel[] _levels = new WalkLevel[8];
    private char[] _unescaped = [];
    private FactFrame _frame = null!;
    private int _depth;
    private int _unescapedLength;
    private bool _isFirst;

    /// <summary>
    /// What tells the text apart from all others of the frame: its handle, or for a string with escapes the handle of the string with its
    /// quotes.
    /// </summary>
    public long Key { get; private set; }

    /// <summary>The text. Holds until the next step, and until the frame gets another text.</summary>
    public ReadOnlySpan<char> Text => _unescapedLength < 0 ? _frame.Chars(Key) : _unescaped.AsSpan(0, _unescapedLength);

    /// <summary>Begins with a value.</summary>
    /// <param name="frame">Where the value lies.</param>
    /// <param name="shape">What the value is.</param>
    /// <param name="slot">The slot of a record; of no meaning for anything else.</param>
    /// <param name="value">The handle of a text, list or JSON value; of no meaning for a record.</param>
    public void Start(FactFrame frame, CompiledShape shape, int slot, long value)
    {
        _frame = frame;
        _depth = 0;
        _isFirst = Enter(shape, slot, value);
    }

    /// <summary>Goes to the next text.</summary>
    public bool MoveNext()
    {
        if (_isFirst)
        {
            _isFirst = false;
            return true;
        }
        while (_depth > 0)
        {
            ref var level = ref _levels[_depth - 1];
            if (level.Shape is null ? StepJson(ref level) : StepShape(ref level)) return true;
        }
        return false;
    }

    /// <summary>Where the text lies under the value, as a JSON pointer (RFC 6901); empty for the value itself. Allocates.</summary>
    public string Pointer() => WalkPointer.Of(_levels.AsSpan(0, _depth), _frame);

    private bool StepShape(ref WalkLevel level)
    {
        var shape = level.Shape!;
        if (++level.Index == level.Count)
        {
            _depth--;
            return false;
        }
        if (shape.Kind == ShapeKind.List)
        {
            var item = level.Slot + level.Index * shape.Inner!.Width;
            return Enter(shape.Inner, item, _frame.Long(item));
        }
        var member = shape.Members[level.Index];
        var slot = level.Slot + member.Offset;
        return _frame.Has(slot) && Enter(member.Shape, slot, _frame.Long(slot));
    }

    private bool Enter(CompiledShape shape, int slot, long value)
    {
        while (shape.Kind == ShapeKind.Restricted)
            shape = shape.Inner!;
        switch (shape.Kind)
        {
            case ShapeKind.Text:
                Key = value;
                _unescapedLength = -1;
                return true;
            case ShapeKind.List:
                Push(new WalkLevel { Shape = shape, Slot = Handle.Start(value), Count = Handle.Length(value), Index = -1 });
                return false;
            case ShapeKind.Record:
                Push(new WalkLevel { Shape = shape, Slot = slot, Count = shape.Members.Length, Index = -1 });
                return false;
            case ShapeKind.Any:
                return EnterJson(value, JsonText.Start(_frame.Chars(value), 0), out _);
            default:
                return false;
        }
    }

    private bool StepJson(ref WalkLevel level)
    {
        var json = _frame.Chars(level.Json);
        var at = JsonText.Start(json, level.At);
        if (json[at] == ',') at = JsonText.Start(json, at + 1);
        if (json[at] is '}' or ']')
        {
            _depth--;
            if (_depth > 0 && _levels[_depth - 1].Shape is null) _levels[_depth - 1].At = at + 1;
            return false;
        }
        level.Index++;
        if (level.IsObject)
        {
            level.Name = at;
            at = JsonText.Start(json, JsonText.Start(json, JsonText.TextEnd(json, at)) + 1);
        }
        // Entering a level can move the levels; the end of an inner one is known once it has been gone through.
        var depth = _depth;
        var isText = EnterJson(level.Json, at, out var end);
        if (_depth == depth) _levels[depth - 1].At = end;
        return isText;
    }

    private bool EnterJson(long handle, int at, out int end)
    {
        var json = _frame.Chars(handle);
        end = at;
        switch (json[at])
        {
            case '{' or '[':
                Push(new WalkLevel { Json = handle, At = at + 1, IsObject = json[at] == '{', Index = -1 });
                return false;
            case '"':
                end = JsonText.TextEnd(json, at);
                TakeString(json[at..end], Handle.Start(handle) + at);
                return true;
            default:
                end = JsonText.End(json, at);
                return false;
        }
    }

    private void TakeString(ReadOnlySpan<char> quoted, int start)
    {
        if (!quoted.Contains('\\'))
        {
            Key = Handle.Of(start + 1, quoted.Length - 2);
            _unescapedLength = -1;
            return;
        }
        if (_unescaped.Length < quoted.Length) _unescaped = new char[Math.Max(quoted.Length, 2 * _unescaped.Length)];
        Key = Handle.Of(start, quoted.Length);
        _unescapedLength = JsonText.Decode(quoted, _unescaped);
    }

    private void Push(WalkLevel level)
    {
        if (_depth == _levels.Length) Array.Resize(ref _levels, 2 * _depth);
        _levels[_depth++] = level;
    }
}
