namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>The lists and records of <c>enum</c> and <c>const</c>, as canonical JSON: two values are equal exactly where that is.</summary>
/// <param name="Part">The schema.</param>
internal sealed record CompositeListTest(ulong Part, byte[][] Values)
{
    public bool Holds(ReadOnlySpan<byte> canonical)
    {
        foreach (var value in Values)
        {
            if (canonical.SequenceEqual(value))
                return true;
        }
        return false;
    }
}
