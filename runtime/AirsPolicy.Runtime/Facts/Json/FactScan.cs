using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Checks;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// One read of facts: goes through the JSON and the shapes side by side. Every step gives false where it fails and has noted why.
/// </summary>
internal ref partial struct FactScan(JsonCursor cursor, CompiledLayout layout, FactFrame frame, CheckScratch scratch)
{
    private readonly CompiledLayout _layout = layout;
    private readonly FactFrame _frame = frame;
    private readonly CheckScratch _scratch = scratch;
    private JsonCursor _json = cursor;

    // The tool whose facts are read, from the first of them on; -1 until then.
    private int _tool = -1;

    // The fact that is read has members that its shape does not list.
    private bool _hasUnlisted;

    // The number that was read last.
    private ExactNumber _number;

    // The schemas asked about the value that was read last that refuse it.
    private ulong _refused;

    /// <param name="whole">The tool has to be there.</param>
    public bool Run(bool whole = true)
    {
        if (_json.Json.StartsWith("\uFEFF"u8))
            return _json.Unreadable("'{' and no byte order mark");
        if (_json.Next() != '{')
            return Wrong(_layout.Root);
        if (!ReadRecord(_layout.Root, 0, null))
            return false;
        if (_json.Next() != 0 || _json.At != _json.Json.Length)
            return _json.Unreadable("the end");
        return !whole || _layout.ToolMember < 0 || _frame.Has(_layout.ToolSlot) || NoTool();
    }

    private bool ReadValue(CompiledShape shape, int slot) => shape.Schema is null ? ReadKind(shape, slot) : ReadHeld(shape, slot);

    private bool ReadKind(CompiledShape shape, int slot)
    {
        var next = _json.Next();
        switch (shape.Kind)
        {
            case ShapeKind.Bool:
                return ReadBool(shape, slot, next);
            case ShapeKind.Text:
                return next == '"' ? ReadText(shape, slot) : Wrong(shape);
            case ShapeKind.Enum:
                return next == '"' ? ReadEnum(shape, slot) : Wrong(shape);
            case ShapeKind.List:
                return next == '[' ? ReadList(shape, slot, null) : Wrong(shape);
            case ShapeKind.Record:
                return next == '{' ? ReadRecord(shape, slot, null) : Wrong(shape);
            case ShapeKind.Any:
                return ReadAny(slot, null);
            case ShapeKind.Restricted:
                return ReadRestricted(shape, slot);
            default:
                if (next is (byte)'-' or (>= (byte)'0' and <= (byte)'9'))
                    return ReadNumber(shape, slot);
                if (next == '"')
                    return ReadWritten(shape, slot);
                return next == '{' && shape.Kind == ShapeKind.Money ? ReadAmount(shape, slot) : Wrong(shape);
        }
    }

    private bool ReadBool(CompiledShape shape, int slot, byte next)
    {
        if (next is not ((byte)'t' or (byte)'f'))
            return Wrong(shape);
        if (!_json.TakeWord(next == 't' ? "true"u8 : "false"u8))
            return false;
        _frame.Set(slot, next == 't' ? 1L : 0L);
        return true;
    }

    private bool ReadText(CompiledShape shape, int slot)
    {
        if (!_json.TakeText(out var length))
            return false;
        if (shape.IsBoundedText && !shape.FitsText(_json.Taken(length), _scratch.Patterns))
            return Misfits(shape, "is a text");
        _frame.Set(slot, _json.Keep(length));
        return true;
    }

    private bool ReadEnum(CompiledShape shape, int slot)
    {
        // A name that stands there as it is needs no look at how it is written.
        var start = _json.At + 1;
        var length = _json.Json[start..].IndexOf((byte)'"');
        var index = length < 0 ? -1 : shape.Names.FindPlain(_json.Json.Slice(start, length));
        if (index >= 0)
        {
            _json.At = start + length + 1;
            _frame.Set(slot, index);
            return true;
        }
        if (!_json.TakeName(out var name, out _))
            return false;
        index = shape.Names.Find(name);
        if (index < 0)
            return _layout.ToolMember >= 0 && slot == _layout.ToolSlot ? UnknownTool(shape) : Misfits(shape, "is another text");
        _frame.Set(slot, index);
        return true;
    }

    private bool ReadAny(int slot, ValueCheck? check)
    {
        var start = _json.At;
        if (!(check is null ? _json.Skip() : Pass(check)) || !KeepJson(start, out var json))
            return false;
        _frame.Set(slot, json);
        return true;
    }

    // Keeps the value that has just been read as it was received.
    private bool KeepJson(int start, out long handle)
    {
        handle = -1;
        var raw = _json.Json[start.._json.At];
        var room = _frame.ReserveText(raw.Length);
        if (room.IsEmpty)
            return OverFrame();
        // Reading has found every text well-formed, and all else is ASCII.
        System.Text.Unicode.Utf8.ToUtf16(raw, room, out _, out var written);
        handle = _json.Keep(written);
        return true;
    }

    private bool ReadRestricted(CompiledShape shape, int slot)
    {
        if (!ReadValue(shape.Inner!, slot))
            return false;
        return _frame.Canonical.IsOneOf(_frame, slot, shape.Inner!, shape.Allowed) || Misfits(shape, "is another value");
    }

    // A value of the wrong kind; where no value stands at all the JSON is unreadable.
    private readonly bool Wrong(CompiledShape shape)
    {
        var found = _json.At < _json.Json.Length ? _json.Json[_json.At] : (byte)0;
        var problem = found switch
        {
            (byte)'"' => "is a text",
            (byte)'{' => "is a record",
            (byte)'[' => "is a list",
            (byte)'t' or (byte)'f' => "is true or false",
            (byte)'n' => "is null",
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => "is a number",
            _ => "",
        };
        return problem.Length == 0 ? _json.Unreadable(shape.Expected) : Misfits(shape, problem);
    }

    private readonly bool Misfits(CompiledShape shape, string problem) =>
        Misfits(shape, FailureKind.MisfitFact, problem);

    private readonly bool OverFrame() =>
        _json.Misfit.Note(
            FailureKind.OverLimit,
            $"takes the facts over what a frame holds, where {FactFrame.MaxSlots} values and {FactFrame.MaxChars} characters fit");

    private readonly bool UnknownTool(CompiledShape tools) =>
        _json.Misfit.Note(FailureKind.Unknown, $"names no declared tool, where {tools.Expected} fits");

    private readonly bool NoTool()
    {
        _json.Misfit.Note(FailureKind.MissingFact, $"is missing, where {_layout.Root.Members[_layout.ToolMember].Shape.Expected} fits");
        return _json.Misfit.Under("tool");
    }
}
