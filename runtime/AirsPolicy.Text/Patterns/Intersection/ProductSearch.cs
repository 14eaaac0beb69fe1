namespace AirsPolicy.Text.Patterns.Intersection;

/// <summary>
/// Follows several automata side by side, breadth first, to the shortest text at whose end the first of them match and the others do not.
/// </summary>
internal sealed class ProductSearch(SubsetAutomaton[] automata, int matching, JointAlphabet alphabet)
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<(int[] States, int From, int Symbol)> _found = [];

    public PatternIntersectionResult Find(int maxStates)
    {
        Add([.. automata.Select(_ => SubsetAutomaton.Start)], -1, -1);
        for (var index = 0; index < _found.Count; index++)
        {
            var states = _found[index].States;
            if (IsWanted(states)) return new PatternIntersectionResult(PatternIntersectionKind.Found, TextTo(index));
            if (_found.Count > maxStates) return PatternIntersectionResult.Undecided;
            for (var symbol = 0; symbol < alphabet.Members.Length; symbol++)
            {
                if (Next(states, symbol) is { } following) Add(following, index, symbol);
            }
        }
        return PatternIntersectionResult.None;
    }

    private bool IsWanted(int[] states)
    {
        for (var i = 0; i < automata.Length; i++)
        {
            if (automata[i].MatchesAtEnd(states[i]) != i < matching) return false;
        }
        return true;
    }

    // What must not match never gets well again.
    private int[]? Next(int[] states, int symbol)
    {
        var following = new int[states.Length];
        for (var i = 0; i < states.Length; i++)
        {
            following[i] = automata[i].Next(states[i], symbol);
            if (i >= matching && following[i] == SubsetAutomaton.Matched) return null;
        }
        return following;
    }

    private void Add(int[] states, int from, int symbol)
    {
        if (_known.TryAdd(string.Join(' ', states), _found.Count)) _found.Add((states, from, symbol));
    }

    private string TextTo(int index)
    {
        var text = new Stack<string>();
        for (; _found[index].From >= 0; index = _found[index].From)
            text.Push(char.ConvertFromUtf32(alphabet.Members[_found[index].Symbol]));
        return string.Concat(text);
    }
}
