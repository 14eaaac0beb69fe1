namespace AirsPolicy.Language.Syntax;

/// <summary>Every word of the language with its spelling and role; lexer, completion and the editors' grammars read it.</summary>
internal static class KeywordTable
{
    private static readonly string[] s_spellings = Spell();

    /// <summary>Every keyword except <see cref="Keyword.None"/>, in the order of the enumeration.</summary>
    public static IReadOnlyList<Keyword> All { get; } = List();

    /// <summary>How the keyword is written; empty for <see cref="Keyword.None"/>.</summary>
    public static string SpellingOf(Keyword keyword) => s_spellings[(int)keyword];

    /// <summary>The keyword with exactly this spelling, else <see cref="Keyword.None"/>.</summary>
    public static Keyword Find(string spelling) => NameTable.KeywordOf(spelling);

    /// <summary>Whether the word is never a declared name.</summary>
    public static bool IsReserved(Keyword keyword) => keyword is > Keyword.None and <= Keyword.False;

    /// <summary>Whether the word opens a declaration.</summary>
    public static bool IsDeclaration(Keyword keyword) => keyword is >= Keyword.System and <= Keyword.Prove;

    /// <summary>Whether the word opens a directive at the top of a file.</summary>
    public static bool IsDirective(Keyword keyword) => keyword is Keyword.Use or Keyword.Extends;

    // The members are numbered without gaps, in the order of their names.
    private static Keyword[] List()
    {
        var all = new Keyword[s_spellings.Length - 1];
        for (var i = 0; i < all.Length; i++)
            all[i] = (Keyword)(i + 1);
        return all;
    }

    // A word is its member's name in lower case; ASCII only, so no culture enters.
    private static string[] Spell()
    {
        var names = Enum.GetNames<Keyword>();
        for (var i = 0; i < names.Length; i++)
            names[i] = i == 0 ? "" : string.Create(names[i].Length, names[i], static (span, name) =>
            {
                for (var c = 0; c < span.Length; c++)
                    span[c] = (char)(name[c] | 0x20);
            });
        return names;
    }
}
