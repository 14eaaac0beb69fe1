using System.Text.Json;

namespace AirsPolicy.LanguageServer.Transport;

/// <summary>Reads the JSON-RPC 2.0 envelope of a message.</summary>
internal static class MessageParser
{
    /// <summary>Any bytes give a message: what is none becomes <see cref="IncomingMessage.Faulty"/>.</summary>
    public static IncomingMessage Parse(ReadOnlyMemory<byte> body)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            return new IncomingMessage.Faulty(null, ErrorCode.ParseError, "The message is not JSON.");
        }

        if (root.ValueKind != JsonValueKind.Object)
            return new IncomingMessage.Faulty(null, ErrorCode.InvalidRequest, "A message is one JSON object; batches are not read.");
        try
        {
            return Envelope(root);
        }
        catch (InvalidOperationException)
        {
            // Texts are decoded only when read: bytes that are not UTF-8 and lone surrogates show up here.
            return new IncomingMessage.Faulty(null, ErrorCode.InvalidRequest, "The message holds text that is not Unicode.");
        }
    }

    private static IncomingMessage Envelope(JsonElement root)
    {
        var hasId = root.TryGetProperty("id", out var id);
        if (hasId && id.ValueKind is not (JsonValueKind.Number or JsonValueKind.String or JsonValueKind.Null))
            return new IncomingMessage.Faulty(null, ErrorCode.InvalidRequest, "An 'id' is a number or a string.");
        if (hasId && id.ValueKind == JsonValueKind.String)
            _ = id.GetString();
        JsonElement? known = hasId ? id : null;
        if (!root.TryGetProperty("jsonrpc", out var version) || version.ValueKind != JsonValueKind.String || !version.ValueEquals("2.0"))
            return new IncomingMessage.Faulty(known, ErrorCode.InvalidRequest, "The member 'jsonrpc' is \"2.0\".");
        root.TryGetProperty("params", out var parameters);
        if (root.TryGetProperty("method", out var method))
        {
            if (method.ValueKind != JsonValueKind.String)
                return new IncomingMessage.Faulty(known, ErrorCode.InvalidRequest, "A 'method' is a string.");
            return hasId
                ? new IncomingMessage.Request(id, method.GetString()!, parameters, CancellationToken.None)
                : new IncomingMessage.Notification(method.GetString()!, parameters);
        }

        return hasId && (root.TryGetProperty("result", out _) || root.TryGetProperty("error", out _))
            ? new IncomingMessage.Response(id)
            : new IncomingMessage.Faulty(known, ErrorCode.InvalidRequest, "A message has a 'method', a 'result' or an 'error'.");
    }
}
