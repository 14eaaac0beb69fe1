namespace AirsPolicy.Hosting;

/// <summary>
/// A classifier that a policy names (<c>classifier "toxicity"</c>): how likely it is that a text is of a kind. Asked from any number of
/// threads.
/// </summary>
public interface IClassifier
{
    /// <summary>Asks about a text.</summary>
    /// <param name="text">The text of the decision point, as the facts give it.</param>
    /// <param name="cancellation">Cancelled once the time is over that the policy gives; the answer is not waited for then.</param>
    /// <returns>
    /// 0 to 1, counted in millionths. Anything else, and any exception, is no answer: the rules that ask follow what the policy says of
    /// that.
    /// </returns>
    ValueTask<double> ClassifyAsync(string text, CancellationToken cancellation);
}
