namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// How well a judge does on cases whose right answer is known. What counts is what follows from an answer, not its words: two answers agree
/// where the same rules of the judge match.
/// </summary>
/// <param name="Cases">How many cases there are.</param>
/// <param name="Telling">From how many right answers something follows.</param>
/// <param name="Agreeing">On how many the same follows from what the judge says.</param>
/// <param name="MissedCases">How many of those in which something is the matter it answered so that nothing follows.</param>
/// <param name="Alarms">How many of the others it answered so that something follows.</param>
/// <param name="Unanswered">
/// On how many it gave no answer that could be used. They agree with nothing; since <c>on error</c> follows, they are not let pass either.
/// </param>
public sealed record CalibrationFigures(int Cases, int Telling, int Agreeing, int MissedCases, int Alarms, int Unanswered)
{
    /// <summary>The share of cases on which the judge does what is right.</summary>
    public ShareEstimate Agreement => new(Agreeing, Cases);

    /// <summary>The share of the cases in which something is the matter that it lets pass.</summary>
    public ShareEstimate Missed => new(MissedCases, Telling);

    /// <summary>The share of the cases in which nothing is the matter on which it says that something is.</summary>
    public ShareEstimate FalseAlarms => new(Alarms, Cases - Telling);

    /// <summary>The figures of answers.</summary>
    /// <param name="cases">
    /// The rules of the judge that match on the right answer and on what it says, by ordinal; null where it says nothing.
    /// </param>
    public static CalibrationFigures Of(IEnumerable<(IReadOnlySet<int> Right, IReadOnlySet<int>? Said)> cases)
    {
        var figures = new CalibrationFigures(0, 0, 0, 0, 0, 0);
        foreach (var (right, said) in cases)
        {
            var tells = right.Count > 0;
            figures = new CalibrationFigures(
                figures.Cases + 1,
                figures.Telling + (tells ? 1 : 0),
                figures.Agreeing + (said is not null && said.SetEquals(right) ? 1 : 0),
                figures.MissedCases + (tells && said is { Count: 0 } ? 1 : 0),
                figures.Alarms + (!tells && said is { Count: > 0 } ? 1 : 0),
                figures.Unanswered + (said is null ? 1 : 0));
        }
        return figures;
    }
}
