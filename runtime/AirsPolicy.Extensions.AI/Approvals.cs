using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// Takes approvals out of the messages of a request. What they say of calls counts for nothing: a response names a call that waits here,
/// and each that goes on stands where the response stood.
/// </summary>
internal static class Approvals
{
    /// <summary>The messages without requests and responses, and the messages that were put in their place.</summary>
    public static async ValueTask<(List<ChatMessage> Messages, List<ChatMessage> Resumed)> TakeAsync(
        List<ChatMessage> messages,
        ToolCalls calls,
        CancellationToken cancellation)
    {
        if (!messages.Exists(message => message.Contents.Any(IsApproval)))
            return (messages, []);
        var (taken, resumed) = (new List<ChatMessage>(), new List<ChatMessage>());
        foreach (var message in messages)
        {
            var pairs = new List<(FunctionCallContent Call, FunctionResultContent Result)>();
            foreach (var response in message.Contents.OfType<ToolApprovalResponseContent>())
            {
                if (await calls.ResumeAsync(response, cancellation).ConfigureAwait(false) is { } pair)
                    pairs.Add(pair);
            }
            if (pairs.Count > 0)
            {
                resumed.Add(new ChatMessage(ChatRole.Assistant, [.. pairs.Select(pair => pair.Call)]));
                resumed.Add(new ChatMessage(ChatRole.Tool, [.. pairs.Select(pair => pair.Result)]));
                taken.AddRange(resumed[^2..]);
            }
            if (!message.Contents.Any(IsApproval))
            {
                taken.Add(message);
                continue;
            }
            var rest = message.Contents.Where(content => !IsApproval(content)).ToList();
            if (rest.Count == 0)
                continue;
            var cleared = message.Clone();
            cleared.Contents = rest;
            taken.Add(cleared);
        }
        return (taken, resumed);
    }

    private static bool IsApproval(AIContent content) => content is InputRequestContent or InputResponseContent;
}
