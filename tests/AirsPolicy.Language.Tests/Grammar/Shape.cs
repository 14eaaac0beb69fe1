using System.Collections.Immutable;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>What a parser made of a text, reduced to what both parsers have in common: which tokens belong together, and as what.</summary>
/// <param name="Kind">What its parts are together; null where they belong to what is round them.</param>
/// <param name="Token">The token that it is; null where it has parts.</param>
internal sealed record Shape(string? Kind, string? Token, ImmutableArray<Shape> Parts)
{
    public static Shape Nothing { get; } = new(null, null, []);

    public static Shape Of(string token) => new(null, token, []);

    public static Shape Of(IEnumerable<Shape> parts) => parts.ToImmutableArray() switch
    {
        [] => Nothing,
        [var only] => only,
        var several => new Shape(null, null, several),
    };

    /// <summary>The shape as one line. What has one part is that part, however many productions or nodes lie between.</summary>
    public override string ToString() => string.Join(' ', Texts());

    private List<string> Texts()
    {
        if (Token is not null)
            return [Token];
        var parts = Parts.SelectMany(part => part.Texts()).ToList();
        return Kind is not null && parts.Count > 1 ? [$"{Kind}({string.Join(' ', parts)})"] : parts;
    }
}
