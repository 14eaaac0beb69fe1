using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>
/// Every schema that is asked about one value, all at once while the value is read. Each is a part and has a bit: those that were asked for
/// come first, behind them the schemas that these take together (<c>allOf</c>, <c>$ref</c>, …). What is found is a set of bits, the schemas
/// that refuse the value.
/// </summary>
/// <remarks>
/// So a value is read once, however many schemas speak of it and however they are taken together. What is asked of members and items is set
/// once, after it was made, because schemas lead back to themselves.
/// </remarks>
/// <param name="asked">The parts that were asked for.</param>
/// <param name="byKind">The parts that refuse every value of a kind, by <see cref="CheckedKind"/>.</param>
/// <param name="combinations">What takes parts together, in the order in which they can be asked.</param>
internal sealed class ValueCheck(
    ulong asked,
    ulong[] byKind,
    TextTest[] texts,
    NumberTest[] numbers,
    CompositeListTest[] composites,
    Combination[] combinations)
{
    /// <summary>What is asked of records, or null.</summary>
    public RecordCheck? Record { get; private set; }

    /// <summary>What is asked of lists, or null.</summary>
    public ListCheck? List { get; private set; }

    /// <summary>Lists and records are compared with others whole.</summary>
    public bool Compares => composites.Length > 0;

    public void Complete(RecordCheck? record, ListCheck? list) => (Record, List) = (record, list);

    /// <summary>The parts asked for that refuse null.</summary>
    public ulong OfNull() => Combine(byKind[(int)CheckedKind.Null], 0);

    public ulong OfBool(bool value) => Combine(byKind[(int)(value ? CheckedKind.True : CheckedKind.False)], 0);

    public ulong OfNumber(ExactNumber number)
    {
        var isInteger = number.Exponent >= 0 || number.Coefficient == UInt128.Zero;
        var refused = byKind[(int)(isInteger ? CheckedKind.Integer : CheckedKind.Fraction)];
        foreach (var test in numbers)
        {
            if ((refused & test.Part) == 0 && !test.Holds(number))
                refused |= test.Part;
        }
        return Combine(refused, 0);
    }

    public ulong OfText(ReadOnlySpan<char> text, CheckScratch scratch)
    {
        var refused = byKind[(int)CheckedKind.Text];
        foreach (var test in texts)
        {
            if ((refused & test.Part) == 0 && !test.Holds(text, scratch))
                refused |= test.Part;
        }
        return Combine(refused, 0);
    }

    /// <summary>The parts asked for that refuse a record, once all of it has been read.</summary>
    /// <param name="canonical">Its canonical JSON; empty unless it is compared.</param>
    public ulong OfRecord(in CheckState state, ReadOnlySpan<byte> canonical)
    {
        var refused = state.Refused | byKind[(int)CheckedKind.Record] | Unlike(canonical);
        if (Record is { } record)
        {
            foreach (var test in record.Tests)
                refused |= test.Refuses(state.Seen, state.Count) ? test.Part : 0;
        }
        return Combine(refused, state.Seen);
    }

    /// <summary>The parts asked for that refuse a list, once all of it has been read.</summary>
    /// <param name="items">What was counted of its items.</param>
    /// <param name="canonical">Its canonical JSON; empty unless it is compared.</param>
    public ulong OfList(in CheckState state, in ListState items, ReadOnlySpan<byte> canonical)
    {
        var refused = state.Refused | byKind[(int)CheckedKind.List] | Unlike(canonical);
        if (List is { } list)
        {
            foreach (var test in list.Counts)
                refused |= test.Refuses(state.Count) ? test.Part : 0;
            for (var i = 0; i < list.Contained.Length; i++)
                refused |= list.Contained[i].Refuses(items.Counters[i]) ? list.Contained[i].Part : 0;
        }
        return Combine(refused, 0);
    }

    /// <summary>Whether a part asked for can refuse a value of some kinds; true where that is not known.</summary>
    public bool MayRefuse(params ReadOnlySpan<CheckedKind> kinds)
    {
        var parts = 0UL;
        foreach (var kind in kinds)
        {
            parts |= byKind[(int)kind];
            if (kind == CheckedKind.Text)
                Array.ForEach(texts, test => parts |= test.Part);
            else if (kind is CheckedKind.Integer or CheckedKind.Fraction)
                Array.ForEach(numbers, test => parts |= test.Part);
            else if (kind is CheckedKind.List or CheckedKind.Record)
                Array.ForEach(composites, test => parts |= test.Part);
            parts |= kind == CheckedKind.Record ? Record?.Parts ?? 0 : kind == CheckedKind.List ? List?.Parts ?? 0 : 0;
        }
        foreach (var combination in combinations)
            parts |= combination.MayRefuse(parts) ? combination.Part : 0;
        return (parts & asked) != 0;
    }

    private ulong Unlike(ReadOnlySpan<byte> canonical)
    {
        var refused = 0UL;
        foreach (var test in composites)
            refused |= test.Holds(canonical) ? 0 : test.Part;
        return refused;
    }

    private ulong Combine(ulong refused, ulong seen)
    {
        foreach (var combination in combinations)
        {
            if (combination.Refuses(refused, seen))
                refused |= combination.Part;
        }
        return refused & asked;
    }
}
