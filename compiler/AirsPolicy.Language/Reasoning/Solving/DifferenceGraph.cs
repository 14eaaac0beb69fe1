using AirsPolicy.Language.Reasoning.Terms;

namespace AirsPolicy.Language.Reasoning.Solving;

/// <summary>
/// Whether bounds on numbers and on differences of two can all hold: each bound is an edge, and they cannot where a circle of edges comes
/// to less than nothing.
/// </summary>
internal static class DifferenceGraph
{
    /// <summary>Whether nothing contradicts the differences that were taken.</summary>
    public static bool IsPossible(Assignment assignment)
    {
        if (assignment.Differences.IsEmpty)
            return true;
        var nodes = new Dictionary<NumberTerm, int>();
        var edges = new List<Edge>();
        foreach (var (atom, truth) in assignment.Differences)
        {
            var (left, right) = (Node(nodes, atom.Left), Node(nodes, atom.Right!));
            // 'left - right ≤ c', or its contrary 'right - left < -c'.
            edges.Add(
                truth
                    ? new Edge(right, left, atom.Bound, atom.IsStrict ? -1 : 0)
                    : Contrary(left, right, atom.Bound, atom.IsStrict, atom.Left.IsWhole && atom.Right!.IsWhole));
        }
        foreach (var (number, node) in nodes)
        {
            var interval = assignment.Of(number);
            if (interval.High is { } high)
                edges.Add(new Edge(0, node, high, interval.HighIsOpen ? -1 : 0));
            if (interval.Low is { } low)
                edges.Add(new Edge(node, 0, -low, interval.LowIsOpen ? -1 : 0));
        }
        return !HasCircleBelowNothing(nodes.Count + 1, edges);
    }

    private static Edge Contrary(int left, int right, decimal bound, bool isStrict, bool isWhole) =>
        isWhole ? new Edge(left, right, -bound - 1, 0) : new Edge(left, right, -bound, isStrict ? 0 : -1);

    private static int Node(Dictionary<NumberTerm, int> nodes, NumberTerm number)
    {
        if (!nodes.TryGetValue(number, out var node))
            nodes.Add(number, node = nodes.Count + 1);
        return node;
    }

    private static bool HasCircleBelowNothing(int nodes, List<Edge> edges)
    {
        var distances = new (decimal Length, int Strict)[nodes];
        for (var round = 0; round < nodes; round++)
        {
            var changed = false;
            foreach (var (from, to, length, strict) in edges)
            {
                var through = (distances[from].Length + length, distances[from].Strict + strict);
                if (through.CompareTo(distances[to]) < 0)
                {
                    distances[to] = through;
                    changed = true;
                }
            }
            if (!changed)
                return false;
        }
        return true;
    }

    private sealed record Edge(int From, int To, decimal Length, int Strict);
}
