using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>What a part of a conversation is known by. Two parts have the same only where the model sees the same.</summary>
internal static class Piece
{
    /// <summary>A message of a user; null where something in it is not understood.</summary>
    public static string? OfUser(ChatMessage message)
    {
        var key = new StringBuilder("user").Append('\n').Append(message.Role.Value).Append('\n');
        foreach (var content in message.Contents)
        {
            // The facts of a question have no place for these.
            if (content is TextReasoningContent or ErrorContent || OfContent(content) is not { } part)
                return null;
            key.Append(part.Length).Append(':').Append(part);
        }
        return key.ToString();
    }

    /// <summary>A text of the model.</summary>
    public static string OfText(string text) => $"text\n{text}";

    /// <summary>What a provider keeps of its reasoning in a form of its own.</summary>
    public static string OfProtected(string data) => $"protected\n{data}";

    /// <summary>A call, as the model has made it.</summary>
    public static string OfCall(FunctionCallContent call) =>
        $"call\n{call.CallId.Length}:{call.CallId}{call.Name.Length}:{call.Name}{JsonText.Canonical(JsonText.Arguments(call.Arguments))}";

    /// <summary>A result, as the model sees it.</summary>
    public static string OfResult(FunctionResultContent result) =>
        $"result\n{result.CallId.Length}:{result.CallId}{JsonText.Canonical(JsonText.Of(result.Result))}";

    /// <summary>A content beside texts and calls; null where it is not understood.</summary>
    public static string? OfContent(AIContent content) => content switch
    {
        TextContent text when content.GetType() == typeof(TextContent) => OfText(text.Text),
        TextReasoningContent text when content.GetType() == typeof(TextReasoningContent) => OfText(text.Text),
        DataContent data when content.GetType() == typeof(DataContent) =>
            $"data\n{data.MediaType}\n{data.Name}\n{Convert.ToHexStringLower(SHA256.HashData(data.Data.Span))}",
        UriContent link when content.GetType() == typeof(UriContent) => $"uri\n{link.MediaType}\n{link.Uri}",
        HostedFileContent file when content.GetType() == typeof(HostedFileContent) =>
            $"file\n{file.FileId.Length}:{file.FileId}{file.MediaType}\n{file.Name}",
        HostedVectorStoreContent store when content.GetType() == typeof(HostedVectorStoreContent) => $"store\n{store.VectorStoreId}",
        ErrorContent error when content.GetType() == typeof(ErrorContent) => $"error\n{error.Message}\n{error.ErrorCode}\n{error.Details}",
        _ => null,
    };
}
