using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Grammars;

/// <summary>The words of the language in the groups that editors colour alike.</summary>
internal static class WordGroups
{
    /// <summary>Words that open a file, a directive or a declaration.</summary>
    public static IReadOnlyList<string> Declarations { get; } =
        Spell(word => word is Keyword.Policy or Keyword.Library || KeywordTable.IsDirective(word) || KeywordTable.IsDeclaration(word));

    /// <summary>Words that are never names: operators and the frame of a rule.</summary>
    public static IReadOnlyList<string> Reserved { get; } =
        Spell(word => KeywordTable.IsReserved(word) && word is not (Keyword.True or Keyword.False));

    public static IReadOnlyList<string> Constants { get; } = Spell(word => word is Keyword.True or Keyword.False);

    /// <summary>Effects and outcomes.</summary>
    public static IReadOnlyList<string> Effects { get; } = Spell(IsEffect);

    /// <summary>All other words, which mean something in their place.</summary>
    public static IReadOnlyList<string> Members { get; } = Spell(word =>
        !KeywordTable.IsReserved(word) && !IsEffect(word) && word is not (Keyword.Policy or Keyword.Library)
        && !KeywordTable.IsDirective(word) && !KeywordTable.IsDeclaration(word));

    private static bool IsEffect(Keyword word) => word is >= Keyword.Flag and <= Keyword.Amend;

    private static List<string> Spell(Func<Keyword, bool> wanted) =>
        [.. KeywordTable.All.Where(wanted).Select(KeywordTable.SpellingOf).Order(StringComparer.Ordinal)];
}
