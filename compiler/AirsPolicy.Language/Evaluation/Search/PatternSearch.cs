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
    private readonly Dictionary<(PatternNode Node, int Start), PositionSet> _repeats = new(NodeAndStart.Instance);
    private readonly Stack<PositionSet> _free = new();
    private readonly PositionSet _ends = new();

    /// <summary>
    /// Every end of a match that begins at <paramref name="start"/>, its own start included where the empty text matches. Holds until the
    /// next question.
    /// </summary>
    public PositionSet Ends(int start)
    {
        _ends.Clear();
        Ends(tree.Root, start, (tree.Options & PatternOptions.IgnoreCase) != 0, _ends);
        return _ends;
    }

    private void Ends(PatternNode node, int start, bool ignoreCase, PositionSet into)
    {
        work?.Spend();
        switch (node)
        {
            case PatternEmpty:
                into.Add(start);
                break;
            case PatternCharacter character:
                One(start, CharacterMeaning.Equal(character.CodePoint, text[start], ignoreCase), into);
                break;
            case PatternAny:
                One(start, text[start] != '\n', into);
                break;
            case PatternClass set:
                One(start, CharacterMeaning.Holds(set, text[start], ignoreCase), into);
                break;
            case PatternAnchor anchor:
                if (Stands(anchor.Kind, start))
                    into.Add(start);
                break;
            case PatternSequence sequence:
                Sequence(sequence, start, ignoreCase, into);
                break;
            case PatternAlternation alternation:
                foreach (var alternative in alternation.Alternatives)
                    Ends(alternative, start, ignoreCase, into);
                break;
            case PatternRepeat repeat:
                into.AddAll(Repeat(repeat, start, ignoreCase));
                break;
            case PatternCaseless caseless:
                Ends(caseless.Body, start, ignoreCase: true, into);
                break;
            default:
                throw new UnreachableException($"No meaning is given to {node.GetType().Name}.");
        }
    }

    private void One(int start, bool holds, PositionSet into)
    {
        if (holds && start < text.Count)
            into.Add(start + 1);
    }

    private bool Stands(PatternAnchorKind kind, int position) => kind switch
    {
        PatternAnchorKind.TextStart => position == 0,
        PatternAnchorKind.TextEnd => position == text.Count,
        PatternAnchorKind.WordEdge => IsWordEdge(position),
        PatternAnchorKind.NotWordEdge => !IsWordEdge(position),
        _ => throw new UnreachableException($"No meaning is given to {kind}."),
    };

    private bool IsWordEdge(int position) => CharacterTables.IsWord(text[position - 1]) != CharacterTables.IsWord(text[position]);

    private void Sequence(PatternSequence sequence, int start, bool ignoreCase, PositionSet into)
    {
        var reached = One(start);
        foreach (var item in sequence.Items)
        {
            reached = After(reached, item, ignoreCase);
            if (reached.Count == 0)
                break;
        }
        into.AddAll(reached);
        _free.Push(reached);
    }

    private PositionSet Repeat(PatternRepeat repeat, int start, bool ignoreCase)
    {
        if (_repeats.TryGetValue((repeat, start), out var known))
            return known;
        var reached = One(start);
        for (var times = 0; times < repeat.Min && reached.Count > 0; times++)
            reached = After(reached, repeat.Body, ignoreCase);
        var ends = new PositionSet();
        ends.AddAll(reached);
        for (var times = repeat.Min; times < (repeat.Max ?? int.MaxValue) && reached.Count > 0; times++)
        {
            var next = After(reached, repeat.Body, ignoreCase);
            reached = Free();
            for (var i = 0; i < next.Count; i++)
            {
                if (ends.Add(next[i]))
                    reached.Add(next[i]);
            }
            _free.Push(next);
        }
        _free.Push(reached);
        _repeats.Add((repeat, start), ends);
        return ends;
    }

    // Takes the place of the starts, which nobody needs any more.
    private PositionSet After(PositionSet starts, PatternNode node, bool ignoreCase)
    {
        var ends = Free();
        for (var i = 0; i < starts.Count; i++)
            Ends(node, starts[i], ignoreCase, ends);
        _free.Push(starts);
        return ends;
    }

    private PositionSet One(int position)
    {
        var one = Free();
        one.Add(position);
        return one;
    }

    private PositionSet Free()
    {
        if (!_free.TryPop(out var set))
            return new PositionSet();
        set.Clear();
        return set;
    }

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
