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
        // The facts of a question have no place for these.
        if (message.Contents.Any(content => content is TextReasoningContent or ErrorContent))
            return null;
        string?[] parts = [.. message.Contents.Select(OfContent)];
        return parts.Contains(null) ? null : Key("user", [message.Role.Value, .. parts]);
    }

    /// <summary>A text of the model.</summary>
    public static string OfText(string text) => Key("text", text);

    /// <summary>What a provider keeps of its reasoning in a form of its own.</summary>
    public static string OfProtected(string data) => Key("protected", data);

    /// <summary>A call, as the model has made it.</summary>
    public static string OfCall(FunctionCallContent call) =>
        Key("call", call.CallId, call.Name, JsonText.Canonical(JsonText.Arguments(call.Arguments)));

    /// <summary>A result, as the model sees it.</summary>
    public static string OfResult(FunctionResultContent result) =>
        Key("result", result.CallId, JsonText.Canonical(JsonText.Of(result.Result)));

    /// <summary>A content beside texts and calls; null where it is not understood.</summary>
    public static string? OfContent(AIContent content) => content switch
    {
        TextContent text when content.GetType() == typeof(TextContent) => OfText(text.Text),
        TextReasoningContent text when content.GetType() == typeof(TextReasoningContent) => OfText(text.Text),
        DataContent data when content.GetType() == typeof(DataContent) =>
            Key("data", data.MediaType, data.Name, Convert.ToHexStringLower(SHA256.HashData(data.Data.Span))),
        UriContent link when content.GetType() == typeof(UriContent) => Key("uri", link.MediaType, link.Uri.ToString()),
        HostedFileContent file when content.GetType() == typeof(HostedFileContent) => Key("file", file.FileId, file.MediaType, file.Name),
        HostedVectorStoreContent store when content.GetType() == typeof(HostedVectorStoreContent) => Key("store", store.VectorStoreId),
        ErrorContent error when content.GetType() == typeof(ErrorContent) => Key("error", error.Message, error.ErrorCode, error.Details),
        _ => null,
    };

    // The length of a part stands before it, so that no part can end another and begin the next.
    private static string Key(string kind, params ReadOnlySpan<string?> parts)
    {
        var key = new StringBuilder(kind);
        foreach (var part in parts)
            key.Append('\n').Append(part?.Length ?? -1).Append(':').Append(part);
        return key.ToString();
    }
}
