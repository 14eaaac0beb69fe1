using System.Runtime.CompilerServices;
using System.Text;

namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>
/// An exact look-up of names by their UTF-8 bytes, frozen when made. The hash reads the length and three bytes; its multiplier is
/// chosen so that the names of the table collide least, and a look-up never allocates.
/// </summary>
internal sealed class NameTable
{
    private readonly string[] _names;
    private readonly byte[][] _utf8;
    // Each with its closing quote; nothing where JSON cannot write the name as it is.
    private readonly byte[]?[] _quoted;
    private readonly int[] _buckets;
    private readonly int[] _next;
    private readonly uint _multiplier;

    public NameTable(IEnumerable<string> names)
    {
        _names = [.. names];
        _utf8 = [.. _names.Select(Encoding.UTF8.GetBytes)];
        _quoted = [.. _utf8.Select(name => IsPlain(name) ? (byte[])[.. name, (byte)'"'] : null)];
        var size = 4;
        while (size < _names.Length * 2)
            size *= 2;
        _multiplier = Spreading(new int[size]);
        _buckets = new int[size];
        _next = new int[_names.Length];
        for (var i = _names.Length - 1; i >= 0; i--)
        {
            ref var bucket = ref _buckets[Hash(_utf8[i], _multiplier) & (uint)(size - 1)];
            _next[i] = bucket;
            bucket = i + 1;
        }
    }

    /// <summary>How many names there are.</summary>
    public int Count => _names.Length;

    /// <summary>The name with that index.</summary>
    public string this[int index] => _names[index];

    /// <summary>The index of a name given as UTF-8, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var i = _buckets[(int)(Hash(name, _multiplier) & (uint)(_buckets.Length - 1))];
        while (i != 0 && !name.SequenceEqual(_utf8[i - 1]))
            i = _next[i - 1];
        return i - 1;
    }

    /// <summary>The index of a name that JSON writes as these bytes, or -1.</summary>
    public int FindPlain(ReadOnlySpan<byte> json) => Find(json) is var index and >= 0 && _quoted[index] is not null ? index : -1;

    /// <summary>The name with that index as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8(int index) => _utf8[index];

    /// <summary>
    /// Whether JSON at <paramref name="at"/> (behind the opening quote) is the name with that index and its closing quote.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool StandsAt(ReadOnlySpan<byte> json, int at, int index, out int length)
    {
        ReadOnlySpan<byte> quoted = _quoted[index];
        length = quoted.Length - 1;
        return length >= 0 && quoted.Length <= json.Length - at && json.Slice(at, quoted.Length).SequenceEqual(quoted);
    }

    // The first multiplier of those with which the names collide least. Most tables need a few attempts, and a host makes many tables.
    private uint Spreading(int[] taken)
    {
        var (best, fewest) = (0u, int.MaxValue);
        for (var i = 0; i < 32 && fewest > 0; i++)
        {
            var multiplier = 0x9E3779B1u + 2u * (uint)i;
            var collisions = CollisionsOf(multiplier, taken, attempt: i + 1);
            if (collisions < fewest)
                (best, fewest) = (multiplier, collisions);
        }
        return best;
    }

    // A place holds the attempt that took it last, so that nothing is cleared in between.
    private int CollisionsOf(uint multiplier, int[] taken, int attempt)
    {
        var collisions = 0;
        foreach (var name in _utf8)
        {
            ref var place = ref taken[Hash(name, multiplier) & (uint)(taken.Length - 1)];
            collisions += place == attempt ? 1 : 0;
            place = attempt;
        }
        return collisions;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<byte> name, uint multiplier)
    {
        if (name.IsEmpty)
            return 0;
        var mixed = (uint)name[0] | ((uint)name[name.Length / 2] << 8) | ((uint)name[^1] << 16) | ((uint)name.Length << 24);
        mixed *= multiplier;
        return mixed ^ (mixed >> 15);
    }

    // A name that JSON cannot write as it is would be taken for a shorter one followed by something malformed.
    private static bool IsPlain(byte[] name) =>
        !name.AsSpan().ContainsAny((byte)'"', (byte)'\\') && !name.AsSpan().ContainsAnyInRange((byte)0, (byte)0x1F);
}
