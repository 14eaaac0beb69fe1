
namespace AirsPolicy.DetectorTraining.Disguises;

/// <summary>The characters of a text in another order.</summary>
internal static class Orders
{
    private const int WordsToATypo = 3;

    public static string Reversed(string text) => string.Concat(text.EnumerateRunes().Reverse());

    /// <summary>In one word of three, letters swapped, one left out, one doubled, in turns.</summary>
    public static string Typos(string text, int number) =>
        string.Join(' ', text.Split(' ').Select((word, place) => (place + number) % WordsToATypo == 0 ? Typo(word, place + number) : word));

    private static string Typo(string word, int number)
    {
        var middle = word.Length / 2;
        if (word.Length < 4 || !char.IsAsciiLetter(word[middle]) || !char.IsAsciiLetter(word[middle - 1])) return word;
        return (number / WordsToATypo % 3) switch
        {
            0 => $"{word[..(middle - 1)]}{word[middle]}{word[middle - 1]}{word[(middle + 1)..]}",
            1 => word.Remove(middle, 1),
            _ => word.Insert(middle, word[middle].ToString()),
        };
    }
}
