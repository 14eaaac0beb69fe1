namespace AirsPolicy.Text.Unicode;

/// <summary>Canonical composition of two code points (UAX #15; Hangul by the arithmetic of the core specification, 3.12).</summary>
internal static class CanonicalComposition
{
    private const int
        SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TrailBase = 0x11A7,
        LeadCount = 19, VowelCount = 21, TrailCount = 28;

    // Those that compose with one before them, Hangul aside: most marks do not, and looking for a pair takes long.
    private static readonly UnitTable<bool> s_composes = new(unit => CompositionTable.Second.Contains(unit));

    public static bool TryCompose(int first, int second, out int composite)
    {
        if ((uint)(first - LeadBase) < LeadCount && (uint)(second - VowelBase) < VowelCount)
        {
            composite = SyllableBase + ((first - LeadBase) * VowelCount + (second - VowelBase)) * TrailCount;
            return true;
        }
        // TrailBase itself is no trailing consonant: it stands for "none".
        if ((uint)(first - SyllableBase) < LeadCount * VowelCount * TrailCount && (first - SyllableBase) % TrailCount == 0
            && (uint)(second - TrailBase - 1) < TrailCount - 1)
        {
            composite = first + (second - TrailBase);
            return true;
        }

        composite = 0;
        if (second <= char.MaxValue && !s_composes[(char)second]) return false;
        ReadOnlySpan<int> firsts = CompositionTable.First, seconds = CompositionTable.Second;
        int low = 0, high = firsts.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = firsts[middle] != first ? firsts[middle].CompareTo(first) : seconds[middle].CompareTo(second);
            if (order == 0)
            {
                composite = CompositionTable.Composite[middle];
                return true;
            }
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return false;
    }
}
