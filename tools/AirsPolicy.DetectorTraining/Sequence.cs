namespace AirsPolicy.DetectorTraining;

/// <summary>Numbers that look random and are the same on every platform and version (SplitMix64).</summary>
internal sealed class Sequence(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to less than <paramref name="count"/>.</summary>
    public int Below(int count)
    {
        var value = _state += 0x9E3779B97F4A7C15;
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return (int)((value ^ value >> 31) % (ulong)count);
    }

    public void Shuffle(int[] items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
