using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Collects the decisions in which two engines differ, and says of the first few where.</summary>
internal sealed class Differences
{
    private const int Shown = 8;

    private readonly List<string> _shown = [];
    private int _count;

    /// <summary>How many decisions were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Compares two decisions whole.</summary>
    /// <param name="what">Which case it is, in words by which it can be found again.</param>
    public void Compare(string what, Decision expected, Decision actual)
    {
        Compared++;
        if (expected != actual)
            Add($"{what}:\n{Difference.Of(expected, actual)}");
    }

    /// <summary>Takes up a difference that is none of decisions.</summary>
    public void Add(string difference)
    {
        if (_count++ < Shown)
            _shown.Add(difference);
    }

    public void AssertNone() => Assert.True(_count == 0, $"{_count} of {Compared} decisions differ.\n\n{string.Join("\n\n", _shown)}");
}
