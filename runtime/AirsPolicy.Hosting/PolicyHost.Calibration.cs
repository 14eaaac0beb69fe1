using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Hosting;

/// <summary>Measuring the judges of the policy.</summary>
public sealed partial class PolicyHost
{
    /// <summary>
    /// Asks a judge about each of the cases by which the policy measures it (<c>calibrate "FILE"</c>), each within its time, and says how
    /// well it does. Nothing is decided and nothing written down. To be done before a bundle is used, and again whenever a model behind a
    /// name may have changed.
    /// </summary>
    /// <param name="judge">The qualified name of the judge.</param>
    /// <param name="parallel">How many cases are asked about at a time, at least 1.</param>
    /// <param name="progress">Is told how many cases are done, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The figures; null where no bundle is loaded, or it has no such judge or no cases for it.</returns>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public async ValueTask<JudgeCalibration?> CalibrateAsync(
        string judge,
        int parallel = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallel, 1);
        if (_active is not { } active || Measured(active, judge) is not { Calibration: { } calibration } measured)
            return null;
        var compared = new ConcurrentBag<(IReadOnlySet<int>, IReadOnlySet<int>?)>();
        var done = 0;
        await Parallel.ForEachAsync(
            calibration.Cases.AsEnumerable(),
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation },
            async (one, token) =>
            {
                compared.Add(await CompareAsync(active, measured, one, token).ConfigureAwait(false));
                progress?.Report(Interlocked.Increment(ref done));
            }).ConfigureAwait(false);
        var figures = CalibrationFigures.Of(compared);
        return new JudgeCalibration(
            figures,
            [.. calibration.Bars.NotKept(figures)],
            JudgeDigest.Of(measured, Schema(active, measured)),
            JudgeDigest.OfCases(calibration));
    }

    /// <summary>
    /// What <see cref="CalibrateAsync"/> would ask, without asking it: for each case a question to each model.
    /// </summary>
    /// <param name="judge">The qualified name of the judge.</param>
    /// <returns>The questions; none where no bundle is loaded, or it has no such judge or no cases for it.</returns>
    public IReadOnlyList<JudgeQuestion> CalibrationQuestions(string judge) =>
        _active is { } active && Measured(active, judge) is { Calibration: { } calibration } measured
            ? [.. calibration.Cases.AsEnumerable().SelectMany(one => Questions(active, measured, one)).Select(question => question.Asked)]
            : [];

    /// <summary>
    /// How long ago a judge was measured: the reading <c>judge.NAME.calibration_age</c>. Null where the record says nothing of the judge as
    /// it stands in the bundle that decides: its models, prompt, answer, precedents or cases are others, it does not keep the bars, or the
    /// record is of a later time than now. Leave the reading out then: what reads it fails, and does not pass.
    /// </summary>
    /// <param name="record">What is kept of the measurement.</param>
    public TimeSpan? CalibrationAge(CalibrationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _active is { } active
            && Measured(active, record.Judge) is { Calibration: { } calibration } measured
            && record.JudgeDigest == JudgeDigest.Of(measured, Schema(active, measured))
            && record.CasesDigest == JudgeDigest.OfCases(calibration)
            && !calibration.Bars.NotKept(record.Figures).Any()
            && _clock.Now() - record.Time is var age
            && age >= TimeSpan.Zero
                ? age
                : null;
    }

    private static JudgeTable? Measured(ActivePolicy active, string judge) =>
        active.Bundle.Policy.Tables.Judges.AsEnumerable().FirstOrDefault(table => table.Name == judge);

    private static string Schema(ActivePolicy active, JudgeTable judge) =>
        AnswerSchema.Write(active.Bundle.Layouts[judge.Places[0].Point].Layout.Facts.Find(JudgeFact.Answer(judge.Name))!.Shape);

    private List<AskedModel> Questions(ActivePolicy active, JudgeTable judge, JudgedCase one)
    {
        var place = judge.Places[0];
        return
        [
            .. Enumerable.Range(0, judge.Models.Count).Select(model => Question(
                active,
                judge,
                place,
                model,
                RenderedPrompt.Of(
                    judge,
                    place.Prompt,
                    JsonNode.Parse(one.Facts)!,
                    primary: null,
                    ContentChange.None,
                    _labels.Of(null),
                    Today(active)))),
        ];
    }

    private async Task<(IReadOnlySet<int> Right, IReadOnlySet<int>? Said)> CompareAsync(
        ActivePolicy active,
        JudgeTable judge,
        JudgedCase one,
        CancellationToken cancellation)
    {
        var facts = Encoding.UTF8.GetBytes(one.Facts);
        var asked = Questions(active, judge, one);
        var said = await Task.WhenAll(
            asked.Select(question => Ask(active, judge.Places[0].Point, facts, question, _options.Judges, cancellation)))
            .ConfigureAwait(false);
        var answers = asked
            .Zip(said)
            .Where(answer => answer.Second.Json is not null)
            .Select(answer => (answer.First.Fact, answer.Second.Json!))
            .ToList();
        return (
            Matched(active, judge, JoinedFacts.Of(facts, [(JudgeFact.Answer(judge.Name), one.Answer)])) ?? new HashSet<int>(),
            answers.Count < judge.Quorum ? null : Matched(active, judge, JoinedFacts.Of(facts, answers)));
    }

    private int Today(ActivePolicy active) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_clock.Now(), active.Zone).Date).DayNumber;

    private static IReadOnlySet<int>? Matched(ActivePolicy active, JudgeTable judge, ReadOnlySpan<byte> facts)
    {
        var point = judge.Places[0].Point;
        var scratch = active.Pool.Rent();
        return scratch.Reader.Read(active.Bundle.Layouts[point], facts, scratch.Frame) is null
            ? active.Bundle.Policy.MatchedBy(judge, point, scratch.Frame, scratch.Evaluation)
            : null;
    }
}
