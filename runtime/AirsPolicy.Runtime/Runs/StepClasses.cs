namespace AirsPolicy.Runtime.Runs;

/// <summary>
/// Which states no further steps tell apart: classes are split until every name leads the states of a class to one class.
/// </summary>
internal static class StepClasses
{
    /// <summary>The class of each state, numbered from 0.</summary>
    public static int[] Of(StepStates states, int names)
    {
        var classes = new int[states.Count];
        for (var state = 0; state < classes.Length; state++)
            classes[state] = states.IsComplete(state) ? 1 : 0;
        for (var (count, before) = (Split(classes, _ => 0), 0); count != before;)
        {
            before = count;
            for (var name = 0; name < names; name++)
            {
                var old = (int[])classes.Clone();
                var at = name;
                count = Split(classes, state => states.Moves[state * names + at] is >= 0 and var next ? old[next] : StepAutomaton.Left);
            }
        }

        return classes;
    }

    // Each split keeps states apart that were apart, so that the number of classes only grows.
    private static int Split(int[] classes, Func<int, int> by)
    {
        var numbers = new Dictionary<(int Class, int By), int>();
        for (var state = 0; state < classes.Length; state++)
        {
            var key = (classes[state], by(state));
            if (!numbers.TryGetValue(key, out var number))
                numbers.Add(key, number = numbers.Count);
            classes[state] = number;
        }

        return numbers.Count;
    }
}
