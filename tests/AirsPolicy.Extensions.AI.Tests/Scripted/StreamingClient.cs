using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests.Scripted;

/// <summary>A model that streams what a test makes of each attempt, which are numbered from 0.</summary>
internal sealed class StreamingClient(
    Func<int, IReadOnlyList<ChatMessage>, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> answer) : IChatClient
{
    private int _asked;

    /// <summary>How often it was asked.</summary>
    public int Asked => _asked;

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        answer(Interlocked.Increment(ref _asked) - 1, [.. messages], cancellationToken);

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
