using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>What stands beside the text of a message, as the facts of <c>input</c> have it.</summary>
/// <param name="Name">Its name or address.</param>
/// <param name="DeclaredType">The media type that is said of it.</param>
/// <param name="DetectedType">The media type by its bytes; null where they are elsewhere.</param>
/// <param name="Size">Its size in bytes; null where it is elsewhere.</param>
/// <param name="Text">Its text, as far as it has one.</param>
internal sealed record Attachment(string Name, string DeclaredType, string? DetectedType, long? Size, string? Text)
{
    /// <summary>What a content is; null for one that is no attachment.</summary>
    public static Attachment? Of(AIContent content)
    {
        if (content.GetType() == typeof(DataContent) && content is DataContent data)
        {
            var bytes = data.Data.Span;
            return new(
                data.Name ?? "",
                data.MediaType,
                MediaTypes.Detect(bytes, data.MediaType),
                bytes.Length,
                MediaTypes.TextOf(bytes) ?? "");
        }
        if (content.GetType() == typeof(UriContent) && content is UriContent link)
            return new(link.Uri.ToString(), link.MediaType, null, null, null);
        if (content.GetType() == typeof(HostedVectorStoreContent) && content is HostedVectorStoreContent store)
            return new(store.VectorStoreId, MediaTypes.Unknown, null, null, null);
        return content.GetType() == typeof(HostedFileContent) && content is HostedFileContent file
            ? new(file.Name ?? file.FileId, file.MediaType ?? MediaTypes.Unknown, null, null, null)
            : null;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, Name);
        json.WriteString("declared_type"u8, DeclaredType);
        if (DetectedType is not null)
            json.WriteString("detected_type"u8, DetectedType);
        if (Size is { } size)
            json.WriteNumber("size"u8, size);
        if (Text is not null)
            json.WriteString("text"u8, Text);
        json.WriteEndObject();
    }
}
