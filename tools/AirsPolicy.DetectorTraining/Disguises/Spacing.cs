using System.Text;

namespace AirsPolicy.DetectorTraining.Disguises;

/// <summary>What is put between the letters of a text, or between its words.</summary>
internal static class Spacing
{
    private static readonly string[] s_separators = [".", "-", "\U0001F525", "_", "*"];
    private static readonly string[] s_signs = ["\U0001F525", "\u2605", "_", "\U0001F44D\U0001F3FD", " | ", "\u2764\uFE0F", "~"];
    private static readonly string[] s_unseen = ["\u200B", "\u0301", "\u2060", "\u00AD", "\u0336"];

    /// <summary>What stands between letters.</summary>
    public static string Separator(int number) => s_separators[number % s_separators.Length];

    /// <summary>What stands for a space.</summary>
    public static string Sign(int number) => s_signs[number % s_signs.Length];

    /// <summary>Puts something between the characters of each word, and something else between words.</summary>
    public static string Between(string text, string letters, string words) =>
        string.Join('\n', text.Split('\n').Select(line => BetweenInLine(line, letters, words)));

    private static string BetweenInLine(string line, string letters, string words) =>
        string.Join(words, line.Split(' ').Select(word => string.Join(letters, word.EnumerateRunes())));

    /// <summary>Puts what nobody sees behind every second letter within words.</summary>
    public static string Unseen(string text, int number)
    {
        var unseen = s_unseen[number % s_unseen.Length];
        var changed = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            changed.Append(text[at]);
            if (at % 2 == 1 && at + 1 < text.Length && char.IsLetter(text[at]) && char.IsLetter(text[at + 1])) changed.Append(unseen);
        }
        return changed.ToString();
    }
}
