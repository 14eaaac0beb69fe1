using System.Text.Json.Nodes;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>A call that waits. What is executed in the end is what stands here, and nothing that a message says.</summary>
/// <param name="Key">The digest of who asks, for which agent, in which session, of the tool, its definition and its arguments.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Waits">
/// The number under which it waits for people of the policy's queues; null where the application alone asks its user.
/// </param>
/// <param name="Expires">When it can no longer be taken up.</param>
/// <param name="IsEdited">The arguments are what reviewers have made of those of the model.</param>
internal sealed record HeldCall(
    string Key, string Tool, JsonObject Arguments, long? Waits, DateTimeOffset Expires, bool IsEdited = false);
