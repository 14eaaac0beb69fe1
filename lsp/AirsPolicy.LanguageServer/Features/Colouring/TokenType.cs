namespace AirsPolicy.LanguageServer.Features.Colouring;

/// <summary>What a token is to an editor's theme; the numbers are those on the wire, the names in lower case those of the legend.</summary>
internal enum TokenType
{
    Namespace,
    Type,
    Class,
    EnumMember,
    Parameter,
    Variable,
    Property,
    Function,
    Event,
    Keyword,
    String,
    Number,
    Regexp,
}
