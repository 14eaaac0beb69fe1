using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Formatting;

/// <summary>Which tokens of a construct stand together and where its line may be broken.</summary>
internal static class Spacing
{
    // Members that share a line are told apart by two spaces.
    private const int BetweenWords = 1, BetweenMembers = 2;

    /// <summary>The tokens of <paramref name="elements"/> as they stand on one line.</summary>
    public static List<Piece> Flatten(IEnumerable<SyntaxElement> elements)
    {
        var pieces = new List<Piece>();
        foreach (var element in elements)
            Add(pieces, element, null, BetweenWords);
        return pieces;
    }

    private static void Add(List<Piece> pieces, SyntaxElement element, SyntaxNode? parent, int gap)
    {
        if (element is SyntaxToken token)
        {
            pieces.Add(PieceOf(pieces, token, parent, gap));
            return;
        }

        var node = (SyntaxNode)element;
        var isFirst = true;
        foreach (var child in node.Children)
        {
            var wide =
                child is MemberSyntax && node is BlockSyntax { Members: [var first, ..] } && !ReferenceEquals(child, first)
                || (
                    child is CalibrationBoundSyntax
                    && node is CalibrateMemberSyntax { Bounds: [var bound, ..] }
                    && !ReferenceEquals(child, bound));
            Add(
                pieces,
                child,
                node,
                isFirst ? gap
                    : wide ? BetweenMembers
                    : BetweenWords);
            isFirst = false;
        }
    }

    private static Piece PieceOf(List<Piece> pieces, SyntaxToken token, SyntaxNode? parent, int gap)
    {
        if (pieces.Count == 0)
            return new Piece(token, 0, false);
        var before = pieces[^1].Token;
        if (StandsClose(token, parent) || KeepsClose(before, token, pieces))
            return new Piece(token, 0, false);
        return new Piece(token, gap, gap == BetweenMembers || MayBreakBefore(token, before));
    }

    private static bool StandsClose(SyntaxToken token, SyntaxNode? parent) => token.Kind switch
    {
        TokenKind.Comma or TokenKind.Colon or TokenKind.Dot or TokenKind.CloseParenthesis or TokenKind.CloseBracket => true,
        TokenKind.OpenParenthesis => parent is CallExpressionSyntax or ParametersSyntax,
        TokenKind.OpenBracket => parent is IndexExpressionSyntax,
        TokenKind.Question or TokenKind.Star or TokenKind.Plus => parent is OptionalShapeSyntax or StepSyntax,
        _ => false,
    };

    // A sign stands at its number; behind an operand a minus is a subtraction.
    private static bool KeepsClose(SyntaxToken before, SyntaxToken token, List<Piece> pieces) => before.Kind switch
    {
        TokenKind.Dot or TokenKind.OpenParenthesis or TokenKind.OpenBracket => true,
        TokenKind.OpenBrace => token.Kind == TokenKind.CloseBrace,
        TokenKind.Minus => pieces.Count < 2 || IsSign(pieces[^2].Token),
        _ => false,
    };

    private static bool IsSign(SyntaxToken beforeMinus) => beforeMinus.Kind switch
    {
        TokenKind.Name => beforeMinus.Keyword is Keyword.Score,
        TokenKind.Reserved => beforeMinus.Keyword is not (Keyword.True or Keyword.False),
        TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace => false,
        >= TokenKind.CatalogueId and <= TokenKind.Date => false,
        _ => true,
    };

    private static bool MayBreakBefore(SyntaxToken token, SyntaxToken before) =>
        before.Kind is TokenKind.Comma or TokenKind.Colon
        || (before.Kind == TokenKind.OpenBrace && token.Kind != TokenKind.CloseBrace)
        || token.Kind == TokenKind.Arrow
        || token.Keyword is Keyword.And or Keyword.Or or Keyword.Then or Keyword.Where or Keyword.Because
            or Keyword.At or Keyword.Approved or Keyword.Until or Keyword.Otherwise or Keyword.After;
}
