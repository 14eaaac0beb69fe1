using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json.Nodes;
using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Hosting.Telemetry;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Hosting;

/// <summary>Asking the judges of the policy.</summary>
public sealed partial class PolicyHost
{
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>How many questions to a judge in a row have had no answer up to now.</summary>
    /// <param name="judge">The qualified name of the judge.</param>
    public int UnansweredInARow(string judge) => _failures.GetValueOrDefault(judge);

    /// <summary>The qualified names of the judges of the policy that decides, in their order.</summary>
    public IReadOnlyList<string> Judges => _active is { } active ? [.. active.Bundle.Policy.Tables.Judges.Select(judge => judge.Name)] : [];

    /// <summary>
    /// Draws whether a request is in the samples of judges and queues, and asks the judges that stand inline and that the decision would
    /// ask: all at once, each within the time that the policy gives it, and then those that they ask in turn.
    /// What is decided is asked of <c>Decide</c> then, with the facts that come back: they are what to record, since whoever decides again
    /// needs no judge.
    /// </summary>
    /// <remarks>
    /// Comes behind <see cref="ClassifyAsync"/>. Nobody is asked where the other rules refuse, where the facts have the answer, and where
    /// they do not fit.
    /// </remarks>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">The facts, one object in UTF-8.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>
    /// The facts with the <c>request.id</c> under which they are decided on, with the draws that hang on it (<see cref="SampleDraw"/>), and
    /// with a member <c>judge:NAME</c> for each answer or <c>unanswered:NAME</c> for each that there is none of; those given where no judge
    /// stands at the point and no queue takes samples there.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> JudgeAsync(
        string point,
        ReadOnlyMemory<byte> facts,
        CancellationToken cancellation = default) =>
        _active is { } active && active.Bundle.Policy.PointNumber(point) is >= 0 and var number
            ? await AskAsync(active, number, facts, inline: true, _options.Judges, cancellation).ConfigureAwait(false)
            : facts;

    /// <summary>Whether judges stand at a point that are asked once a decision is made, so that there is something to review.</summary>
    /// <param name="point">The decision point.</param>
    public bool IsReviewed(string point) =>
        _active is { } active
        && active.Bundle.Policy.PointNumber(point) is >= 0 and var number
        && active.Bundle.Policy.JudgesAt(number).Any(standing => !standing.Judge.Inline);

    /// <summary>
    /// Asks the judges that are asked once a decision is made, and says what follows from their answers: events, which are carried out as
    /// those of any decision, and flags, which <c>flagged</c> says at later points of the request.
    /// It changes nothing of the decision that was made, draws from no limit and is no event that is counted; a chart that it makes worse
    /// (<c>degrade</c>) is worse at once.
    /// </summary>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">The facts that were decided on, as <see cref="JudgeAsync"/> gave them.</param>
    /// <param name="answered">
    /// Called once the judges have answered and before anything follows, or null: whoever keeps the question forgets it here, so that a
    /// restart asks again what was not answered and counts nothing twice.
    /// </param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public ValueTask<JudgeReview> ReviewAsync(
        string point,
        ReadOnlyMemory<byte> facts,
        Action? answered = null,
        CancellationToken cancellation = default) =>
        ReviewAsync(point, facts, _options.Judges, answered, cancellation);

    /// <summary>
    /// Says what follows where the judges of <see cref="ReviewAsync(string, ReadOnlyMemory{byte}, Action?, CancellationToken)"/> cannot be
    /// asked, as
    /// when too many questions wait: none of them is at hand (<c>unavailable</c>), and <c>on error</c> of each that should have been asked
    /// follows. No model is asked, and nobody is waited for.
    /// </summary>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">The facts that were decided on.</param>
    public ValueTask<JudgeReview> ReviewUnaskedAsync(string point, ReadOnlyMemory<byte> facts) =>
        ReviewAsync(point, facts, FrozenDictionary<string, IJudge>.Empty, null, CancellationToken.None);

    private async ValueTask<JudgeReview> ReviewAsync(
        string point,
        ReadOnlyMemory<byte> facts,
        IReadOnlyDictionary<string, IJudge> models,
        Action? answered,
        CancellationToken cancellation)
    {
        if (_active is not { } active)
            return new JudgeReview(facts, RecordedAlone(NoPolicy(point), facts.Span));
        var number = active.Bundle.Policy.PointNumber(point);
        if (number < 0)
            return new JudgeReview(facts, RecordedAlone(UnknownPoint(point, active), facts.Span));
        var told = await AskAsync(active, number, facts, inline: false, models, cancellation).ConfigureAwait(false);
        answered?.Invoke();
        try
        {
            HostKeeping.Begin();
            var scratch = active.Pool.Rent();
            var decision = scratch.Reader.Read(active.Bundle.Layouts[number], told.Span, scratch.Frame) is { } failure
                ? active.Bundle.Policy.Refuse(number, failure)
                : InTurn(
                    active,
                    number,
                    scratch,
                    () => active.Bundle.Policy.Review(number, scratch.Frame, scratch.Evaluation, active.State));
            long? waits = null;
            decision = Recorded(active, number, scratch.Frame, scratch, decision, ref waits);
            return new JudgeReview(told, Settle(active, scratch, Kept(decision, ref waits)));
        }
        catch (Exception fault)
        {
            return new JudgeReview(told, Broken(active, number, fault, told.Span));
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> AskAsync(
        ActivePolicy active,
        int point,
        ReadOnlyMemory<byte> facts,
        bool inline,
        IReadOnlyDictionary<string, IJudge> models,
        CancellationToken cancellation)
    {
        var judges = active.Bundle.Policy.JudgesAt(point).Count;
        return judges == 0 && active.Bundle.HostSlots[point].Draws.IsEmpty
            ? facts
            : await AskAsync(active, point, Drawn(active, point, facts), inline, judges, models, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<ReadOnlyMemory<byte>> AskAsync(
        ActivePolicy active,
        int point,
        ReadOnlyMemory<byte> facts,
        bool inline,
        int rounds,
        IReadOnlyDictionary<string, IJudge> models,
        CancellationToken cancellation)
    {
        // Each round gives every judge that it asks its answers, or a cause for which it has none.
        for (var round = 0; round < rounds && ToAsk(active, point, facts.Span, inline) is { Count: > 0 } asked; round++)
        {
            var before = facts;
            var said = await Task.WhenAll(asked.Select(question => Ask(active, point, before, question, models, cancellation)))
                .ConfigureAwait(false);
            facts = JoinedFacts.Of(
                facts.Span,
                asked.Zip(said).GroupBy(answer => answer.First.Judge).SelectMany(answers => Members(answers.Key, [.. answers])));
        }
        return facts;
    }

    private async Task<(string? Json, string? Cause)> Ask(
        ActivePolicy active,
        int point,
        ReadOnlyMemory<byte> facts,
        AskedModel question,
        IReadOnlyDictionary<string, IJudge> models,
        CancellationToken cancellation)
    {
        using var span = HostTelemetry.Judge(question.Asked.Judge, question.Asked.Model, question.Asked.Provider);
        var said = await JudgeAnswers.Ask(
            models.GetValueOrDefault(question.Asked.Model),
            question.Asked,
            question.Mark,
            question.Judge.Timeout is { } ticks ? TimeSpan.FromTicks(ticks) : null,
            json => Fits(active, point, facts.Span, question.Fact, json),
            _options.Clock,
            cancellation).ConfigureAwait(false);
        _telemetry.Judged(span, said.Cause);
        _failures.AddOrUpdate(question.Judge.Name, said.Cause is null ? 0 : 1, (_, count) => said.Cause is null ? 0 : count + 1);
        return said;
    }

    private static IEnumerable<(string Name, string Json)> Members(
        JudgeTable judge,
        IReadOnlyCollection<(AskedModel Asked, (string? Json, string? Cause) Said)> answers)
    {
        foreach (var (asked, said) in answers.Where(answer => answer.Said.Json is not null))
            yield return (asked.Fact, said.Json!);
        var had = judge.Models.Count - answers.Count;
        if (had + answers.Count(answer => answer.Said.Json is not null) < judge.Quorum)
            yield return (JudgeFact.Unanswered(judge.Name), $"\"{answers.First(answer => answer.Said.Cause is not null).Said.Cause}\"");
    }

    private List<AskedModel> ToAsk(ActivePolicy active, int point, ReadOnlySpan<byte> facts, bool inline)
    {
        try
        {
            var layout = active.Bundle.Layouts[point];
            var scratch = active.Pool.Rent();
            if (scratch.Reader.Read(layout, facts, scratch.Frame) is not null)
                return [];
            var (judges, content) = InTurn(
                active,
                point,
                scratch,
                () => active.Bundle.Policy.JudgesToAsk(point, scratch.Frame, scratch.Evaluation, active.State));
            var asked = new List<AskedModel>();
            var json = judges.Count == 0 ? null : JsonNode.Parse(facts)!;
            var labels = _labels.Of(active.Bundle.HostSlots[point].SessionName(scratch.Frame));
            var primary = layout.Layout.PrimaryText.Count == 0 ? null : "/" + string.Join('/', layout.Layout.PrimaryText);
            foreach (var judge in judges.Where(judge => judge.Inline == inline))
            {
                var place = judge.Places.First(place => place.Point == point);
                if (scratch.Frame.Has(place.Unanswered))
                    continue;
                for (var model = 0; model < judge.Models.Count; model++)
                {
                    if (scratch.Frame.Has(place.Answers[model]))
                        continue;
                    asked.Add(
                        Question(
                            active,
                            judge,
                            place,
                            model,
                            RenderedPrompt.Of(
                                judge,
                                place.Prompt,
                                json!,
                                primary,
                                content,
                                labels,
                                active.Bundle.HostSlots[point].Today(scratch.Frame))));
                }
            }
            active.Pool.Return(scratch);
            return asked;
        }
        // What cannot be asked has no answer, and does not pass.
        catch (Exception)
        {
            return [];
        }
    }

    private static AskedModel Question(ActivePolicy active, JudgeTable judge, JudgePlaceTable place, int model, RenderedPrompt prompt)
    {
        var fact = JudgeFact.Answer(judge.Name, model);
        var question = new JudgeQuestion(
            judge.Name,
            judge.Models[model],
            judge.Provider,
            prompt.Text,
            AnswerSchema.Write(active.Bundle.Layouts[place.Point].Layout.Facts.Find(fact)!.Shape));
        return new AskedModel(judge, fact, question, prompt.Mark);
    }

    // Decisions of one session are made one after the other, and so is what looks at them.
    private T InTurn<T>(ActivePolicy active, int point, EvaluationScratch scratch, Func<T> evaluate)
    {
        var own = active.Bundle.HostSlots[point];
        using var turn =
            active.State is { } state && own.Session(scratch.Frame, scratch.Keys) is { } session ? state.Sessions.Enter(session) : default;
        own.Put(scratch.Frame, _clock.Now(), active.Zone, scratch.NextRequestId(), _requests);
        return evaluate();
    }

    private bool Fits(ActivePolicy active, int point, ReadOnlySpan<byte> facts, string fact, string json) =>
        new FactReader(_options.Limits).Read(active.Bundle.Layouts[point], JoinedFacts.Of(facts, [(fact, json)]), new FactFrame()) is null;

    private sealed record AskedModel(JudgeTable Judge, string Fact, JudgeQuestion Asked, string Mark);
}
