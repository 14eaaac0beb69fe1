namespace AirsPolicy.Runtime.State.Origins;

/// <summary>Up to where it can be told in which texts a value occurs.</summary>
public static class OriginLimits
{
    /// <summary>A value of fewer letters and digits occurs everywhere by chance: where it came from is unclear.</summary>
    public const int ShortestValue = 4;

    /// <summary>The longest value, in bytes as it is spelled: UTF-8, and one byte for each end of a word.</summary>
    public const int LongestValue = 256;

    /// <summary>The longest number in groups, in letters and digits.</summary>
    public const int LongestNumber = 40;

    /// <summary>The most groups, with spaces between, that a number is written in: one more than those of the longest IBAN.</summary>
    public const int MostGroups = 10;

    /// <summary>The most characters (UTF-16) of all texts of a session. With more, where any value came from is unclear.</summary>
    public const int SessionCharacters = 4 * 1024 * 1024;

    /// <summary>
    /// The most characters (UTF-16) of all texts of all sessions. Where a text finds no room, where a value of its session came from is
    /// unclear.
    /// </summary>
    public const long AllCharacters = 256L * 1024 * 1024;

    /// <summary>The most sessions at a time. Of those that find no room, where any value came from is unclear.</summary>
    public const int Sessions = 100_000;

    /// <summary>How many numbers in groups are looked for in a text; the first ones count.</summary>
    /// <param name="characters">The length of the text (UTF-16).</param>
    public static int NumbersIn(int characters) => 16 + characters / 8;
}
