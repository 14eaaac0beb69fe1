using AirsPolicy.Text.Detectors.Builtin.Checks;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>The country codes that are assigned (ITU, List of ITU-T Recommendation E.164 assigned country codes).</summary>
internal static class CountryCodes
{
    /// <summary>Whether a number begins with one. No code begins with another.</summary>
    public static bool Begin(ReadOnlySpan<char> number)
    {
        if (number.Length < 3 || number[0] is '1' or '7') return number.Length >= 3;
        if (!char.IsAsciiDigit(number[0]) || !char.IsAsciiDigit(number[1])) return false;
        return IsOfTwo(CheckDigits.Number(number[..2])) || char.IsAsciiDigit(number[2]) && IsOfThree(CheckDigits.Number(number[..3]));
    }

    private static bool IsOfTwo(int code) =>
        code
            is 20
                or 27
                or (>= 30 and <= 34)
                or 36
                or 39
                or 40
                or 41
                or (>= 43 and <= 49)
                or (>= 51 and <= 58)
                or (>= 60 and <= 66)
                or 81
                or 82
                or 84
                or 86
                or (>= 90 and <= 95)
                or 98;

    private static bool IsOfThree(int code) =>
        code
            is (>= 211 and <= 213)
                or 216
                or 218
                or (>= 220 and <= 269)
                or 290
                or 291
                or (>= 297 and <= 299)
                or (>= 350 and <= 359)
                or (>= 370 and <= 383)
                or (>= 385 and <= 387)
                or 389
                or 420
                or 421
                or 423
                or (>= 500 and <= 509)
                or (>= 590 and <= 599)
                or 670
                or (>= 672 and <= 692)
                or 800
                or 808
                or 850
                or 852
                or 853
                or 855
                or 856
                or 870
                or 878
                or (>= 880 and <= 883)
                or 886
                or 888
                or (>= 960 and <= 968)
                or (>= 970 and <= 977)
                or 979
                or (>= 992 and <= 996)
                or 998;
}
