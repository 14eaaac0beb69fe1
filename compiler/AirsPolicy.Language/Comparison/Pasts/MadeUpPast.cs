using AirsPolicy.Collections;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>What is made up to have come before a request, from the earliest on.</summary>
internal sealed record MadeUpPast(ValueList<MadeUpEvent> Events)
{
    public static readonly MadeUpPast Empty = new([]);

    /// <summary>The same event several times, at one time.</summary>
    public static MadeUpPast Of(MadeUpEvent happened, long times) => new(Enumerable.Repeat(happened, (int)times).ToValueList());

    /// <summary>Both, in the order of time; of two events at one time that of this past comes first.</summary>
    public MadeUpPast And(MadeUpPast other) =>
        other.Events.Count == 0 ? this : new(Events.Concat(other.Events).OrderByDescending(happened => happened.Ago).ToValueList());

    /// <summary>The same, that much longer ago.</summary>
    public MadeUpPast Earlier(long ticks) => new(Events.Select(happened => happened with { Ago = happened.Ago + ticks }).ToValueList());
}
