using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics;

/// <summary>The <c>///</c> comments above a declaration, or else its title.</summary>
internal static class Documentation
{
    public static string? Of(Symbol? symbol)
    {
        if (symbol is null)
            return null;
        var source = symbol.Declaration.Source;
        var lines = symbol.Syntax.Keyword.LeadingTrivia
            .Where(trivia => trivia.Kind == TriviaKind.Documentation)
            .Select(trivia => source.Slice(trivia.Span)[3..].Trim().ToString())
            .ToList();
        var said = lines.Count > 0 ? string.Join('\n', lines) : TitleOf(symbol.Syntax);
        return symbol.Syntax is GroupDeclarationSyntax group && Tools(group) is { Count: > 0 } tools
            ? $"{(said is null ? "" : $"{said}\n\n")}Stands for {string.Join(", ", tools)}."
            : said;
    }

    private static List<string> Tools(GroupDeclarationSyntax group) =>
        [.. group.Block.Members.AsEnumerable().OfType<PathsMemberSyntax>().SelectMany(member => member.Paths).Select(path => path.Text)];

    private static string? TitleOf(DeclarationSyntax declaration) =>
        (declaration.Children.OfType<HeadSyntax>().FirstOrDefault()?.Title?.Literal as TextLiteral)?.Value;
}
