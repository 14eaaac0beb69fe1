using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>
/// One change of the tokens of a file at random: one is deleted, doubled, exchanged with another or replaced by it, or a keyword is put in.
/// </summary>
internal static class TokenChanges
{
    public static string Apply(SyntaxTree tree, Random random)
    {
        var tokens = tree.Root.Tokens().Where(token => token.Span.Length > 0).ToList();
        if (tokens.Count == 0)
            return tree.Source.Content;
        var (at, other) = (random.Next(tokens.Count), random.Next(tokens.Count));
        var texts = tokens.Select(token => token.Text).ToArray();
        switch (random.Next(5))
        {
            case 0:
                texts[at] = "";
                break;
            case 1:
                texts[at] += " " + texts[at];
                break;
            case 2:
                (texts[at], texts[other]) = (texts[other], texts[at]);
                break;
            case 3:
                texts[at] = texts[other];
                break;
            default:
                texts[at] = $"{KeywordTable.SpellingOf(KeywordTable.All[random.Next(KeywordTable.All.Count)])} {texts[at]}";
                break;
        }

        // What lies between tokens stays, so that lines and columns do.
        return string.Concat(tokens.Select((token, i) => (i == 0 ? tree.Source.Content[..token.Span.Start] : "") + texts[i]
            + tree.Source.Content[token.Span.End..(i + 1 < tokens.Count ? tokens[i + 1].Span.Start : tree.Source.Length)]));
    }
}
