using System.Globalization;

namespace AirsPolicy.Runtime.Numbers;

/// <summary>
/// Sizes as the language writes them: a number and <c>B</c>, <c>KiB</c>, <c>MiB</c>, <c>GiB</c>, <c>TiB</c>, or the decimal <c>KB</c>,
/// <c>MB</c>, <c>GB</c>, <c>TB</c>. Values are bytes, not negative.
/// </summary>
public static class SizeText
{
    private static readonly (string Unit, long Bytes)[] s_units =
    [
        ("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10),
        ("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000),
        ("B", 1),
    ];

    /// <summary>Reads a size such as <c>64KiB</c> or <c>1.5MiB</c>.</summary>
    /// <returns>False where the text is no size, is not a whole number of bytes, or is out of range.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out long bytes)
    {
        bytes = 0;
        if (!UnitText.TryTakeNumber(ref text, out var number))
            return false;
        foreach (var (unit, size) in s_units)
        {
            if (text.SequenceEqual(unit))
                return UnitText.TryScale(number, size, out bytes);
        }
        return false;
    }

    /// <summary>
    /// The one way a size is written: the greatest binary unit of which it is a whole multiple (<c>64KiB</c>, <c>1000B</c>).
    /// </summary>
    public static string Format(long bytes)
    {
        foreach (var (unit, size) in s_units.AsSpan(0, 4))
        {
            if (bytes != 0 && bytes % size == 0)
                return (bytes / size).ToString(CultureInfo.InvariantCulture) + unit;
        }
        return bytes.ToString(CultureInfo.InvariantCulture) + "B";
    }
}
