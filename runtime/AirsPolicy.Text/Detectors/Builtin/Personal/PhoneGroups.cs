namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>The groups in which a telephone number is written (ITU-T E.123), read from its first digit.</summary>
internal static class PhoneGroups
{
    /// <summary>The most groups that are read.</summary>
    public const int Most = 10;

    /// <summary>The most digits that are read: those of an international number, its prefix 00 and a trunk prefix in brackets.</summary>
    private const int MostDigits = 18;

    /// <summary>Reads groups with a separator, a bracket, or two of these between them.</summary>
    /// <returns>How many there are, at least one.</returns>
    public static int Read(ReadOnlySpan<char> text, int digit, Span<PhoneGroup> groups)
    {
        int count = 0, digits = 0, at = digit;
        var isOpen = digit > 0 && text[digit - 1] == '(' || digit > 1 && text[digit - 1] == '+' && text[digit - 2] == '(';
        while (count < Most)
        {
            var start = at;
            while (NumberText.IsDigitAt(text, at)) at++;
            digits += at - start;
            if (digits > MostDigits && count > 0) break;
            groups[count++] = new PhoneGroup(start, at);
            var gap = at;
            while (gap < text.Length && gap - at < 2 && IsBetween(text[gap])) gap++;
            if (gap == at || !NumberText.IsDigitAt(text, gap)) break;
            // What goes on in brackets goes on behind them; a bracket that nothing has opened stands behind the number of an item.
            if (text[gap - 1] == '(' && !GoesOnBehindBracket(text, gap)) break;
            isOpen |= text[at] == '(' || text[gap - 1] == '(';
            if (!isOpen && text[at] == ')') break;
            isOpen &= text[gap - 1] == '(' || text[at] != ')' && text[gap - 1] != ')';
            at = gap;
        }
        return count;
    }

    /// <summary>How many digits there are.</summary>
    public static int Digits(ReadOnlySpan<PhoneGroup> groups)
    {
        var digits = 0;
        foreach (var group in groups)
            digits += group.Length;
        return digits;
    }

    /// <summary>
    /// How many of the groups have so many digits together; 0 where they have more or fewer at every border between groups.
    /// </summary>
    public static int Holding(ReadOnlySpan<PhoneGroup> groups, int least, int most)
    {
        int digits = 0, held = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            digits += groups[i].Length;
            if (digits >= least && digits <= most) held = i + 1;
        }
        return held;
    }

    /// <summary>Whether all that stands between the groups is one unit, that one.</summary>
    public static bool IsGap(ReadOnlySpan<char> text, ReadOnlySpan<PhoneGroup> groups, char unit)
    {
        for (var i = 1; i < groups.Length; i++)
        {
            if (groups[i].Start - groups[i - 1].End != 1 || text[groups[i - 1].End] != unit) return false;
        }
        return true;
    }

    /// <summary>Whether the digits at a place stand before a closing bracket, and more digits behind it.</summary>
    public static bool GoesOnBehindBracket(ReadOnlySpan<char> text, int at)
    {
        while (NumberText.IsDigitAt(text, at)) at++;
        if (at >= text.Length || text[at] != ')') return false;
        return NumberText.IsDigitAt(text, at + 1) || NumberText.IsSeparatorAt(text, at + 1) && NumberText.IsDigitAt(text, at + 2);
    }

    private static bool IsBetween(char unit) => NumberText.IsSeparator(unit) || unit is '.' or '/' or '(' or ')';
}
