namespace AirsPolicy.LanguageServer.Features.Colouring;

/// <summary>What a token is beside its type; the bits are those on the wire.</summary>
[Flags]
internal enum TokenModifiers
{
    None = 0,
    Declaration = 1,
    Readonly = 2,
    DefaultLibrary = 4,
}
