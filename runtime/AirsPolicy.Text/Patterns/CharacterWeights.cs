namespace AirsPolicy.Text.Patterns;

/// <summary>
/// How often characters stand in ordinary text, roughly, in thousandths. It decides where to look first and never what is found.
/// </summary>
internal static class CharacterWeights
{
    /// <summary>What stands in a text seldom enough that it pays to look for it.</summary>
    public const int Rare = 100;

    /// <summary>What a few signs come to of which most texts have none.</summary>
    public const int Signs = 4;

    private const int Ascii = 128;

    // Which letters are common in other scripts is not known here.
    private const double BeyondAscii = 0.01;

    // Letters of English by their order of frequency; capitals and digits stand for a few in a thousand, punctuation for less.
    private const string Letters = "etaoinsrhldcumfpgwybvkxjqz";

    private static readonly int[] s_letterWeights =
    [
        102,
        75,
        65,
        62,
        57,
        57,
        53,
        49,
        49,
        33,
        33,
        23,
        23,
        20,
        18,
        16,
        16,
        15,
        14,
        12,
        8,
        6,
        2,
        1,
        1,
        1,
    ];

    /// <summary>How often one of a set stands in a text of ASCII.</summary>
    public static int Of(CodePointSet set)
    {
        var weight = 0;
        for (var character = 0; character < Ascii; character++)
        {
            if (set.Contains(character)) weight += Of((char)character);
        }

        return weight;
    }

    /// <summary>How often a character stands in a text of ASCII.</summary>
    public static int Of(char character) => character switch
    {
        ' ' => 170,
        >= 'a' and <= 'z' => s_letterWeights[Letters.IndexOf(character, StringComparison.Ordinal)],
        >= 'A' and <= 'Z' => 1 + s_letterWeights[Letters.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal)] / 20,
        >= '0' and <= '9' => 2,
        '.' or ',' or '\n' => 10,
        '\'' or '"' or '-' => 3,
        >= '!' and <= '~' => 1,
        _ => 0,
    };

    /// <summary>Which part of the characters of an ordinary text it is; never nothing.</summary>
    public static double ShareOf(char character) => character < Ascii ? (1 + 2 * Of(character)) / 2_000.0 : BeyondAscii;
}
