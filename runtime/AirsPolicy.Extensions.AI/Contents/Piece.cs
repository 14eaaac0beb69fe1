using System.Security.Cryptography;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>What a part of a conversation is known by. Two parts have the same only where the model sees the same.</summary>
internal static class Piece
{
    /// <summary>A message of a user; null where something in it is not understood.</summary>
    public static UInt128? OfUser(ChatMessage message)
    {
        var piece = Digest.Of("user", message.Role.Value);
        for (var at = 0; at < message.Contents.Count; at++)
        {
            var content = message.Contents[at];
            // The facts of a question have no place for these.
            if (content is TextReasoningContent or ErrorContent || OfContent(content) is not { } known)
                return null;
            piece = Digest.Of(piece, known);
        }
        return piece;
    }

    /// <summary>A text of the model.</summary>
    public static UInt128 OfText(string text) => Digest.Of("text", text);

    /// <summary>What a provider keeps of its reasoning in a form of its own.</summary>
    public static UInt128 OfProtected(string data) => Digest.Of("protected", data);

    /// <summary>A call, as the model has made it.</summary>
    public static UInt128 OfCall(FunctionCallContent call) =>
        Digest.Of("call", call.CallId, call.Name, JsonText.Canonical(JsonText.Arguments(call.Arguments)));

    /// <summary>A result, as the model sees it.</summary>
    public static UInt128 OfResult(FunctionResultContent result) =>
        Digest.Of("result", result.CallId, JsonText.Canonical(JsonText.Of(result.Result)));

    /// <summary>A content beside texts and calls; null where it is not understood.</summary>
    public static UInt128? OfContent(AIContent content) => content switch
    {
        TextContent text when content.GetType() == typeof(TextContent) => OfText(text.Text),
        TextReasoningContent text when content.GetType() == typeof(TextReasoningContent) => OfText(text.Text),
        DataContent data when content.GetType() == typeof(DataContent) =>
            Digest.Of("data", data.MediaType, data.Name, Convert.ToHexStringLower(SHA256.HashData(data.Data.Span))),
        UriContent link when content.GetType() == typeof(UriContent) => Digest.Of("uri", link.MediaType, link.Uri.ToString()),
        HostedFileContent file when content.GetType() == typeof(HostedFileContent) =>
            Digest.Of("file", file.FileId, file.MediaType, file.Name),
        HostedVectorStoreContent store when content.GetType() == typeof(HostedVectorStoreContent) =>
            Digest.Of("store", store.VectorStoreId),
        ErrorContent error when content.GetType() == typeof(ErrorContent) =>
            Digest.Of("error", error.Message, error.ErrorCode, error.Details),
        _ => null,
    };
}
