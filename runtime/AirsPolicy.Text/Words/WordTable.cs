using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Words;

/// <summary>
/// Numbers by the hashes of words. Of two words with one hash the first stays. Filled once, and then for any number of threads.
/// </summary>
/// <param name="bits">How many bits its size has.</param>
internal sealed class WordTable(int bits)
{
    /// <summary>What is found where a word is not there.</summary>
    public const int None = -1;

    private readonly uint[] _keys = new uint[1 << bits];
    private readonly ushort[] _numbers = new ushort[1 << bits];
    private readonly int _shift = 32 - bits;
    private int _count;

    /// <summary>Adds a word, unless there is one with its hash.</summary>
    public void Add(uint hash, int number)
    {
        var key = WordHash.KeyOf(hash);
        var slot = (int)(key >> _shift);
        for (; _keys[slot] != 0; slot = slot + 1 & _keys.Length - 1)
        {
            if (_keys[slot] == key) return;
        }
        if (++_count == _keys.Length) throw new InvalidOperationException($"The table holds fewer than {_keys.Length} words.");
        (_keys[slot], _numbers[slot]) = (key, (ushort)number);
    }

    /// <summary>The number of a word; <see cref="None"/> where it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint hash)
    {
        var key = WordHash.KeyOf(hash);
        for (var slot = (int)(key >> _shift); _keys[slot] != 0; slot = slot + 1 & _keys.Length - 1)
        {
            if (_keys[slot] == key) return _numbers[slot];
        }
        return None;
    }
}
