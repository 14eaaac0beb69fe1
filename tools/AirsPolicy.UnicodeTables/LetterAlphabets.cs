namespace AirsPolicy.UnicodeTables;

/// <summary>
/// Alphabets that spell Latin words in other characters and that neither a decomposition nor a prototype of UTS #39 leads back: read by
/// those who write in disguise, and by models.
/// </summary>
internal static class LetterAlphabets
{
    // Small capitals are letters of phonetics, not capitals made small. There is none of x.
    private const string SmallCapitals =
        "\u1D00\u0299\u1D04\u1D05\u1D07\uA730\u0262\u029C\u026A\u1D0A\u1D0B\u029F\u1D0D\u0274\u1D0F\u1D18\uA7AF\u0280\uA731\u1D1B\u1D1C\u1D20\u1D21x\u028F\u1D22";

    // The first of 26 characters each: negative circled and squared capitals, and regional indicators (a flag is the two letters of its
    // country).
    private static readonly int[] s_alphabets = [0x1F150, 0x1F170, 0x1F1E6];

    // Letters of Deseret stand for sounds, and their names say which. In the order of the code points, from the capitals and the small
    // letters on.
    private static readonly int[] s_deseret = [0x10400, 0x10428];

    private static readonly string[] s_sounds =
    [
        "i", "e", "a", "a", "o", "u", "i", "e", "a", "a", "o", "u", "ai", "ow", "w", "y", "h", "p", "b", "t",
        "d", "ch", "j", "k", "g", "f", "v", "th", "th", "s", "z", "sh", "zh", "r", "l", "m", "n", "ng", "oi", "ew",
    ];

    /// <summary>What each character stands for. A look-alike of another letter, among those of Deseret, stays what it looks like.</summary>
    public static void AddTo(Dictionary<int, int[]> lookAlikes)
    {
        for (var letter = 0; letter < 26; letter++)
        {
            foreach (var first in s_alphabets)
                lookAlikes.Add(first + letter, ['a' + letter]);
            if (SmallCapitals[letter] > 0x7F)
                lookAlikes[SmallCapitals[letter]] = ['a' + letter];
        }
        foreach (var first in s_deseret)
        {
            for (var letter = 0; letter < s_sounds.Length; letter++)
                lookAlikes.TryAdd(first + letter, [.. s_sounds[letter]]);
        }
    }
}
