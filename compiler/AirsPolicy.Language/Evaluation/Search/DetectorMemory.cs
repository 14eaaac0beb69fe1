using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>
/// What detectors have said of texts, for evaluations that ask the same again and again. An answer that is remembered takes as many steps
/// as when it was found, so that no decision is another for it. Shared by any number of threads.
/// </summary>
internal sealed class DetectorMemory
{
    // Enough for the tests of a policy; a trace that is replayed may be of any length.
    private const int MostCharacters = 8 * 1024 * 1024;
    private const int CharactersOfOne = 256;

    private readonly Shared _shared;
    private readonly ImmutableHashSet<string> _apart;

    public DetectorMemory()
        : this(new Shared(), [])
    {
    }

    private DetectorMemory(Shared shared, ImmutableHashSet<string> apart)
    {
        _shared = shared;
        _apart = apart;
    }

    /// <summary>The same memory for a policy in which some detectors are others.</summary>
    public DetectorMemory Without(IEnumerable<string> changed) => new(_shared, [.. changed]);

    /// <summary>The answer of before, or that of now.</summary>
    /// <exception cref="SearchWorkException">The steps that it takes are more than there are left.</exception>
    public DetectorAnswer Get(string detector, string text, SearchWork work, Func<DetectorAnswer> ask)
    {
        if (_apart.Contains(detector))
            return ask();
        if (_shared.Answers.TryGetValue((detector, text), out var known))
        {
            work.Spend(known.Steps);
            return known.Answer;
        }
        var before = work.Spent;
        var answer = ask();
        var characters = text.Length + CharactersOfOne;
        if (Interlocked.Add(ref _shared.Characters, characters) <= MostCharacters)
            _shared.Answers.TryAdd((detector, text), (answer, work.Spent - before));
        else
            Interlocked.Add(ref _shared.Characters, -characters);
        return answer;
    }

    private sealed class Shared
    {
        public readonly ConcurrentDictionary<(string Detector, string Text), (DetectorAnswer Answer, long Steps)> Answers = new();
        public long Characters;
    }
}
