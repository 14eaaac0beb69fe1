namespace AirsPolicy.Runtime.State.Origins;

/// <summary>Numbers by their groups joined.</summary>
internal readonly struct NumberOrder(byte[] spelled) : IComparer<uint>
{
    public int Compare(uint x, uint y)
    {
        Span<byte> left = stackalloc byte[OriginLimits.LongestNumber];
        Span<byte> right = stackalloc byte[OriginLimits.LongestNumber];
        return left[..Join(spelled, x, left)].SequenceCompareTo(right[..Join(spelled, y, right)]);
    }

    /// <summary>Joins the groups of a packed number.</summary>
    public static int Join(byte[] spelled, uint number, Span<byte> joined)
    {
        var (start, length) = GroupedNumber.Of(number);
        return GroupedNumber.Join(spelled.AsSpan(start, length), joined);
    }
}
