using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Hosting;

/// <summary>Asking the classifiers that the policy names.</summary>
public sealed partial class PolicyHost
{
    /// <summary>
    /// Asks the classifiers whose answers the policy needs for a decision, all at once and each within the time that the policy gives it.
    /// What is decided is asked of <c>Decide</c> then, with the facts that
    /// come back: they are what to record, since whoever decides again needs no classifier.
    /// </summary>
    /// <remarks>
    /// Nobody is asked where rules that ask no classifier already refuse, where the facts have the answer, and where they do not fit. A
    /// classifier that fails, is late or is not at hand leaves its fact out.
    /// </remarks>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">The facts, one object in UTF-8.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>
    /// The facts with a member <c>classifier:NAME</c> for each answer, and with the <c>request.id</c> under which they are decided on;
    /// those given where nobody is asked.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ClassifyAsync(
        string point,
        ReadOnlyMemory<byte> facts,
        CancellationToken cancellation = default) =>
        _active is { } active && ToAsk(active, point, facts) is { Classifiers.Count: > 0 } question
            ? await AskAsync(active, question, cancellation).ConfigureAwait(false)
            : facts;

    private async ValueTask<ReadOnlyMemory<byte>> AskAsync(
        ActivePolicy active,
        (IReadOnlyList<string> Classifiers, string Text, ReadOnlyMemory<byte> Facts) question,
        CancellationToken cancellation)
    {
        var times = active.Bundle.Manifest.Providers.ToDictionary(
            provider => provider.Fact,
            provider => provider.Within,
            StringComparer.Ordinal);
        var asked = question.Classifiers.Select(name =>
            (
                _options.Classifiers.GetValueOrDefault(name),
                times.GetValueOrDefault(ClassifierFact.Of(name)) is { } ticks ? TimeSpan.FromTicks(ticks) : (TimeSpan?)null));
        var answers = await ClassifierAnswers.Ask(asked, question.Text, _options.Clock, cancellation).ConfigureAwait(false);
        var given = question
            .Classifiers.Zip(answers)
            .Where(answer => answer.Second is not null)
            .Select(answer => (answer.First, answer.Second!.Value))
            .ToList();
        return given.Count == 0 ? question.Facts : ClassifierAnswers.Join(question.Facts.Span, given);
    }

    // What cannot be read, or fails on the way, is for the decision to refuse.
    private (IReadOnlyList<string> Classifiers, string Text, ReadOnlyMemory<byte> Facts)? ToAsk(
        ActivePolicy active,
        string point,
        ReadOnlyMemory<byte> facts)
    {
        var number = active.Bundle.Policy.PointNumber(point);
        if (number < 0 || !active.Bundle.Policy.AsksClassifiers)
            return null;
        try
        {
            var scratch = active.Pool.Rent();
            if (scratch.Reader.Read(active.Bundle.Layouts[number], facts.Span, scratch.Frame) is not null)
                return null;
            var own = active.Bundle.HostSlots[number];
            var id = own.IssuedId(scratch.Frame, _requests);
            var named = id is null && own.KnowsRequest ? RequestIds.Put(facts.Span, id = _requests.Issue(scratch.NextRequestId())) : facts;
            own.Put(scratch.Frame, _clock.Now(), active.Zone, id, _requests);
            var classifiers = active.Bundle.Policy.ClassifiersToAsk(number, scratch.Frame, scratch.Evaluation);
            var text = own.PrimaryText(scratch.Frame);
            active.Pool.Return(scratch);
            return text is null ? null : (classifiers, text, named);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
