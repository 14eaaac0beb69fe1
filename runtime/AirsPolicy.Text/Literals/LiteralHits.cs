namespace AirsPolicy.Text.Literals;

/// <summary>
/// Where the literals of each owner stand in a text, from left to right. A scratch with a bound that grows with the text: of an owner whose
/// literals stand in more places than are kept it is only known that they do, and it has to look at the whole text.
/// </summary>
internal sealed class LiteralHits
{
    // Beyond one place in so many units the whole text is looked at as quickly. Together they take no more than twice the memory of the
    // text.
    private const int LeastOfOwner = 256, UnitsOfOwner = 64;
    private const int LeastOfAll = 4_096, UnitsOfAll = 4;

    /// <summary>Instead of a place: anywhere.</summary>
    private const int Everywhere = int.MaxValue;

    // The owner in the upper half and the place in the lower, so that the order of the numbers is the one wanted.
    private long[] _hits = new long[32];
    private int[] _counts = [];
    private int _count;
    private int _owners;
    private int _mostOfOwner;
    private int _mostOfAll;

    /// <summary>Begins with another text.</summary>
    /// <param name="owners">More than any number of an owner.</param>
    /// <param name="units">The length of the text.</param>
    public void Begin(int owners, int units)
    {
        _mostOfOwner = LeastOfOwner + units / UnitsOfOwner;
        _mostOfAll = LeastOfAll + units / UnitsOfAll;
        if (_counts.Length < owners) _counts = new int[owners];
        Array.Clear(_counts, 0, _owners);
        _owners = owners;
        _count = 0;
    }

    /// <summary>A place, in any order.</summary>
    public void Add(int owner, int place)
    {
        ref var count = ref _counts[owner];
        if (count == _mostOfOwner || _count >= _mostOfAll)
        {
            AddEverywhere(owner);
        }
        else if (count < _mostOfOwner)
        {
            count++;
            Push(owner, Math.Max(0, place));
        }
    }

    /// <summary>The literals of an owner may stand anywhere.</summary>
    public void AddEverywhere(int owner)
    {
        if (_counts[owner] > _mostOfOwner) return;
        _counts[owner] = _mostOfOwner + 1;
        Push(owner, Everywhere);
    }

    /// <summary>Brings the places in order, once all are added.</summary>
    public void Settle() => _hits.AsSpan(0, _count).Sort();

    /// <summary>
    /// The first owner from a number on of whom a literal stands in the text; <see cref="int.MaxValue"/> where there is none.
    /// </summary>
    public int OwnerFrom(int owner)
    {
        var index = IndexOf(owner);
        return index < _count ? (int)(_hits[index] >> 32) : int.MaxValue;
    }

    /// <summary>The places of an owner.</summary>
    public LiteralPlaces Of(int owner)
    {
        var first = IndexOf(owner);
        var end = first;
        while (end < _count && (int)(_hits[end] >> 32) == owner) end++;
        var anywhere = end > first && (int)_hits[end - 1] == Everywhere;
        return new LiteralPlaces(_hits.AsSpan(first, end - first), anywhere);
    }

    private void Push(int owner, int place)
    {
        if (_count == _hits.Length) Array.Resize(ref _hits, 2 * _count);
        _hits[_count++] = (long)owner << 32 | (uint)place;
    }

    private int IndexOf(int owner)
    {
        int low = 0, high = _count;
        var wanted = (long)owner << 32;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_hits[middle] < wanted) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>Where the literals of one owner stand.</summary>
/// <param name="hits">The places, in the lower halves, ascending.</param>
/// <param name="anywhere">They may stand in other places too.</param>
internal readonly ref struct LiteralPlaces(ReadOnlySpan<long> hits, bool anywhere)
{
    private readonly ReadOnlySpan<long> _hits = hits;

    public bool Anywhere { get; } = anywhere;

    public int Count => _hits.Length;

    public int this[int index] => (int)_hits[index];
}
