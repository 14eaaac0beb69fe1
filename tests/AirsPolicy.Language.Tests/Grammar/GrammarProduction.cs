namespace AirsPolicy.Language.Tests.Grammar;

/// <summary><c>name = term ;</c>.</summary>
internal sealed record GrammarProduction(string Name, GrammarTerm Term)
{
    /// <summary>Whether it is made of characters and not of tokens.</summary>
    public bool IsLexical => char.IsAsciiLetterUpper(Name[0]);
}
