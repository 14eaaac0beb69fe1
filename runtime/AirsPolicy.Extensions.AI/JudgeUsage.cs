namespace AirsPolicy.Extensions.AI;

/// <summary>What judging has used.</summary>
/// <param name="Requests">How many requests a model has read, repeated ones among them.</param>
/// <param name="InputTokens">The tokens that were read.</param>
/// <param name="OutputTokens">The tokens that were written.</param>
/// <param name="Cost">What they cost, in the currency of the prices.</param>
public sealed record JudgeUsage(long Requests, long InputTokens, long OutputTokens, decimal Cost)
{
    // No request uses more, so that sums stay within their types whatever a provider says.
    private const long MostTokens = 1_000_000_000;

    internal static JudgeUsage None { get; } = new(0, 0, 0, 0);

    /// <summary>The use of one request; tokens beyond a billion count as a billion.</summary>
    internal static JudgeUsage Of(long input, long output, ChatJudgeOptions prices)
    {
        (input, output) = (Math.Min(input, MostTokens), Math.Min(output, MostTokens));
        return new JudgeUsage(1, input, output, ((input * prices.InputPrice) + (output * prices.OutputPrice)) / 1_000_000);
    }

    internal JudgeUsage Add(JudgeUsage other) =>
        new(Requests + other.Requests, InputTokens + other.InputTokens, OutputTokens + other.OutputTokens, Cost + other.Cost);
}
