using System.Globalization;
using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Hosting;

/// <summary>Asks classifiers about a text, all at once, and writes what they say among the facts.</summary>
internal static class ClassifierAnswers
{
    /// <summary>What each says, in the order given; null where one gives no answer in its time.</summary>
    public static Task<double?[]> Ask(
        IEnumerable<(IClassifier? Classifier, TimeSpan? Within)> asked,
        string text,
        TimeProvider clock,
        CancellationToken cancellation) =>
        Task.WhenAll(
            asked.Select(one =>
                one.Classifier is null ? Task.FromResult<double?>(null) : Ask(one.Classifier, one.Within, text, clock, cancellation)));

    /// <summary>The facts with the answers behind them.</summary>
    /// <param name="facts">One JSON object in UTF-8 that could be read.</param>
    /// <param name="answers">The answers by classifier.</param>
    public static byte[] Join(ReadOnlySpan<byte> facts, IEnumerable<(string Classifier, double Share)> answers) =>
        JoinedFacts.Of(
            facts,
            answers.Select(answer =>
                (ClassifierFact.Of(answer.Classifier), ((decimal)Math.Round(answer.Share, 6)).ToString(CultureInfo.InvariantCulture))));

    // Whatever goes wrong with a classifier is no answer; only who asked can give up.
    private static async Task<double?> Ask(
        IClassifier classifier,
        TimeSpan? within,
        string text,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var answer = Task.Run(async () => await classifier.ClassifyAsync(text, time.Token).ConfigureAwait(false), cancellation);
            var share = await answer.WaitAsync(within ?? Timeout.InfiniteTimeSpan, clock, cancellation).ConfigureAwait(false);
            return share is >= 0 and <= 1 ? share : null;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            await time.CancelAsync().ConfigureAwait(false);
            return null;
        }
    }
}
