using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Texts;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Text.Languages;
using AirsPolicy.Text.Similarity;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Runtime.Facts;

/// <summary>
/// The facts of one evaluation: slots laid out by a <see cref="PointLayout"/>, then the items of lists; decimals beside them, characters in
/// an array of their own; one presence bit a slot. Reused from evaluation to evaluation, so that nothing is allocated once its arrays have
/// grown to what the traffic needs. One thread at a time.
/// </summary>
public sealed class FactFrame
{
    private long[] _slots = new long[64];
    private ulong[] _present = new ulong[1];
    // Beside the slots, as long as the highest slot that held a decimal asked for; the slot itself holds the key by which it compares.
    private decimal[] _decimals = [];
    private char[] _chars = new char[256];
    private int _slotCount;
    private int _charCount;
    // Of a point few facts say what is asked for (AskedFacts): the JSON of those that have more than their shapes list.
    private readonly (int Slot, long Json)[] _whole = new (int, long)[MostWhole];
    private int _wholeCount;
    // What the rule at hand has worked out, in the units of FactLimits.MaxWorkedOut.
    private int _workedOut;

    /// <summary>The layout by which the frame was filled; null where it was not, or what was put there did not fit.</summary>
    public CompiledLayout? Layout { get; internal set; }

    /// <summary>The greatest number of slots of the facts, list items included; more do not fit.</summary>
    public const int MaxSlots = 1 << 20;

    /// <summary>The greatest number of characters of all texts of the facts together, in UTF-16 units.</summary>
    public const int MaxChars = 1 << 24;

    private const int MostWhole = 4;

    /// <summary>Empties the frame and reserves the slots of a point: its facts and the widest of its tools' regions.</summary>
    /// <param name="slots">How many slots the point takes in place, at most <see cref="MaxSlots"/>.</param>
    public void Reset(int slots)
    {
        _slotCount = 0;
        _charCount = 0;
        _workedOut = 0;
        _wholeCount = 0;
        Layout = null;
        ReserveSlots(slots);
        _present.AsSpan(0, (slots + 63) >> 6).Clear();
    }

    /// <summary>The value in a slot; meaningless unless the slot is present.</summary>
    [PolicyCallable]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Long(int slot) => _slots[slot];

    /// <summary>The truth in a slot.</summary>
    [PolicyCallable]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Bool(int slot) => _slots[slot] != 0;

    /// <summary>The decimal or amount in a slot.</summary>
    [PolicyCallable]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public decimal Decimal(int slot) => _decimals[slot];

    /// <summary>The key by which the decimal or amount in a slot compares with constants (<see cref="DecimalOrder"/>).</summary>
    [PolicyCallable]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long DecimalKey(int slot) => _slots[slot];

    /// <summary>Whether the slot holds a value.</summary>
    [PolicyCallable]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int slot) => (_present[slot >> 6] >> (slot & 63) & 1) != 0;

    /// <summary>The characters of a text handle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<char> Chars(long handle) => _chars.AsSpan(Handle.Start(handle), Handle.Length(handle));

    /// <summary>Writes values of this frame as canonical JSON; made when first asked for.</summary>
    internal CanonicalJson Canonical => field ??= new CanonicalJson();

    /// <summary>Room for a view of one of the texts; made when first asked for.</summary>
    internal TextView View => field ??= new TextView();

    /// <summary>Compares two texts; made when first asked for.</summary>
    internal TextSimilarity Similarity => field ??= new TextSimilarity();

    /// <summary>Tells the language of a text; made when first asked for.</summary>
    internal LanguageIdentifier Languages => field ??= new LanguageIdentifier();

    /// <summary>Looks for the words of one text in others; made when first asked for.</summary>
    internal WordOverlap Overlap => field ??= new WordOverlap();

    /// <summary>Keeps the JSON of a fact that has members which its shape does not list.</summary>
    internal void KeepWhole(int slot, long json) => _whole[_wholeCount++] = (slot, json);

    /// <summary>The JSON of the fact in a slot as it was received, where it has members that its shape does not list; else empty.</summary>
    internal ReadOnlySpan<char> Whole(int slot)
    {
        for (var i = 0; i < _wholeCount; i++)
        {
            if (_whole[i].Slot == slot)
                return Chars(_whole[i].Json);
        }
        return default;
    }

    /// <summary>The presence bits of 64 slots.</summary>
    /// <param name="word">Which 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Presence(int word) => _present[word];

    /// <summary>Puts a value into a slot that <see cref="MarkPresent"/> marks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SetUnmarked(int slot, long value) => _slots[slot] = value;

    /// <summary>Marks several of 64 slots present at once.</summary>
    /// <param name="word">Which 64.</param>
    /// <param name="mask">Their bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void MarkPresent(int word, ulong mask) => _present[word] |= mask;

    /// <summary>How many characters the frame holds.</summary>
    public int CharCount => _charCount;

    /// <summary>Puts a value into a slot and marks it present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int slot, long value)
    {
        _slots[slot] = value;
        _present[slot >> 6] |= 1UL << (slot & 63);
    }

    /// <summary>Puts a decimal into a slot and marks it present.</summary>
    public void Set(int slot, decimal value)
    {
        if (slot >= _decimals.Length)
            Array.Resize(ref _decimals, _slots.Length);
        _decimals[slot] = value;
        Set(slot, DecimalOrder.KeyOf(value));
    }

    /// <summary>Adds characters and gives their handle.</summary>
    /// <returns>The handle, or -1 where the frame would pass <see cref="MaxChars"/>.</returns>
    public long AddText(ReadOnlySpan<char> text) => text.Length > MaxChars - _charCount ? -1 : AddValue(text);

    /// <summary>Adds the characters of a value that is no fact: what a policy writes down or works out, which other bounds hold.</summary>
    public long AddValue(ReadOnlySpan<char> text)
    {
        text.CopyTo(ReserveValue(text.Length));
        return CommitText(text.Length);
    }

    /// <summary>
    /// Room for at least <paramref name="length"/> characters behind those the frame holds, or an empty span where that passes
    /// <see cref="MaxChars"/>.
    /// </summary>
    public Span<char> ReserveText(int length)
    {
        var left = MaxChars - _charCount;
        if (length > left)
            return default;
        // What was worked out on other facts may have left more room than facts may take.
        var room = ReserveValue(length);
        return room.Length > left ? room[..left] : room;
    }

    /// <summary>
    /// Keeps the first <paramref name="length"/> characters written into the span of <see cref="ReserveText"/> and gives their handle.
    /// </summary>
    public long CommitText(int length)
    {
        var handle = Handle.Of(_charCount, length);
        _charCount += length;
        return handle;
    }

    /// <summary>Adds slots for the items of a list, all absent.</summary>
    /// <returns>The first slot, or -1 where the frame would pass <see cref="MaxSlots"/>.</returns>
    public int AddSlots(int count)
    {
        return count > MaxSlots - _slotCount ? -1 : AddValueSlots(count);
    }

    /// <summary>Adds slots for the items of a list that is no fact, all absent, and gives the first.</summary>
    public int AddValueSlots(int count)
    {
        var first = _slotCount;
        ReserveSlots(count);
        for (var slot = first; slot < _slotCount; slot++)
            _present[slot >> 6] &= ~(1UL << (slot & 63));
        return first;
    }

    /// <summary>
    /// Gives a slot that stays absent a value, so that whoever reads it all the same reads nothing left over from other facts.
    /// </summary>
    internal void Fill(int slot, long value)
    {
        _slots[slot] = value;
        if (slot >= _decimals.Length)
            Array.Resize(ref _decimals, _slots.Length);
        _decimals[slot] = 0;
    }

    /// <summary>Marks a slot absent again.</summary>
    public void Clear(int slot) => _present[slot >> 6] &= ~(1UL << (slot & 63));

    private void ReserveSlots(int count)
    {
        var needed = _slotCount + count;
        if (needed > _slots.Length)
            Array.Resize(ref _slots, Math.Max(needed, _slots.Length * 2));
        var words = (needed + 63) >> 6;
        if (words > _present.Length)
            Array.Resize(ref _present, Math.Max(words, _present.Length * 2));
        _slotCount = needed;
    }

    /// <summary>Room for at least so many characters of a value that is no fact.</summary>
    internal Span<char> ReserveValue(int length)
    {
        var needed = checked(_charCount + length);
        if (needed > _chars.Length)
            Array.Resize(ref _chars, Math.Max(needed, Math.Min(MaxChars, _chars.Length * 2)));
        return _chars.AsSpan(_charCount);
    }

    /// <summary>
    /// Takes room for what a rule works out; false where that is more than one may (<see cref="FactLimits.MaxWorkedOut"/>).
    /// </summary>
    internal bool TryWorkOut(long units)
    {
        if (units > FactLimits.MaxWorkedOut - _workedOut)
            return false;
        _workedOut += (int)units;
        return true;
    }

    /// <summary>Adds a text that a rule has worked out; -1 where that is more than one may.</summary>
    internal long AddWorkedOut(ReadOnlySpan<char> text) => TryWorkOut(text.Length) ? AddValue(text) : -1;

    /// <summary>Where the values of the frame end.</summary>
    internal FrameMark Mark() => new(_charCount, _slotCount, _workedOut);

    /// <summary>Lets go of all values behind a mark; nobody holds on to one.</summary>
    internal void Release(FrameMark mark) => (_charCount, _slotCount, _workedOut) = (mark.Chars, mark.Slots, mark.WorkedOut);
}
