namespace AirsPolicy.Runtime.State.Origins;

/// <summary>
/// A number written in groups, as accounts, cards and telephones are: letters, digits and <c>+</c>, divided by single spaces and hyphens,
/// half of them digits or more, the first group with one. Where it stands in what was spelled, and how many bytes it spans.
/// </summary>
/// <param name="Start">Where its first group begins.</param>
/// <param name="Length">The bytes it spans there, marks and dividers among them.</param>
internal readonly record struct GroupedNumber(int Start, int Length)
{
    // A number spans at most twice its letters, and as many marks.
    private const int LengthBits = 7;

    /// <summary>Both in one number, of texts up to 2²⁵ bytes.</summary>
    public uint Packed => (uint)Start << LengthBits | (uint)Length;

    /// <summary>What was packed.</summary>
    public static GroupedNumber Of(uint packed) => new((int)(packed >> LengthBits), (int)(packed & (1 << LengthBits) - 1));

    /// <summary>Whether a character stays when the groups are joined.</summary>
    public static bool IsKept(byte value) => char.IsAsciiLetterOrDigit((char)value) || value == '+';

    /// <summary>Joins the groups.</summary>
    /// <returns>How many characters were written.</returns>
    public static int Join(ReadOnlySpan<byte> spelled, Span<byte> joined)
    {
        var length = 0;
        foreach (var value in spelled)
        {
            if (IsKept(value))
                joined[length++] = value;
        }
        return length;
    }

    /// <summary>The value as one group.</summary>
    /// <returns>How many characters were written; 0 if the whole of it is no such number.</returns>
    public static int Join(Spelling value, Span<byte> joined)
    {
        var walk = new GroupWalk(value.Bytes, 0);
        while (walk.Next(out var length))
        {
            if (length == value.Bytes.Length)
                return Join(value.Bytes, joined);
        }
        return 0;
    }

    /// <summary>Adds the numbers that begin with a word and have more than one group.</summary>
    /// <returns>Whether there was room for all.</returns>
    public static bool Collect(ReadOnlySpan<byte> spelled, int word, int most, List<uint> numbers)
    {
        var walk = new GroupWalk(spelled, word);
        while (walk.Next(out var length))
        {
            if (walk.Groups == 1)
                continue;
            if (numbers.Count >= most)
                return false;
            numbers.Add(new GroupedNumber(word, length).Packed);
        }
        return true;
    }
}
