namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>
/// How methods call one another: none reaches itself, none takes more of the stack of a thread than there surely is, and none runs many
/// times what the program holds, which calls within calls could do without a loop.
/// </summary>
internal sealed class CallGraph
{
    // What the runtime makes sure of before it calls a program has room for them (RuntimeHelpers.EnsureSufficientExecutionStack: 64 KiB).
    private const int MaxSlots = 4_096;
    private const int MaxRepeats = 8;

    private readonly IReadOnlyDictionary<int, ImageMethod> _methods;
    private readonly Dictionary<ImageMethod, (long Size, int Slots)?> _reached = new(ReferenceEqualityComparer.Instance);
    private readonly long _most;

    private CallGraph(IReadOnlyDictionary<int, ImageMethod> methods)
    {
        _methods = methods;
        _most = MaxRepeats * methods.Values.Sum(method => (long)method.Size);
    }

    /// <param name="methods">The methods by their rows.</param>
    /// <exception cref="InvalidDataException">A method reaches itself, or too much.</exception>
    public static void Check(IReadOnlyDictionary<int, ImageMethod> methods)
    {
        var graph = new CallGraph(methods);
        foreach (var method in methods.Values)
            graph.Reach(method, above: 0);
    }

    private (long Size, int Slots) Reach(ImageMethod method, int above)
    {
        if (_reached.TryGetValue(method, out var known))
            return known ?? throw Refused(method, "reaches itself");
        _reached[method] = null;
        var (size, slots) = ((long)method.Size, 0);
        // Each method takes slots, so that this does not go deeper than they allow.
        if (above + method.Slots > MaxSlots)
            throw Refused(method, "takes more of the stack than there surely is");
        foreach (var row in method.Calls)
        {
            var called = Reach(_methods[row], above + method.Slots);
            (size, slots) = (size + called.Size, Math.Max(slots, called.Slots));
            if (size > _most)
                throw Refused(method, "repeats what it calls too often");
        }
        slots += method.Slots;
        if (slots > MaxSlots)
            throw Refused(method, "takes more of the stack than there surely is");
        _reached[method] = (size, slots);
        return (size, slots);
    }

    private static InvalidDataException Refused(ImageMethod method, string what) =>
        ImageCheck.Refused($"has the method '{method.Name}', which {what}");
}
