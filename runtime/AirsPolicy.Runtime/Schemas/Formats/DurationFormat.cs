namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>A duration of RFC 3339 appendix A: units from large to small with none left out between, or weeks alone.</summary>
internal static class DurationFormat
{
    public static bool Fits(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != 'P')
            return false;
        var at = text.IndexOf('T');
        if (at < 0)
            return AreUnits(text[1..], "YMD") || AreUnits(text[1..], "W");
        return (at == 1 || AreUnits(text[1..at], "YMD")) && AreUnits(text[(at + 1)..], "HMS");
    }

    // At least one number with its unit; the units stand beside one another in the list.
    private static bool AreUnits(ReadOnlySpan<char> text, string units)
    {
        var last = -1;
        do
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0)
                return false;
            var unit = units.IndexOf(text[digits], StringComparison.Ordinal);
            if (unit < 0 || (last >= 0 && unit != last + 1))
                return false;
            last = unit;
            text = text[(digits + 1)..];
        }
        while (!text.IsEmpty);
        return true;
    }
}
