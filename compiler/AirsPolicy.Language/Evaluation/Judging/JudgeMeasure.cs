using System.Text.Json.Nodes;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Evaluation.Judging;

/// <summary>
/// Measures a judge by answers that were given: what follows from them by its rules is held against what follows from the right ones.
/// </summary>
/// <param name="interpreter">The policy.</param>
/// <param name="judge">One of its judges.</param>
internal sealed class JudgeMeasure(PolicyInterpreter interpreter, JudgeModel judge)
{
    /// <summary>
    /// The rules of the judge that match on an answer, by ordinal; one that cannot be evaluated counts as one that does. Null where the
    /// facts or the answer do not fit.
    /// </summary>
    /// <param name="facts">The facts of the point, one JSON object.</param>
    /// <param name="answer">The answer, one JSON object.</param>
    public IReadOnlySet<int>? Matched(string facts, string answer)
    {
        var given = JsonNode.Parse(facts)!.AsObject();
        given[JudgeFact.Answer(judge.Name)] = JsonNode.Parse(answer);
        return Matched(given.ToJsonString(), judge);
    }

    /// <summary>
    /// The figures of answers to the cases by which it is measured, in their order; null for a case on which it said nothing.
    /// </summary>
    public CalibrationFigures OfCases(IReadOnlyList<string?> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return CalibrationFigures.Of(
            judge
                .Calibration!.Cases.AsEnumerable()
                .Zip(answers)
                .Select(one =>
                    (Matched(one.First.Facts, one.First.Answer)!, one.Second is null ? null : Matched(one.First.Facts, one.Second))));
    }

    /// <summary>
    /// The figures of recorded requests on which both this judge and the one that it is measured by have answered. The two may speak
    /// different words, so that what counts is whether anything follows; requests without the answer of the other
    /// say nothing.
    /// </summary>
    /// <param name="other">The judge that it is measured by.</param>
    /// <param name="requests">Recorded facts of the first point of this judge, each one JSON object.</param>
    public CalibrationFigures OfRequests(JudgeModel other, IEnumerable<string> requests)
    {
        ArgumentNullException.ThrowIfNull(other);
        var compared = new List<(IReadOnlySet<int>, IReadOnlySet<int>?)>();
        foreach (var facts in requests)
        {
            if (Answered(facts, other) is { } right)
                compared.Add((Whether(right), Answered(facts, judge) is { } said ? Whether(said) : null));
        }
        return CalibrationFigures.Of(compared);
    }

    private static HashSet<int> Whether(IReadOnlySet<int> matched) => matched.Count > 0 ? [0] : [];

    private IReadOnlySet<int>? Answered(string facts, JudgeModel of) =>
        JsonNode.Parse(facts)!.AsObject().ContainsKey(JudgeFact.Answer(of.Name)) ? Matched(facts, of) : null;

    private HashSet<int>? Matched(string facts, JudgeModel of)
    {
        var decision = interpreter.Decide(of.Places[0].Point, facts);
        return decision.Failure is not null
            ? null
            :
            [
                .. decision
                    .Fired.Concat(decision.Detected)
                    .Where(rule => rule.Origin.Control == of.Control && rule.Origin.Ordinal != of.Ask)
                    .Select(rule => rule.Origin.Ordinal),
            ];
    }
}
