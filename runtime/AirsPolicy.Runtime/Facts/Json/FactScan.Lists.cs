using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Checks;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Json;

internal ref partial struct FactScan
{
    private bool ReadList(CompiledShape shape, int slot, ValueCheck? check)
    {
        var start = _json.At;
        var state = new CheckState();
        var items = new ListState();
        var element = shape.Inner!;
        var first = 0;
        var reserved = 0;
        if (element.HasLists && !ReserveItems(shape, out first, out reserved))
            return false;
        if (!_json.Open())
            return false;
        var count = 0;
        if (_json.Next() != ']')
        {
            while (true)
            {
                if (count == shape.Maximum)
                    return Misfits(shape, FailureKind.OverLimit, "has more items");
                var item = first + count * element.Width;
                if (count >= reserved)
                {
                    item = _frame.AddSlots(element.Width);
                    if (item < 0)
                        return OverFrame();
                    if (count == 0)
                        first = item;
                }
                if (!(check is null ? ReadValue(element, item) : ReadItem(element, item, check.List, ref state, ref items)))
                    return _json.Misfit.Under(count);
                count++;
                if (_json.Next() == ']')
                    break;
                if (!_json.Take((byte)',', "',' or ']'"))
                    return false;
            }
        }
        if (count < shape.Minimum)
            return Misfits(shape, FailureKind.MisfitFact, "has fewer items");
        _frame.Set(slot, Handle.Of(first, count));
        return _json.Close() && (check is null || CloseChecked(check, start, state, items));
    }

    // Items lie beside one another, but items that hold lists add slots while they are read: theirs are counted and reserved before.
    // A list within lists is counted once for each list around it, and shapes are no deeper than the policy writes them.
    private bool ReserveItems(CompiledShape shape, out int first, out int count)
    {
        var (at, depth) = (_json.At, _json.Depth);
        first = 0;
        count = 0;
        if (!_json.Open())
            return false;
        while (_json.Next() != ']')
        {
            if (count > 0 && !_json.Take((byte)',', "',' or ']'"))
                return false;
            if (count == shape.Maximum)
                return Misfits(shape, FailureKind.OverLimit, "has more items");
            if (!_json.Skip())
                return _json.Misfit.Under(count);
            count++;
        }
        (_json.At, _json.Depth) = (at, depth);
        first = _frame.AddSlots(count * shape.Inner!.Width);
        return first >= 0 || OverFrame();
    }

    private readonly bool Misfits(CompiledShape shape, FailureKind kind, string problem) =>
        _json.Misfit.Note(kind, $"{problem}, where {shape.Expected} fits");
}
