using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>What callers give, with nothing but what is decided on. Nobody else can change it after the decision.</summary>
internal static class PlainContent
{
    /// <summary>A copy of a message without author, properties and raw representations; null where a content is not known.</summary>
    public static ChatMessage? Of(ChatMessage message)
    {
        var contents = new List<AIContent>(message.Contents.Count);
        for (var at = 0; at < message.Contents.Count; at++)
        {
            if (Of(message.Contents[at]) is not { } plain)
                return null;
            contents.Add(plain);
        }
        return new ChatMessage(message.Role, contents) { MessageId = message.MessageId, CreatedAt = message.CreatedAt };
    }

    private static AIContent? Of(AIContent content)
    {
        AIContent? copy = content switch
        {
            TextContent text => new TextContent(text.Text),
            TextReasoningContent reasoning => new TextReasoningContent(reasoning.Text) { ProtectedData = reasoning.ProtectedData },
            DataContent data => new DataContent(data.Data.ToArray(), data.MediaType) { Name = data.Name },
            UriContent link => new UriContent(link.Uri, link.MediaType),
            HostedFileContent file => new HostedFileContent(file.FileId) { Name = file.Name, MediaType = file.MediaType },
            HostedVectorStoreContent store => new HostedVectorStoreContent(store.VectorStoreId),
            ErrorContent error => new ErrorContent(error.Message) { ErrorCode = error.ErrorCode, Details = error.Details },
            UsageContent usage => new UsageContent(usage.Details),
            FunctionCallContent call => Of(call),
            FunctionResultContent result => Of(result),
            _ => null,
        };
        // What is derived from a known kind is not known.
        return copy?.GetType() == content.GetType() ? copy : null;
    }

    private static FunctionCallContent? Of(FunctionCallContent call) =>
        JsonText.Arguments(call.Arguments) is { } arguments
            ? new FunctionCallContent(call.CallId, call.Name, call.Arguments is null ? null : JsonText.Dictionary(arguments))
            {
                InformationalOnly = call.InformationalOnly,
            }
            : null;

    private static FunctionResultContent? Of(FunctionResultContent result)
    {
        var decided = JsonText.Fixed(result.Result);
        return decided is null && result.Result is not null ? null : new FunctionResultContent(result.CallId, decided);
    }
}
