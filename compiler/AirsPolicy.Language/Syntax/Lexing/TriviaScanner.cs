using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>Cuts the text between two tokens into trivia when somebody asks: most trivia nobody does.</summary>
internal static class TriviaScanner
{
    public static IReadOnlyList<SyntaxTrivia> Scan(SourceText source, int start, int end)
    {
        if (start >= end)
            return [];
        var text = source.Content;
        var trivia = new List<SyntaxTrivia>();
        Lexer? lexer = null;
        while (start < end)
        {
            var unit = text[start];
            var (kind, next) = unit switch
            {
                '\n' or '\r' => (TriviaKind.LineBreak, CharacterClass.AfterLineBreak(text, start)),
                '/' when start + 1 < end && text[start + 1] == '/' => (CommentKind(text, start), CharacterClass.EndOfLine(text, start)),
                _ when IsSpace(unit) => (TriviaKind.WhiteSpace, EndOfSpace(text, start, end)),
                _ => (TriviaKind.Skipped, (lexer ??= LexerOf(source)).EndOfToken(start)),
            };
            next = Math.Min(next, end);
            trivia.Add(new SyntaxTrivia(kind, new TextSpan(start, next)));
            start = next;
        }

        return trivia;
    }

    private static bool IsSpace(char unit) => unit is ' ' or '\t' || CharacterClass.IsGap(unit);

    private static int EndOfSpace(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start]))
            start++;
        return start;
    }

    // Four slashes are a rule across the page, not documentation.
    private static TriviaKind CommentKind(string text, int start) =>
        text.AsSpan(start).StartsWith("///", StringComparison.Ordinal) && !text.AsSpan(start).StartsWith("////", StringComparison.Ordinal)
            ? TriviaKind.Documentation
            : TriviaKind.Comment;

    // Its findings were reported when the file was read.
    private static Lexer LexerOf(SourceText source) => new(source, new SyntaxReporter(source, new DiagnosticBag()));
}
