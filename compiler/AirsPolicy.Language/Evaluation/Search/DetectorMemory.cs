using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>
/// What detectors have said of texts, for evaluations that ask the same again and again. Shared by any number of threads.
/// </summary>
internal sealed class DetectorMemory
{
    private readonly ConcurrentDictionary<(string Detector, string Text), DetectorAnswer> _answers;
    private readonly ImmutableHashSet<string> _apart;

    public DetectorMemory()
        : this(new(), [])
    {
    }

    private DetectorMemory(ConcurrentDictionary<(string Detector, string Text), DetectorAnswer> answers, ImmutableHashSet<string> apart)
    {
        _answers = answers;
        _apart = apart;
    }

    /// <summary>The same memory for a policy in which some detectors are others.</summary>
    public DetectorMemory Without(IEnumerable<string> changed) => new(_answers, [.. changed]);

    /// <summary>The answer of before, or that of now.</summary>
    public DetectorAnswer Get(string detector, string text, Func<string, string, DetectorAnswer> ask) =>
        _apart.Contains(detector) ? ask(detector, text) : _answers.GetOrAdd((detector, text), key => ask(key.Detector, key.Text));
}
