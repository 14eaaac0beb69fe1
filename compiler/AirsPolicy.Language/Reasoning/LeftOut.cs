using System.Globalization;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Reasoning;

/// <summary>
/// What was not looked at because it would have taken too long. Every bound that cuts work short is counted here, so that it is said.
/// </summary>
internal sealed class LeftOut
{
    // By kind.
    private readonly long[] _counts = new long[(int)LeftOutKind.Approval + 1];
    private readonly HashSet<SourcePlace>?[] _places = new HashSet<SourcePlace>?[(int)LeftOutKind.Approval + 1];

    public bool IsEmpty => !Array.Exists(_counts, count => count > 0);

    public void Add(LeftOutKind kind, long count = 1) => _counts[(int)kind] += count;

    /// <summary>Counts a place once, however often it is looked at.</summary>
    public void Add(LeftOutKind kind, SourcePlace place)
    {
        if ((_places[(int)kind] ??= []).Add(place))
            Add(kind);
    }

    /// <summary>The counts in words (<c>1,204 comparisons of two rules (AIRS7023, AIRS7024) and 1 judge (AIRS5113)</c>).</summary>
    public override string ToString()
    {
        var counts = _counts
            .Select(
                (count, kind) =>
                    count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {Words((LeftOutKind)kind, count == 1)}"))
            .OfType<string>()
            .ToList();
        return counts.Count < 2 ? string.Concat(counts) : $"{string.Join(", ", counts.SkipLast(1))} and {counts[^1]}";
    }

    private static string Words(LeftOutKind kind, bool isOne) => kind switch
    {
        LeftOutKind.Condition => $"{(isOne ? "condition" : "conditions")} (AIRS6007, AIRS7020, AIRS7021, AIRS7022)",
        LeftOutKind.Comparison => $"{(isOne ? "comparison" : "comparisons")} of two rules (AIRS7023, AIRS7024)",
        LeftOutKind.Exception => $"{(isOne ? "exception" : "exceptions")} of detectors (AIRS7033)",
        LeftOutKind.Judge => $"{(isOne ? "place" : "places")} of judges (AIRS5113)",
        LeftOutKind.Approval => "question of who can approve (AIRS7025)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>What can be left out.</summary>
internal enum LeftOutKind
{
    /// <summary>A condition with too many parts or cases.</summary>
    Condition = 0,

    /// <summary>Whether one rule fires wherever another does.</summary>
    Comparison = 1,

    /// <summary>An exception of a detector, which is held against all items.</summary>
    Exception = 2,

    /// <summary>A point at which a judge has too many answers.</summary>
    Judge = 3,

    /// <summary>Whether a decision at <c>approval</c> lets anything pass.</summary>
    Approval = 4,
}
