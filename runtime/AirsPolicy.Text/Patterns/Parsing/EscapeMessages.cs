namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>What to write instead of the escapes that other dialects have.</summary>
internal static class EscapeMessages
{
    public const string BackReference =
        "A pattern cannot refer back to a group, since that cannot be matched in linear time; write the text out, or compare in the " +
        "condition.";

    public static string Unknown(char letter) =>
        letter switch
        {
            'A' => "The start of the text is '^'; '\\A' has no meaning here.",
            'z' or 'Z' => "The end of the text is '$'; '\\" + letter + "' has no meaning here.",
            'Q' or 'E' => "There is no '\\Q…\\E'; escape each special character with a backslash.",
            'h' or 'H' => "Space and tab are '[ \\t]', all white space is '\\s'; '\\" + letter + "' has no meaning here.",
            'R' or 'N' => "Line ends are '\\r' and '\\n'; '\\" + letter + "' has no meaning here.",
            'a' or 'e' or 'c' or '0' => "Write a control character by its number, as in '\\x1B'; '\\" + letter + "' has no meaning here.",
            'b' or 'B' => "A class holds characters, not the edge of a word; take '\\"
                + letter
                + "' out, or write '\\x08' for a backspace.",
            _ when char.IsAsciiLetterOrDigit(letter) =>
                $"'\\{letter}' has no meaning; a letter or digit stands for itself without a backslash.",
            _ =>
                "Only punctuation is escaped by a backslash; this character stands for itself, or is written by its number as in " +
                "'\\u{A0}'.",
        };
}
