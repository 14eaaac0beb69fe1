using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Unicode;

/// <summary>
/// What is known of each UTF-16 unit, where working it out takes longer than looking it up. Worked out in blocks, when a unit of one is
/// first met. For any number of threads: two of them may make the same block, and one of the two is kept.
/// </summary>
/// <param name="of">What is known of a unit.</param>
internal sealed class UnitTable<T>(Func<char, T> of)
{
    private const int Block = 128;

    private readonly T[]?[] _blocks = new T[]?[(char.MaxValue + 1) / Block];

    /// <summary>What is known of a unit.</summary>
    public T this[char unit]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_blocks[unit / Block] ?? Make(unit / Block))[unit % Block];
    }

    private T[] Make(int number) => _blocks[number] = [.. Enumerable.Range(number * Block, Block).Select(unit => of((char)unit))];
}
