
namespace AirsPolicy.Text.Unicode;

/// <summary>The decimal digits of a text, in which numbers are the same whatever stands between their groups.</summary>
public static class DecimalDigits
{
    /// <summary>Writes the decimal digits of every script as 0 to 9, leaving out all else, and gives how many there are.</summary>
    /// <param name="destination">At least as long as <paramref name="text"/>.</param>
    public static int Write(ReadOnlySpan<char> text, Span<char> destination)
    {
        var written = 0;
        for (var at = 0; Next(text, ref at) is var digit and >= 0;)
            destination[written++] = (char)('0' + digit);
        return written;
    }

    /// <summary>Whether two texts have the same digits, and any at all.</summary>
    public static bool AreSame(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int leftAt = 0, rightAt = 0;
        for (var some = false; ; some = true)
        {
            var digit = Next(left, ref leftAt);
            if (digit != Next(right, ref rightAt)) return false;
            if (digit < 0) return some;
        }
    }

    // The value of the next digit, or -1 where there is none.
    private static int Next(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length)
        {
            var value = CharacterTables.DigitValue(Scalars.First(text[at..], out var length));
            at += length;
            if (value >= 0) return value;
        }
        return -1;
    }
}
