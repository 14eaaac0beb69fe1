using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Hosting;

/// <summary>Measuring the judges of the policy.</summary>
public sealed partial class PolicyHost
{
    /// <summary>
    /// Asks a judge about each of the cases by which the policy measures it (<c>calibrate "FILE"</c>), one after the other and each within
    /// its time, and says how well it does. Nothing is decided and nothing written down. To be done before a
    /// bundle is used, and again whenever a model behind a name may have changed.
    /// </summary>
    /// <param name="judge">The qualified name of the judge.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The figures; null where no bundle is loaded, or it has no such judge or no cases for it.</returns>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public async ValueTask<JudgeCalibration?> CalibrateAsync(string judge, CancellationToken cancellation = default)
    {
        if (_active is not { } active
            || active.Bundle.Policy.Tables.Judges.AsEnumerable().FirstOrDefault(table => table.Name == judge)
                is not { Calibration: { } calibration } measured)
            return null;
        var place = measured.Places[0];
        var compared = new List<(IReadOnlySet<int>, IReadOnlySet<int>?)>();
        foreach (var one in calibration.Cases)
        {
            var facts = Encoding.UTF8.GetBytes(one.Facts);
            var asked = Enumerable
                .Range(0, measured.Models.Count)
                .Select(model =>
                    Question(
                        active,
                        measured,
                        place,
                        model,
                        RenderedPrompt.Of(
                            measured,
                            place.Prompt,
                            JsonNode.Parse(facts)!,
                            primary: null,
                            ContentChange.None,
                            _labels.Of(null),
                            Today(active))))
                .ToList();
            var said = await Task.WhenAll(asked.Select(question => Ask(active, place.Point, facts, question, _options.Judges, cancellation)))
                .ConfigureAwait(false);
            var answers = asked
                .Zip(said)
                .Where(answer => answer.Second.Json is not null)
                .Select(answer => (answer.First.Fact, answer.Second.Json!))
                .ToList();
            compared.Add(
                (
                    Matched(active, measured, JoinedFacts.Of(facts, [(JudgeFact.Answer(measured.Name), one.Answer)])) ?? new HashSet<int>(),
                    answers.Count < measured.Quorum ? null : Matched(active, measured, JoinedFacts.Of(facts, answers))));
        }
        var figures = CalibrationFigures.Of(compared);
        return new JudgeCalibration(figures, [.. calibration.Bars.NotKept(figures)]);
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
