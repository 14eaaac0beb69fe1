using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Analysis.Patterns;

/// <summary>The parts of a pattern.</summary>
internal static class PatternNodes
{
    /// <summary>A part with all that is in it, the whole first.</summary>
    public static IEnumerable<PatternNode> Of(PatternNode root)
    {
        var open = new Stack<PatternNode>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var part in Parts(node).Reverse())
                open.Push(part);
        }
    }

    private static IEnumerable<PatternNode> Parts(PatternNode node) => node switch
    {
        PatternSequence sequence => sequence.Items,
        PatternAlternation alternation => alternation.Alternatives,
        PatternRepeat repeat => [repeat.Body],
        PatternCaseless caseless => [caseless.Body],
        _ => [],
    };
}
