using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>Which declaration the tokens at the top of a file, or in front of its block, belong to.</summary>
internal static class DeclarationContext
{
    /// <summary>
    /// The keyword of the last declaration or directive that <paramref name="tokens"/> hold, with its index; none before the first.
    /// </summary>
    public static (Keyword Keyword, int Index) Last(IReadOnlyList<CursorToken> tokens)
    {
        // 'tier', 'label', 'queue' and the like also stand inside declarations; there they follow another word of it, never a finished one.
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var keyword = tokens[i].Kind == CursorTokenKind.Word ? KeywordTable.Find(tokens[i].Text) : Keyword.None;
            if ((KeywordTable.IsDeclaration(keyword) || KeywordTable.IsDirective(keyword)) && CanStart(tokens, i))
                return (keyword, i);
            if (i == 0 && keyword is Keyword.Policy or Keyword.Library)
                return (keyword, 0);
        }

        return (Keyword.None, -1);
    }

    // A declaration begins where the one before it can have ended: behind a block, a literal or a name, not behind a sign.
    private static bool CanStart(IReadOnlyList<CursorToken> tokens, int index)
    {
        if (index == 0)
            return true;
        var before = tokens[index - 1];
        return before.Kind != CursorTokenKind.Punctuation
            ? KeywordTable.Find(before.Text) is var word
                && !KeywordTable.IsDeclaration(word)
                && !KeywordTable.IsDirective(word)
                && !KeywordTable.IsReserved(word)
            : before.Is("?") || before.Is("*") || before.Is("+");
    }
}
