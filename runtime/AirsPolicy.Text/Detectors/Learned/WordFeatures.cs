using System.Numerics;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>Words alone, in pairs and in threes, from one block of a text after the other.</summary>
internal ref struct WordFeatures
{
    /// <summary>How many cells are needed of each kind.</summary>
    public const int Cells = MostBefore + FeatureBlock.Length + WordBuckets.Together;

    private const int MostBefore = BlockWords.Longest - 1;
    private const int Unrolled = 4;

    // Of up to two words before the block and then of its own; there may be one more start, of a word that ends in the next.
    private readonly Span<int> _starts;
    private readonly Span<int> _ends;
    private readonly Span<ulong> _hashes;
    private int _before, _started, _ended;

    /// <param name="starts">Room, as all that follow, of <see cref="Cells"/>.</param>
    public WordFeatures(Span<int> starts, Span<int> ends, Span<ulong> hashes)
    {
        _starts = starts;
        _ends = ends;
        _hashes = hashes;
    }

    /// <summary>The words that end in a block of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="offset">Where it begins in the text.</param>
    /// <param name="block">Where in the chunk the block begins.</param>
    /// <param name="buckets">Takes the numbers of their features; and room for <see cref="WordBuckets.Together"/> more.</param>
    public BlockWords Read(in LetterChunk chunk, int offset, int block, Span<uint> buckets)
    {
        Forget();
        for (var unit = block; unit < block + FeatureBlock.Length && unit < chunk.Count; unit += LetterChunk.UnitsOfBits)
        {
            _started = Write(chunk.StartsAt(unit / LetterChunk.UnitsOfBits), offset + unit, _starts, _started);
            _ended = Write(chunk.EndsAt(unit / LetterChunk.UnitsOfBits), offset + unit + 1, _ends, _ended);
        }

        var hashes = _hashes[.._ended];
        var ends = _ends[.._ended];
        var known = chunk.Hashes;
        for (var word = _before; word < hashes.Length; word++) hashes[word] = known[ends[word] - offset - 1];
        var words = new BlockWords(_starts[.._ended], ends[_before..], _before);
        WordBuckets.Write(_hashes, words, _before, buckets);
        return words;
    }

    // The places of bits, a few more of which are written than there are: a branch for each would be guessed wrong too often.
    private static int Write(ulong bits, int offset, Span<int> places, int count)
    {
        var end = count + BitOperations.PopCount(bits);
        for (; count < end; count += Unrolled)
        {
            var four = places.Slice(count, Unrolled);
            four[0] = offset + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            four[1] = offset + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            four[2] = offset + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            four[3] = offset + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
        }

        return end;
    }

    // All words but the last two that have ended.
    private void Forget()
    {
        var forgotten = Math.Max(0, _ended - MostBefore);
        _starts[forgotten.._started].CopyTo(_starts);
        _hashes[forgotten.._ended].CopyTo(_hashes);
        _started -= forgotten;
        _before = _ended -= forgotten;
    }
}
