using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>The clauses of a declaration that something is refused by.</summary>
internal static class Clauses
{
    /// <summary>Where the first clause that begins with a word stands, or null.</summary>
    public static SourcePlace? PlaceOf(BindingContext context, Symbol symbol, BlockSyntax block, Keyword word) =>
        Find(block, word) is { } member ? context.Place(symbol.Package, symbol.Declaration.Source, member.Span) : null;

    /// <summary>Its text on one line; empty where there is none.</summary>
    public static string TextOf(Symbol symbol, BlockSyntax block, Keyword word) =>
        Find(block, word) is { } member ? OneLine.Of(symbol.Declaration.Source.Slice(member.Span)) : "";

    private static MemberSyntax? Find(BlockSyntax block, Keyword word) =>
        block.Members.FirstOrDefault(member => member.Children.FirstOrDefault() is SyntaxToken token && token.Keyword == word);
}
