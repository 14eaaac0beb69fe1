using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Checks;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// Passes over values that have no shape and asks schemas about them meanwhile, each byte once. Every step gives false where the JSON
/// cannot be read on, and has noted why; that schemas refuse a value is no failure yet, since others may be taken instead.
/// </summary>
internal ref struct SchemaScan(JsonCursor cursor, FactFrame frame, CheckScratch scratch)
{
    private readonly FactFrame _frame = frame;
    private readonly CheckScratch _scratch = scratch;

    /// <summary>The cursor, where it has come to.</summary>
    public JsonCursor Json = cursor;

    /// <summary>Passes over the value that stands next.</summary>
    /// <param name="check">What is asked of it, or null.</param>
    /// <param name="refused">The schemas asked for that refuse it.</param>
    public bool Pass(ValueCheck? check, out ulong refused)
    {
        refused = 0;
        if (check is null)
            return Json.Skip();
        switch (Json.Next())
        {
            case (byte)'{':
                return PassRecord(check, out refused);
            case (byte)'[':
                return PassList(check, out refused);
            case (byte)'"':
                if (!Json.TakeText(out var length))
                    return false;
                refused = check.OfText(Json.Taken(length), _scratch);
                return !_scratch.IsExhausted || OverLimit();
            case (byte)'t':
                refused = check.OfBool(true);
                return Json.TakeWord("true"u8);
            case (byte)'f':
                refused = check.OfBool(false);
                return Json.TakeWord("false"u8);
            case (byte)'n':
                refused = check.OfNull();
                return Json.TakeWord("null"u8);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                if (!Json.TakeNumber(out var number))
                    return false;
                refused = check.OfNumber(number);
                return true;
            default:
                return Json.Unreadable("a value");
        }
    }

    /// <summary>Passes over what stands behind the name of a record's member.</summary>
    /// <param name="check">What is asked of the record, or null.</param>
    /// <param name="name">The name without escapes.</param>
    public bool PassMember(RecordCheck? check, ReadOnlySpan<byte> name, ref CheckState state)
    {
        var refused = 0UL;
        var member = check?.Find(name, _scratch, out refused) ?? MemberCheck.Nothing;
        state.Meet(member);
        state.Refused |= refused;
        if (!Json.Take((byte)':', "':'") || !Pass(member.Child?.Check, out refused))
            return false;
        if (member.Child is { } child)
            state.Take(child, refused);
        return true;
    }

    /// <summary>Takes that a list has an item, which ends here.</summary>
    /// <param name="start">Where the item begins.</param>
    /// <param name="refused">The schemas asked about the item that refuse it.</param>
    public bool MeetItem(ListCheck check, int start, ulong refused, ref CheckState state, ref ListState items)
    {
        if (check.Of(state.Count++) is { } child)
        {
            state.Take(child, refused);
            child.Count(refused, ref items.Counters);
        }
        // One equal pair is enough.
        if ((check.Unique & ~state.Refused) == 0)
            return true;
        if (items.Owner == 0)
            items.Owner = Json.Names.NewOwner() + 1;
        var item = Json.Json[start..Json.At];
        // Without escapes a text is its own canonical JSON.
        var canonical = item;
        var isPlain = item[0] == '"' && !item.Contains((byte)'\\');
        if (!isPlain && !TryCanonical(start, out canonical))
            return false;
        if (!Json.Names.Add(items.Owner - 1, canonical, Json.Json, isPlain ? start : -1))
            state.Refused |= check.Unique;
        return true;
    }

    /// <summary>The schemas that refuse a record or list that ends here.</summary>
    /// <param name="start">Where it begins.</param>
    public readonly bool Close(ValueCheck check, int start, in CheckState state, in ListState items, out ulong refused)
    {
        refused = 0;
        ReadOnlySpan<byte> canonical = [];
        if (check.Compares && !TryCanonical(start, out canonical))
            return false;
        refused = Json.Json[start] == '{' ? check.OfRecord(state, canonical) : check.OfList(state, items, canonical);
        return !_scratch.IsExhausted || OverLimit();
    }

    /// <summary>More work than is allowed would be needed.</summary>
    public readonly bool OverLimit() =>
        Json.Misfit.Note(
            FailureKind.OverLimit,
            $"takes more than {CheckScratch.MaxSteps} steps to hold to its JSON Schema, where at most that many are taken");

    private bool PassRecord(ValueCheck check, out ulong refused)
    {
        refused = 0;
        var start = Json.At;
        var state = new CheckState();
        if (!Json.Open())
            return false;
        var owner = Json.Names.NewOwner();
        while (Json.Next() != '}')
        {
            if (state.Count > 0 && !Json.Take((byte)',', "',' or '}'"))
                return false;
            if (!Json.TakeName(out var name, out var at))
                return false;
            var end = Json.At - 1;
            var rawStart = at >= 0 ? at : Json.RawStart(end);
            if (!Json.Names.Add(owner, name, Json.Json, at))
            {
                Json.Repeated();
                return Json.Misfit.Under(name);
            }
            if (!PassMember(check.Record, name, ref state))
                return Json.Misfit.Under(Json.Json[rawStart..end]);
        }
        Json.Close();
        return Close(check, start, state, default, out refused);
    }

    private bool PassList(ValueCheck check, out ulong refused)
    {
        refused = 0;
        var start = Json.At;
        var state = new CheckState();
        var items = new ListState();
        if (!Json.Open())
            return false;
        for (var index = 0; Json.Next() != ']'; index++)
        {
            if (index > 0 && !Json.Take((byte)',', "',' or ']'"))
                return false;
            Json.Next();
            var at = Json.At;
            if (!Pass(check.List?.Of(index)?.Check, out var refusedItem))
                return Json.Misfit.Under(index);
            if (check.List is null)
                state.Count++;
            else if (!MeetItem(check.List, at, refusedItem, ref state, ref items))
                return false;
        }
        Json.Close();
        return Close(check, start, state, items, out refused);
    }

    // Of what has been read, so that it is JSON and each name stands once.
    private readonly bool TryCanonical(int start, out ReadOnlySpan<byte> canonical)
    {
        canonical = [];
        var raw = Json.Json[start..Json.At];
        var room = _scratch.SpendOn(raw.Length) ? _frame.ReserveText(raw.Length) : default;
        if (room.IsEmpty)
            return OverLimit();
        System.Text.Unicode.Utf8.ToUtf16(raw, room, out _, out var written);
        canonical = _scratch.Canonical.OfAny(room[..written]);
        return true;
    }
}
