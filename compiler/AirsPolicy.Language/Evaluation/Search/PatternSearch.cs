using System.Diagnostics;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>
/// The meaning of patterns on one text: where a match that begins at a position can end, worked out part by part as sets of positions. Not
/// fast, and with nothing to get wrong.
/// </summary>
internal sealed class PatternSearch(PatternTree tree, CodePoints text, SearchWork? work)
{
    private readonly Dictionary<(PatternNode Node, int Start), IReadOnlyCollection<int>> _repeats = new(NodeAndStart.Instance);

    /// <summary>
    /// Every end of a match that begins at <paramref name="start"/>, its own start included where the empty text matches.
    /// </summary>
    public IReadOnlyCollection<int> Ends(int start) =>
        Ends(tree.Root, start, (tree.Options & PatternOptions.IgnoreCase) != 0);

    private IReadOnlyCollection<int> Ends(PatternNode node, int start, bool ignoreCase)
    {
        work?.Spend();
        return EndsOf(node, start, ignoreCase);
    }

    private IReadOnlyCollection<int> EndsOf(PatternNode node, int start, bool ignoreCase) => node switch
    {
        PatternEmpty => [start],
        PatternCharacter character => One(start, CharacterMeaning.Equal(character.CodePoint, text[start], ignoreCase)),
        PatternAny => One(start, text[start] != '\n'),
        PatternClass set => One(start, CharacterMeaning.Holds(set, text[start], ignoreCase)),
        PatternAnchor anchor => Stands(anchor.Kind, start) ? [start] : [],
        PatternSequence sequence => Sequence(sequence, start, ignoreCase),
        PatternAlternation alternation => [.. alternation.Alternatives.SelectMany(one => Ends(one, start, ignoreCase)).Distinct()],
        PatternRepeat repeat => Repeat(repeat, start, ignoreCase),
        PatternCaseless caseless => Ends(caseless.Body, start, ignoreCase: true),
        _ => throw new UnreachableException($"No meaning is given to {node.GetType().Name}."),
    };

    private IReadOnlyCollection<int> One(int start, bool holds) => holds && start < text.Count ? [start + 1] : [];

    private bool Stands(PatternAnchorKind kind, int position) => kind switch
    {
        PatternAnchorKind.TextStart => position == 0,
        PatternAnchorKind.TextEnd => position == text.Count,
        PatternAnchorKind.WordEdge => IsWordEdge(position),
        PatternAnchorKind.NotWordEdge => !IsWordEdge(position),
        _ => throw new UnreachableException($"No meaning is given to {kind}."),
    };

    private bool IsWordEdge(int position) => CharacterTables.IsWord(text[position - 1]) != CharacterTables.IsWord(text[position]);

    private IReadOnlyCollection<int> Sequence(PatternSequence sequence, int start, bool ignoreCase)
    {
        IReadOnlyCollection<int> ends = [start];
        foreach (var item in sequence.Items)
        {
            ends = After(ends, item, ignoreCase);
            if (ends.Count == 0)
                break;
        }
        return ends;
    }

    private IReadOnlyCollection<int> Repeat(PatternRepeat repeat, int start, bool ignoreCase)
    {
        if (_repeats.TryGetValue((repeat, start), out var known))
            return known;
        IReadOnlyCollection<int> reached = [start];
        for (var times = 0; times < repeat.Min && reached.Count > 0; times++)
            reached = After(reached, repeat.Body, ignoreCase);
        var ends = new HashSet<int>(reached);
        for (var times = repeat.Min; times < (repeat.Max ?? int.MaxValue) && reached.Count > 0; times++)
            reached = [.. After(reached, repeat.Body, ignoreCase).Where(ends.Add)];
        _repeats.Add((repeat, start), ends);
        return ends;
    }

    private IReadOnlyCollection<int> After(IReadOnlyCollection<int> starts, PatternNode node, bool ignoreCase) =>
        starts.Count == 1
            ? Ends(node, starts.First(), ignoreCase)
            : [.. starts.SelectMany(start => Ends(node, start, ignoreCase)).Distinct()];

    // Nodes are records: two equal parts of one pattern may differ in whether they ignore case.
    private sealed class NodeAndStart : IEqualityComparer<(PatternNode Node, int Start)>
    {
        public static readonly NodeAndStart Instance = new();

        public bool Equals((PatternNode Node, int Start) x, (PatternNode Node, int Start) y) =>
            x.Start == y.Start && ReferenceEquals(x.Node, y.Node);

        public int GetHashCode((PatternNode Node, int Start) key) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Node), key.Start);
    }
}
