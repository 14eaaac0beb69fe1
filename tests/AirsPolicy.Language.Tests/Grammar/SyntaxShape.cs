using System.Collections.Frozen;
using System.Text;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>
/// The shape of a tree of the hand-written parser. Productions have the names of nodes; what has none belongs to what is round it.
/// </summary>
internal static class SyntaxShape
{
    private const string Postfix = "postfix";

    private static readonly FrozenDictionary<Type, string> s_names = typeof(SyntaxNode).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && !type.IsAbstract)
        .ToFrozenDictionary(type => type, NameOf);

    private static readonly FrozenSet<string> s_kinds =
        [.. s_names.Values.Intersect(PublishedGrammar.Current.Productions.Select(production => production.Name)),
         "disjunction", "conjunction", "negation", "comparison", "sum", "product", "fallback", "opposite", Postfix];

    /// <summary>The names of all kinds of nodes.</summary>
    public static IEnumerable<string> Nodes => s_names.Values;

    /// <summary>The kind that a production or node of this name gives; null if none. A path reads like the members of a name.</summary>
    public static string? KindOf(string name) =>
        name is "path" or "reference" or "folded_key" ? Postfix : s_kinds.Contains(name) ? name : null;

    public static Shape Of(SyntaxElement element) => element switch
    {
        SyntaxToken { IsMissing: true } or SyntaxToken { Kind: TokenKind.EndOfFile } => Shape.Nothing,
        SyntaxToken token => Shape.Of(token.Text),
        _ => new Shape(KindOf((SyntaxNode)element), null, [.. PartsOf((SyntaxNode)element)]),
    };

    // Operators of one kind in a row are one shape, as in the grammar: what stands left of them is part of it.
    private static IEnumerable<Shape> PartsOf(SyntaxNode node)
    {
        var parts = node.Children;
        if (node is BinaryExpressionSyntax or MemberExpressionSyntax or IndexExpressionSyntax or CallExpressionSyntax
            && parts.First() is SyntaxNode left && KindOf(left) == KindOf(node))
            return PartsOf(left).Concat(parts.Skip(1).Select(Of));
        return parts.Select(Of);
    }

    private static string? KindOf(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => binary.Operator switch
        {
            BinaryOperator.Or => "disjunction",
            BinaryOperator.And => "conjunction",
            BinaryOperator.Add or BinaryOperator.Subtract => "sum",
            BinaryOperator.Multiply => "product",
            BinaryOperator.Coalesce => "fallback",
            _ => "comparison",
        },
        UnaryExpressionSyntax unary => unary.Operator.Kind == TokenKind.Minus ? "opposite" : "negation",
        MemberExpressionSyntax or IndexExpressionSyntax or CallExpressionSyntax => Postfix,
        _ => KindOf(s_names[node.GetType()]),
    };

    // WhenRuleSyntax: when_rule.
    private static string NameOf(Type type)
    {
        var name = new StringBuilder();
        foreach (var unit in type.Name[..^"Syntax".Length])
            name.Append(char.IsAsciiLetterUpper(unit) && name.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(unit));
        return name.ToString();
    }
}
