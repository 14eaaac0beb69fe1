using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Tests.Patterns;

/// <summary>
/// The definition of a match, carried out: the set of all ends from each start, straight from the tree. It shares nothing with the engine
/// but the tree and the character tables, and takes as long as it takes.
/// </summary>
internal sealed class NaiveMatcher(PatternTree tree, string text)
{
    public static TextSpan[] Find(PatternTree tree, string text) => [.. new NaiveMatcher(tree, text).Find()];

    public static bool IsMatch(PatternTree tree, string text)
    {
        var matcher = new NaiveMatcher(tree, text);
        return matcher.Starts(0).Any(start => matcher.EndsFrom(start).Count > 0);
    }

    private IEnumerable<TextSpan> Find()
    {
        var from = 0;
        foreach (var start in Starts(0))
        {
            if (start < from) continue;
            var end = EndsFrom(start).Max is var longest && longest > start ? longest : start;
            if (end == start) continue;
            yield return new TextSpan(start, end);
            from = end;
        }
    }

    private IEnumerable<int> Starts(int from)
    {
        for (var at = from; at < text.Length; at += Width(at)) yield return at;
        yield return text.Length;
    }

    private SortedSet<int> EndsFrom(int start) => Ends(tree.Root, start, (tree.Options & PatternOptions.IgnoreCase) != 0);

    private SortedSet<int> Ends(PatternNode node, int at, bool ignoreCase) => node switch
    {
        PatternEmpty => [at],
        PatternAnchor anchor => Holds(anchor.Kind, at) ? [at] : [],
        PatternSequence sequence => sequence.Items.Aggregate(new SortedSet<int> { at }, (ends, item) => Continue(ends, item, ignoreCase)),
        PatternAlternation alternation => [.. alternation.Alternatives.SelectMany(alternative => Ends(alternative, at, ignoreCase))],
        PatternRepeat repeat => Repeated(repeat, at, ignoreCase),
        PatternCaseless caseless => Ends(caseless.Body, at, true),
        _ => at < text.Length && Takes(node, CodePoint(at), ignoreCase) ? [at + Width(at)] : [],
    };

    private SortedSet<int> Continue(IEnumerable<int> ends, PatternNode node, bool ignoreCase) =>
        [.. ends.SelectMany(end => Ends(node, end, ignoreCase))];

    private SortedSet<int> Repeated(PatternRepeat repeat, int at, bool ignoreCase)
    {
        var ends = new SortedSet<int> { at };
        for (var copy = 0; copy < repeat.Min; copy++) ends = Continue(ends, repeat.Body, ignoreCase);
        for (var copy = repeat.Min; copy < (repeat.Max ?? int.MaxValue); copy++)
        {
            var more = Continue(ends, repeat.Body, ignoreCase);
            if (more.IsSubsetOf(ends)) break;
            ends.UnionWith(more);
        }

        return ends;
    }

    private bool Holds(PatternAnchorKind kind, int at)
    {
        var before =
            at > 0
            && CharacterTables.IsWord(
                char.IsLowSurrogate(text[at - 1]) && at > 1 && char.IsHighSurrogate(text[at - 2]) ? CodePoint(at - 2) : text[at - 1]);
        var after = at < text.Length && CharacterTables.IsWord(CodePoint(at));
        return kind switch
        {
            PatternAnchorKind.TextStart => at == 0,
            PatternAnchorKind.TextEnd => at == text.Length,
            PatternAnchorKind.WordEdge => before != after,
            _ => before == after,
        };
    }

    private static bool Takes(PatternNode node, int codePoint, bool ignoreCase) => node switch
    {
        PatternCharacter character => ignoreCase
            ? CharacterTables.FoldCase(character.CodePoint) == CharacterTables.FoldCase(codePoint)
            : character.CodePoint == codePoint,
        PatternAny => codePoint != '\n',
        PatternClass one => one.Items.Any(item => Holds(item, codePoint, ignoreCase)) != one.Negated,
        _ => throw new InvalidOperationException(node.ToString()),
    };

    private static bool Holds(PatternClassItem item, int codePoint, bool ignoreCase)
    {
        int[] variants = ignoreCase ? [codePoint, .. CharacterTables.CaseVariants(codePoint)] : [codePoint];
        return item switch
        {
            PatternClassRange range => variants.Any(variant => variant >= range.First && variant <= range.Last),
            PatternClassEscape escape => escape.Negated != escape.Kind switch
            {
                PatternClassKind.Digit => CharacterTables.IsDigit(codePoint),
                PatternClassKind.Word => CharacterTables.IsWord(codePoint),
                _ => CharacterTables.IsSpace(codePoint),
            },
            PatternClassCategory category => category.Negated != variants.Any(variant => IsIn(category.Name, variant)),
            _ => throw new InvalidOperationException(item.ToString()),
        };
    }

    private static bool IsIn(string category, int codePoint)
    {
        Assert.True(CharacterTables.TryGetCategoryRanges(category, out var ranges));
        foreach (var range in ranges)
        {
            if (range.Contains(codePoint)) return true;
        }

        return false;
    }

    private int CodePoint(int at) => Width(at) == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];

    private int Width(int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
