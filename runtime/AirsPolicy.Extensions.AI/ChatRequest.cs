using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>A request to a chat client, as the caller made it.</summary>
public sealed record ChatRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options);
