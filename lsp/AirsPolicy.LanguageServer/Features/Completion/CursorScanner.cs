using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>Cuts the text before the cursor into tokens, just well enough for completion.</summary>
/// <remarks>
/// The text at a cursor is nearly always broken, and what the parser passes over as misplaced is just what is being typed; so this reads
/// the text itself.
/// </remarks>
internal static class CursorScanner
{
    /// <summary>
    /// The tokens that end at or before <paramref name="position"/>, or null where the cursor is inside a literal or a comment.
    /// </summary>
    public static List<CursorToken>? Scan(string text, int position)
    {
        var tokens = new List<CursorToken>();
        for (var at = 0; at < position;)
        {
            var unit = text[at];
            if (unit is ' ' or '\t' or '\r' or '\n')
            {
                at++;
                continue;
            }

            var end = EndOf(text, at);
            var isWord = IsWordStart(unit);
            if (text.AsSpan(at).StartsWith("//"))
            {
                if (position <= end)
                    return null;
                at = end;
                continue;
            }

            var isLiteral = unit is '"' or '/' || char.IsAsciiDigit(unit);
            // Behind the last quote of a literal the cursor is outside; at the end of a number it is not.
            if (isLiteral && (position < end || (position == end && (char.IsAsciiDigit(unit) || !IsClosed(text, at, end)))))
                return null;
            end = Math.Min(end, position);
            tokens.Add(new CursorToken(
                isWord ? CursorTokenKind.Word : isLiteral ? CursorTokenKind.Literal : CursorTokenKind.Punctuation,
                isLiteral ? text[at..(at + 1)] : text[at..end],
                new TextSpan(at, end)));
            at = end;
        }

        return tokens;
    }

    /// <summary>Where the word ends that <paramref name="position"/> is in or behind.</summary>
    public static int EndOfWord(string text, int position)
    {
        while (position < text.Length && IsWordPart(text[position]))
            position++;
        return position;
    }

    private static int EndOf(string text, int at) => text[at] switch
    {
        '"' when text.AsSpan(at).StartsWith("\"\"\"") => EndOfBlock(text, at + 3),
        '"' => EndOfQuoted(text, at + 1, '"'),
        '/' when at + 1 < text.Length && text[at + 1] == '/' => EndOfLine(text, at),
        '/' => EndOfWord(text, EndOfQuoted(text, at + 1, '/')),
        >= 'A' and <= 'Z' => EndOfId(text, at),
        var unit when IsWordStart(unit) => EndOfWord(text, at),
        var unit when char.IsAsciiDigit(unit) => EndOfNumber(text, at),
        var unit => at + (at + 1 < text.Length && IsPair(unit, text[at + 1]) ? 2 : 1),
    };

    private static bool IsWordStart(char unit) => char.IsAsciiLetter(unit) || unit == '_';

    private static bool IsWordPart(char unit) => char.IsAsciiLetterOrDigit(unit) || unit == '_';

    private static bool IsPair(char first, char second) =>
        (first, second) is ('=', '=') or ('!', '=') or ('<', '=') or ('>', '=') or ('?', '?') or ('-', '>');

    private static bool IsClosed(string text, int start, int end)
    {
        var last = end - 1;
        while (text[start] == '/' && last > start && char.IsAsciiLetter(text[last]))
            last--;
        return last > start && text[last] == text[start];
    }

    private static int EndOfLine(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : at + end;
    }

    private static int EndOfBlock(string text, int at)
    {
        var end = text.IndexOf("\"\"\"", at, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + 3;
    }

    // A quoted literal never crosses a line; an open one ends there, so that one missing quote costs one line. Flags may follow a pattern.
    private static int EndOfQuoted(string text, int at, char quote)
    {
        var isInClass = false;
        for (; at < text.Length && text[at] is not ('\r' or '\n'); at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is not ('\r' or '\n'))
                at++;
            else if (quote == '/' && text[at] is '[' or ']')
                isInClass = text[at] == '[';
            else if (text[at] == quote && !isInClass)
                return at + 1;
        }

        return at;
    }

    // GR-IN-01, EC-2.1: no name begins with a capital. While it is being typed nothing stands behind its hyphen or dot.
    private static int EndOfId(string text, int at)
    {
        while (at < text.Length
            && (
                IsWordPart(text[at])
                || (
                    text[at] is '-' or '.'
                    && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is >= 'A' and <= 'Z' or >= '0' and <= '9'))
            ))
            at++;
        return at;
    }

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length
            && (
                IsWordPart(text[at])
                || text[at] is '%'
                || (text[at] is '.' or '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            at++;
        return at;
    }
}
