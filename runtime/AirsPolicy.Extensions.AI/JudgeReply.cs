using System.Text;
using AirsPolicy.Hosting;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>What has arrived of the response to one attempt. One thread at a time.</summary>
internal sealed class JudgeReply
{
    private readonly StringBuilder _text = new();
    private readonly List<UsageDetails> _usage = [];
    private ChatFinishReason? _finish;

    /// <summary>Something has arrived, so that the model has read the question.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>What is longer is no answer, and is not paid for.</summary>
    public bool IsTooLong => _text.Length > JudgeQuestion.MaxAnswer;

    /// <summary>The answer; null where the provider has refused it.</summary>
    public string? Answer => _finish == ChatFinishReason.ContentFilter ? null : _text.ToString();

    public void Add(ChatResponseUpdate update)
    {
        HasBegun = true;
        _finish = update.FinishReason ?? _finish;
        _text.Append(update.Text);
        _usage.AddRange(update.Contents.OfType<UsageContent>().Select(usage => usage.Details));
    }

    /// <summary>
    /// The tokens that were read and written. Where the provider does not say, or says what cannot be, a token counts for each byte that
    /// was sent and has arrived, which is more than any model makes of them: a budget does not last longer because nobody counts.
    /// </summary>
    /// <param name="sent">The bytes that were sent.</param>
    public (long Input, long Output) Tokens(long sent) =>
        (Sum(usage => usage.InputTokenCount) ?? sent, Sum(usage => usage.OutputTokenCount) ?? Encoding.UTF8.GetByteCount(_text.ToString()));

    private long? Sum(Func<UsageDetails, long?> count)
    {
        var said = _usage.ConvertAll(usage => count(usage)).FindAll(tokens => tokens is not null);
        if (said.Count == 0 || said.Exists(tokens => tokens < 0))
            return null;
        return said.Aggregate(0L, (sum, tokens) => sum > long.MaxValue - tokens!.Value ? long.MaxValue : sum + tokens.Value);
    }
}
