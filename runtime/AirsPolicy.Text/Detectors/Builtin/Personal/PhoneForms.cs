using AirsPolicy.Text.Detectors.Builtin.Checks;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>The forms by which a telephone number is known without a word for it.</summary>
internal static class PhoneForms
{
    /// <summary>Where the longest number ends that begins there and has one of the forms, or 0.</summary>
    public static int EndOfForm(ReadOnlySpan<char> text, int start, ReadOnlySpan<PhoneGroup> groups)
    {
        if (groups[0].Start > 0 && text[groups[0].Start - 1] == '+') return EndOfInternational(text, groups, groups[0].Start);
        // The rest of a longer number, or of an IBAN.
        if (start >= 2 && text[start] != '(' && text[start - 1] == ' ' && char.IsAsciiDigit(text[start - 2])) return 0;
        var first = text[groups[0].Start..groups[0].End];
        if (first.StartsWith("00", StringComparison.Ordinal) && first.Length <= 6 && groups.Length > 1)
            return EndOfInternational(text, groups, first.Length == 2 ? groups[1].Start : groups[0].Start + 2);
        if (first[0] == '0') return EndOfNational(text, groups);
        return EndOfNorthAmerican(text, groups) is > 0 and var end ? end : EndOfMobile(groups);
    }

    /// <summary>Whether the first groups are a day, as 21.05.2021 or 2021-05-21.</summary>
    public static bool IsDate(ReadOnlySpan<char> text, ReadOnlySpan<PhoneGroup> groups)
    {
        if (groups.Length < 3) return false;
        var (a, b, c) = (groups[0].Length, groups[1].Length, groups[2].Length);
        if (a == 4) return b <= 2 && c <= 2 && CheckDigits.Number(text[groups[0].Start..groups[0].End]) is > 1000 and < 2200;
        return a <= 2 && b <= 2 && c == 4 && CheckDigits.Number(text[groups[2].Start..groups[2].End]) is > 1000 and < 2200;
    }

    // E.164: at most fifteen digits behind the plus, the code of a country first; a trunk prefix in brackets is not among them.
    private static int EndOfInternational(ReadOnlySpan<char> text, ReadOnlySpan<PhoneGroup> groups, int code)
    {
        if (!CountryCodes.Begin(text[code..]) || text[code] == '0') return 0;
        var prefix = code == groups[0].Start ? 0 : 2;
        var held = text[code] == '1'
            ? PhoneGroups.Holding(groups, 11 + prefix, 11 + prefix)
            : PhoneGroups.Holding(groups, 8 + prefix, 15 + prefix);
        return held == 0 ? 0 : groups[held - 1].End;
    }

    private static int EndOfNational(ReadOnlySpan<char> text, ReadOnlySpan<PhoneGroup> groups)
    {
        if (groups.Length < 2 || groups[0].Length is < 2 or > 6 || IsDate(text, groups)) return 0;
        // Of nine digits many other numbers are made, but not in two, three and four.
        if (IsInTwoThreeFour(groups) && text[groups[0].Start + 1] != '0')
            return PhoneGroups.IsGap(text, groups, ' ') || PhoneGroups.IsGap(text, groups, '-') ? groups[2].End : 0;
        var held = PhoneGroups.Holding(groups, groups.Length == 2 && groups[0].Length <= 3 ? 9 : 10, 11);
        return held >= 2 && !IsInFours(groups[..held]) && !PhoneGroups.IsGap(text, groups[..held], '/') ? groups[held - 1].End : 0;
    }

    // NXX NXX XXXX, N from 2 to 9, the area in brackets or points or hyphens between; perhaps 1 before.
    private static int EndOfNorthAmerican(ReadOnlySpan<char> text, ReadOnlySpan<PhoneGroup> groups)
    {
        if (groups[0].Length == 1 && text[groups[0].Start] == '1') groups = groups[1..];
        if (groups.Length < 3 || groups[0].Length != 3 || groups[1].Length != 3 || groups[2].Length != 4) return 0;
        if (text[groups[0].Start] is '0' or '1' || text[groups[1].Start] is '0' or '1') return 0;
        var (first, second) = (text[groups[0].End], text[groups[1].End]);
        return first == ')' || first == second && first is not (' ' or '/') ? groups[2].End : 0;
    }

    private static bool IsInTwoThreeFour(ReadOnlySpan<PhoneGroup> groups) =>
        groups.Length == 3 && groups[0].Length == 2 && groups[1].Length == 3 && groups[2].Length == 4;

    // The rest of an account number that is written in groups of four.
    private static bool IsInFours(ReadOnlySpan<PhoneGroup> groups)
    {
        foreach (var group in groups[..^1])
        {
            if (group.Length != 4) return false;
        }
        return groups.Length > 2 && groups[^1].Length < 4;
    }

    // The groups 3, 3, 2, 2 are those of Turkey and its neighbours, and of nothing else that is known.
    private static int EndOfMobile(ReadOnlySpan<PhoneGroup> groups) =>
        groups.Length == 4 && groups[0].Length == 3 && groups[1].Length == 3 && groups[2].Length == 2 && groups[3].Length == 2
            ? groups[3].End
            : 0;
}
