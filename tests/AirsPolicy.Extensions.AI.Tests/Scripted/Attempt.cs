using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests.Scripted;

/// <summary>What a model does in one attempt.</summary>
/// <param name="Text">What it streams, or null for nothing.</param>
/// <param name="Usage">What it says of its use, or null.</param>
/// <param name="Fault">How it ends, or null.</param>
/// <param name="Hangs">It streams no more, until it is cancelled.</param>
internal sealed record Attempt(string? Text = null, UsageDetails? Usage = null, Exception? Fault = null, bool Hangs = false)
{
    /// <param name="hang">What happens once it hangs.</param>
    public async IAsyncEnumerable<ChatResponseUpdate> Stream(Action? hang, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        if (Text is not null)
            yield return new ChatResponseUpdate(ChatRole.Assistant, Text);
        if (Hangs)
        {
            hang?.Invoke();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        if (Fault is not null)
            throw Fault;
        if (Usage is not null)
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage)]);
        yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop };
    }
}
