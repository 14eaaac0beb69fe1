using AirsPolicy.Language.Syntax;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>Where in the grammar a cursor stands, as far as the text before it says.</summary>
/// <param name="Replaces">The word at the cursor.</param>
/// <param name="Blocks">The tokens in front of each bracket that is open, the outermost first, closed pairs folded into one token.</param>
/// <param name="Inner">The tokens since the innermost open bracket, or since the file began.</param>
internal sealed record CursorContext(TextSpan Replaces, IReadOnlyList<OpenBracket> Blocks, IReadOnlyList<CursorToken> Inner)
{
    /// <summary>The token before the word at the cursor, or null.</summary>
    public CursorToken? Previous => Inner.Count > 0 ? Inner[^1] : null;

    /// <summary>The innermost open bracket, or null at the top of the file.</summary>
    public OpenBracket? Innermost => Blocks.Count > 0 ? Blocks[^1] : null;

    /// <summary>The last token before the cursor that is this word or sign, or -1.</summary>
    public int LastIndexOf(Func<CursorToken, bool> wanted)
    {
        for (var i = Inner.Count - 1; i >= 0; i--)
        {
            if (wanted(Inner[i]) && !IsDotted(i))
                return i;
        }

        return -1;
    }

    // In 'args.amount' no word is a word of the language.
    private bool IsDotted(int index) => (index > 0 && Inner[index - 1].Is(".")) || (index + 1 < Inner.Count && Inner[index + 1].Is("."));

    /// <summary>The context of a position, or null inside a literal or a comment.</summary>
    public static CursorContext? At(string text, int position)
    {
        if (CursorScanner.Scan(text, position) is not { } tokens)
            return null;
        var replaces = new TextSpan(position, position);
        if (tokens is [.., { Kind: CursorTokenKind.Word } typed] && typed.Span.End == position)
        {
            replaces = new TextSpan(typed.Span.Start, CursorScanner.EndOfWord(text, position));
            tokens.RemoveAt(tokens.Count - 1);
        }

        var blocks = new List<OpenBracket>();
        var inner = new List<CursorToken>();
        foreach (var token in tokens)
        {
            // As in the parser, a declaration in the first column closes what is still open.
            if (blocks.Count > 0 && OpensDeclaration(text, token))
            {
                inner = [.. blocks[0].Before, Folded(blocks[0].Span, token.Span.Start)];
                blocks.Clear();
            }

            if (token.Is("{") || token.Is("(") || token.Is("["))
            {
                blocks.Add(new OpenBracket(token.Text[0], token.Span, inner));
                inner = [];
            }
            else if (blocks.Count > 0 && token.Text[0] == Closing(blocks[^1].Kind))
            {
                inner = [.. blocks[^1].Before, Folded(blocks[^1].Span, token.Span.End)];
                blocks.RemoveAt(blocks.Count - 1);
            }
            else
            {
                inner.Add(token);
            }
        }

        return new CursorContext(replaces, blocks, inner);
    }

    private static CursorToken Folded(TextSpan open, int end) => new(CursorTokenKind.Group, "{}", new TextSpan(open.Start, end));

    private static char Closing(char open) => open switch
    {
        '{' => '}',
        '[' => ']',
        _ => ')',
    };

    private static bool OpensDeclaration(string text, CursorToken token) =>
        token.Kind == CursorTokenKind.Word
        && (token.Span.Start == 0 || text[token.Span.Start - 1] is '\n' or '\r')
        && KeywordTable.IsDeclaration(KeywordTable.Find(token.Text));
}

/// <summary>A bracket that is open at the cursor.</summary>
/// <param name="Kind">One of <c>{ [ (</c>.</param>
/// <param name="Span">The bracket.</param>
/// <param name="Before">The tokens in front of it, back to the bracket around it.</param>
internal sealed record OpenBracket(char Kind, TextSpan Span, IReadOnlyList<CursorToken> Before)
{
    public CursorToken? Previous => Before.Count > 0 ? Before[^1] : null;
}
