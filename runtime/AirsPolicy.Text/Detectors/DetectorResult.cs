using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors;

/// <summary>What a detector says of one text. Holds until the scratch is asked again.</summary>
public readonly ref struct DetectorResult
{
    private readonly SpanBuffer _matches;
    private readonly int _first;

    internal DetectorResult(scoped in Answer answer, SpanBuffer matches)
    {
        Found = answer.Found;
        Score = answer.Score;
        Count = answer.Count;
        _first = answer.First;
        _matches = matches;
    }

    /// <summary>Whether it has found something: its score is at least what it asks for, or it has a match where it asks for none.</summary>
    public bool Found { get; }

    /// <summary>Its score, in millionths.</summary>
    public int Score { get; }

    /// <summary>How many matches it has: different spans of the original that no exception covers.</summary>
    public int Count { get; }

    /// <summary>
    /// A match, in UTF-16 units of the original text; rising by start and then by end. Matches of different items can overlap.
    /// </summary>
    /// <param name="index">0 to less than <see cref="Count"/>.</param>
    public Detection this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            var span = _matches[_first + index];
            return new Detection(span.Start, span.End);
        }
    }
}
