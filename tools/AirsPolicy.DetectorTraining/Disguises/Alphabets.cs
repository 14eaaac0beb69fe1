using System.Text;

namespace AirsPolicy.DetectorTraining.Disguises;

/// <summary>Other characters in place of the letters of a text.</summary>
internal static class Alphabets
{
    private const string Letters = "aeiostAEIOST", LeetDigits = "431057431057";
    private const string Seen = "aceiopsxyABCEHIKMOPTX", Alike = "асеіорѕхуАВСЕНІКМОРТХ";

    // The first capital and the first small letter of an alphabet.
    private static readonly (int Capital, int Small)[] s_forms = [(0xFF21, 0xFF41), (0x1D400, 0x1D41A), (0x1D5D4, 0x1D5EE)];

    public static string Leet(string text) => Mapped(text, Letters, LeetDigits);

    public static string LookAlikes(string text) => Mapped(text, Seen, Alike);

    public static string Forms(string text, int number)
    {
        var (capital, small) = s_forms[number % s_forms.Length];
        return Each(text, rune =>
            rune is >= 'A' and <= 'Z' ? capital + rune - 'A' : rune is >= 'a' and <= 'z' ? small + rune - 'a' : rune);
    }

    public static string Tags(string text) => Each(text, rune => rune is >= ' ' and <= '~' ? 0xE0000 + rune : rune);

    public static string Rot13(string text) => Each(text, rune =>
        rune is >= 'A' and <= 'Z' ? 'A' + (rune - 'A' + 13) % 26 : rune is >= 'a' and <= 'z' ? 'a' + (rune - 'a' + 13) % 26 : rune);

    private static string Mapped(string text, string from, string to) =>
        Each(text, rune => rune <= char.MaxValue && from.IndexOf((char)rune) is >= 0 and var place ? to[place] : rune);

    private static string Each(string text, Func<int, int> change)
    {
        var changed = new StringBuilder();
        foreach (var rune in text.EnumerateRunes()) changed.Append(new Rune(change(rune.Value)).ToString());
        return changed.ToString();
    }
}
