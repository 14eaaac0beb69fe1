using AirsPolicy.Collections;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>How files of the catalogue write the values of an enumeration: in small letters, with '_' between words.</summary>
internal static class CatalogueWords
{
    /// <summary>The words of an enumeration, in the order of their values.</summary>
    public static ValueList<string> Of<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(WordOf).ToValueList();

    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => WordOf(value.ToString());

    /// <summary>The value of a word, or null.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
                return value;
        }
        return null;
    }

    private static string WordOf(string name) =>
        string.Concat(name.Select((unit, at) =>
            at > 0 && char.IsAsciiLetterUpper(unit) ? $"_{char.ToLowerInvariant(unit)}" : $"{char.ToLowerInvariant(unit)}"));
}
