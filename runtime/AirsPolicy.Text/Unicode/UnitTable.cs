using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AirsPolicy.Text.Unicode;

/// <summary>
/// What is known of each UTF-16 unit, where working it out takes longer than looking it up. Worked out in blocks, when a unit of one is
/// first met. For any number of threads: two of them may work out the same block, and write the same.
/// </summary>
/// <param name="of">What is known of a unit.</param>
internal sealed class UnitTable<T>(Func<char, T> of)
{
    private const int Units = char.MaxValue + 1;
    private const int Block = 128;

    private readonly T[] _values = new T[Units];
    private readonly bool[] _isMade = new bool[Units / Block];

    /// <summary>What is known of a unit.</summary>
    public T this[char unit]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (!Volatile.Read(ref _isMade[unit / Block])) Make(unit / Block);
            return Made(unit);
        }
    }

    /// <summary>The same of a unit whose block has been met; the default of others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Made(char unit) =>
        // There are as many values as units.
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), unit);

    private void Make(int number)
    {
        for (var unit = number * Block; unit < (number + 1) * Block; unit++) _values[unit] = of((char)unit);
        Volatile.Write(ref _isMade[number], true);
    }
}
