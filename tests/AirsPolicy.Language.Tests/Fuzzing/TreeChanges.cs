using System.Collections.Immutable;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Tests.Fuzzing;

/// <summary>One change of a file at random: of a token, of all tokens of one name, or of a part of the tree.</summary>
/// <param name="trees">Where parts are taken from that stand in for others of their kind.</param>
internal sealed class TreeChanges(ImmutableArray<SyntaxTree> trees)
{
    private static readonly string[] s_values =
    [
        "0", "1", "-1", "2", "0%", "100%", "250%", "0.000001", "1_000_000", "9223372036854775807", "9223372036854775808",
        "99999999999999999999999999999999", "0s", "1ms", "24h", "40_000d", "2000-01-01", "2099-12-31", "GBP", "5 GBP", "1KiB",
        "92_233_720_368_547_758.07 EUR", "\"\"", "\"{{ text }}\"", "/a*/", "/(a|b){0,9}/", "text", "true", "null", "money", "integer",
        "list of text", "one of [a, b]",
        "{", "}", "(", ")", "[", "]", ",", ".", ":", "=", "==", "!=", "<", "+", "-", "*", "/", "->", "\"", "//",
    ];

    private static readonly string[] s_words = [.. KeywordTable.All.Select(KeywordTable.SpellingOf), .. s_values];

    private readonly Dictionary<Type, string[]> _parts = trees
        .SelectMany(tree => NodesOf(tree).Select(node => (Type: node.GetType(), Text: TextOf(tree, node))))
        .Distinct().GroupBy(part => part.Type).ToDictionary(group => group.Key, group => group.Select(part => part.Text).ToArray());

    /// <summary>The text after the change.</summary>
    public string Apply(SyntaxTree tree, Random random)
    {
        var tokens = tree.Root.Tokens().Where(token => token.Span.Length > 0).ToList();
        var nodes = NodesOf(tree).ToList();
        if (tokens.Count == 0 || nodes.Count == 0)
            return From(s_words);
        var text = tree.Source.Content;
        var (token, other) = (From(tokens), From(tokens));
        var node = From(nodes);
        return random.Next(12) switch
        {
            0 => Replaced(text, (token.Span, "")),
            1 => Replaced(text, (token.Span, $"{token.Text} {token.Text}")),
            2 => Swapped(text, token.Span, other.Span),
            3 => Replaced(text, (token.Span, other.Text)),
            4 => Replaced(text, (token.Span, From(s_words))),
            5 => Replaced(text, (From([token, .. tokens.Where(number => number.Literal is not null)]).Span, From(s_values))),
            6 => Replaced(text, (token.Span, token.Text.Insert(random.Next(token.Text.Length), "x"))),
            7 => Replaced(text, [.. tokens.Where(same => same.Text == token.Text).Select(same => (same.Span, other.Text))]),
            8 => Replaced(text, (node.Span, "")),
            9 => Replaced(text, (node.Span, $"{TextOf(tree, node)}\n{TextOf(tree, node)}")),
            10 => Swapped(text, node.Span, From([.. nodes.Where(same => same.GetType() == node.GetType())]).Span),
            _ => Replaced(text, (node.Span, _parts.TryGetValue(node.GetType(), out var parts) ? From(parts) : "")),
        };

        T From<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
    }

    private static IEnumerable<SyntaxNode> NodesOf(SyntaxTree tree) =>
        tree.Root.DescendantsAndSelf().OfType<SyntaxNode>().Where(node => node is not FileSyntax && node.Span.Length > 0);

    private static string TextOf(SyntaxTree tree, SyntaxNode node) => tree.Source.Slice(node.Span).ToString();

    // What lies in the other is put in its place.
    private static string Swapped(string text, TextSpan one, TextSpan other)
    {
        var (first, last) = one.Start <= other.Start ? (one, other) : (other, one);
        return first.End <= last.Start
            ? Replaced(text, (first, text[last.Start..last.End]), (last, text[first.Start..first.End]))
            : Replaced(text, (first, text[last.Start..last.End]));
    }

    private static string Replaced(string text, params ReadOnlySpan<(TextSpan Span, string New)> edits)
    {
        for (var i = edits.Length - 1; i >= 0; i--)
            text = string.Concat(text.AsSpan(0, edits[i].Span.Start), edits[i].New, text.AsSpan(edits[i].Span.End));
        return text;
    }
}
