using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.Facts.Json;

internal ref partial struct JsonCursor
{
    /// <summary>Passes over the value that stands next, holding it to everything but a shape.</summary>
    public bool Skip()
    {
        switch (Next())
        {
            case (byte)'{': return SkipRecord();
            case (byte)'[': return SkipList();
            case (byte)'"': return TakeText(out _);
            case (byte)'t': return TakeWord("true"u8);
            case (byte)'f': return TakeWord("false"u8);
            case (byte)'n': return TakeWord("null"u8);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'): return TakeNumber(out _);
            default: return Unreadable("a value");
        }
    }

    /// <summary>A name stands twice in its record.</summary>
    public readonly bool Repeated() => Misfit.Note(FailureKind.MisfitFact, "stands twice in its record, where each name stands once");

    private bool SkipRecord()
    {
        if (!Open())
            return false;
        var owner = Names.NewOwner();
        if (Next() == '}')
            return Close();
        while (true)
        {
            if (!TakeName(out var name, out var start))
                return false;
            var end = At - 1;
            if (!Names.Add(owner, name, Json, start))
            {
                Repeated();
                return Misfit.Under(name);
            }
            var rawStart = start >= 0 ? start : RawStart(end);
            if (!Take((byte)':', "':'") || !Skip())
                return Misfit.Under(Json[rawStart..end]);
            if (Next() == '}')
                return Close();
            if (!Take((byte)',', "',' or '}'"))
                return false;
        }
    }

    private bool SkipList()
    {
        if (!Open())
            return false;
        if (Next() == ']')
            return Close();
        for (var index = 0; ; index++)
        {
            if (!Skip())
                return Misfit.Under(index);
            if (Next() == ']')
                return Close();
            if (!Take((byte)',', "',' or ']'"))
                return false;
        }
    }

    /// <summary>Closes the list or record whose end stands next.</summary>
    public bool Close()
    {
        At++;
        Depth--;
        return true;
    }

    /// <summary>
    /// Where a name begins that ends at a quote. A name with escapes is shown as it is written; its opening quote is the nearest one that
    /// no backslash escapes.
    /// </summary>
    public readonly int RawStart(int end)
    {
        var at = end - 1;
        while (at > 0 && (Json[at] != '"' || Json[at - 1] == '\\'))
            at--;
        return at + 1;
    }
}
