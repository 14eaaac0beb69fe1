using AirsPolicy.Runtime.Facts.Checks;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Json;

internal ref partial struct FactScan
{
    // Reads a value into the frame and asks schemas about it meanwhile. What the shape refuses is not asked.
    private bool ReadChecked(CompiledShape shape, ValueCheck check, int slot)
    {
        var next = _json.Next();
        switch (shape.Kind)
        {
            case ShapeKind.Record:
                return next == '{' ? ReadRecord(shape, slot, check) : Wrong(shape);
            case ShapeKind.List:
                return next == '[' ? ReadList(shape, slot, check) : Wrong(shape);
            case ShapeKind.Any:
                return ReadAny(slot, check);
        }
        var start = _json.At;
        if (!ReadKind(shape, slot))
            return false;
        switch (shape.Kind)
        {
            case ShapeKind.Text:
                _refused = check.OfText(_frame.Chars(_frame.Long(slot)), _scratch);
                break;
            case ShapeKind.Enum:
                _refused = check.OfText(shape.Names[(int)_frame.Long(slot)], _scratch);
                break;
            case ShapeKind.Bool:
                _refused = check.OfBool(_frame.Bool(slot));
                break;
            case ShapeKind.Int:
                _refused = check.OfNumber(_number);
                break;
            case ShapeKind.Decimal:
                _refused = check.OfNumber(_number);
                break;
            default:
                // How other values are written is known to the JSON alone.
                _json.At = start;
                return Pass(check);
        }
        return !_scratch.IsExhausted || OverSteps();
    }

    private bool ReadChecked(CompiledShape record, CompiledShape shape, int slot, MemberCheck asked, ref CheckState state)
    {
        state.Meet(asked);
        var isNull = _json.Next() == 'n';
        if (asked.Child is not { } child)
            return isNull ? ReadNull(record, shape) : ReadValue(shape, slot);
        if (!(isNull ? ReadNull(record, shape) : ReadChecked(shape, child.Check, slot)))
            return false;
        state.Take(child, isNull ? child.Check.OfNull() : _refused);
        return true;
    }

    private bool ReadItem(CompiledShape element, int slot, ListCheck? asked, ref CheckState state, ref ListState items)
    {
        _json.Next();
        var start = _json.At;
        _refused = 0;
        if (!(asked?.Of(state.Count) is { } child ? ReadChecked(element, child.Check, slot) : ReadValue(element, slot)))
            return false;
        if (asked is null)
        {
            state.Count++;
            return true;
        }
        if (asked.Unique == 0 && asked.Contained.Length == 0)
        {
            if (_refused != 0)
                state.Take(asked.Of(state.Count)!, _refused);
            state.Count++;
            return true;
        }
        var scan = new SchemaScan(_json, _frame, _scratch);
        return scan.MeetItem(asked, start, _refused, ref state, ref items);
    }

    // A member that the shape does not list; the cursor is behind its name.
    private bool PassUnlisted(RecordCheck? asked, ReadOnlySpan<byte> name, ref CheckState state)
    {
        if (asked is null)
        {
            state.Count++;
            return _json.Take((byte)':', "':'") && _json.Skip();
        }
        var scan = new SchemaScan(_json, _frame, _scratch);
        var passed = scan.PassMember(asked, name, ref state);
        (_json.At, _json.Depth) = (scan.Json.At, scan.Json.Depth);
        return passed;
    }

    private bool Pass(ValueCheck check)
    {
        var scan = new SchemaScan(_json, _frame, _scratch);
        var passed = scan.Pass(check, out _refused);
        (_json.At, _json.Depth) = (scan.Json.At, scan.Json.Depth);
        return passed;
    }

    private bool CloseChecked(ValueCheck check, int start, in CheckState state)
    {
        if (check.Compares || _scratch.IsExhausted)
            return CloseChecked(check, start, state, default);
        _refused = check.OfRecord(state, []);
        return true;
    }

    private bool CloseChecked(ValueCheck check, int start, in CheckState state, in ListState items) =>
        new SchemaScan(_json, _frame, _scratch).Close(check, start, state, items, out _refused);

    private readonly bool OverSteps() => new SchemaScan(_json, _frame, _scratch).OverLimit();
}
