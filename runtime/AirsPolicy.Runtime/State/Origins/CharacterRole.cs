using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Runtime.State.Origins;

/// <summary>What a character is to the word it stands in.</summary>
internal enum CharacterRole
{
    /// <summary>Quotes, brackets and the like: it divides words.</summary>
    Delimiter,

    /// <summary>White space: it divides words.</summary>
    Space,

    /// <summary>A letter, digit or mark.</summary>
    Letter,

    /// <summary>Another character of a word.</summary>
    Inner,

    /// <summary>Inside a word or between two, by what stands around it.</summary>
    Joining,
}

/// <summary>The roles of characters, from the tables of one Unicode version.</summary>
internal static class CharacterRoles
{
    private static readonly CharacterRole[] s_ascii = [.. Enumerable.Range(0, 0x80).Select(OfAscii)];

    public static CharacterRole Of(int codePoint) =>
        codePoint < 0x80 ? s_ascii[codePoint]
        : CharacterTables.IsSpace(codePoint) ? CharacterRole.Space
        // What shows nothing must not cut a word in two either: neither half was given by anybody.
        : CharacterTables.IsInvisible(codePoint) ? CharacterRole.Inner
        : CharacterTables.IsWord(codePoint) ? CharacterRole.Letter
        : codePoint == '\u2019' ? CharacterRole.Joining
        : CharacterRole.Delimiter;

    private static CharacterRole OfAscii(int codePoint) => (char)codePoint switch
    {
        var c when char.IsAsciiLetterOrDigit(c) => CharacterRole.Letter,
        var c when CharacterTables.IsSpace(c) => CharacterRole.Space,
        '\'' or ',' or ':' => CharacterRole.Joining,
        ';' or '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>' or '"' or '`' or '|' or '*' => CharacterRole.Delimiter,
        _ => CharacterRole.Inner,
    };
}
