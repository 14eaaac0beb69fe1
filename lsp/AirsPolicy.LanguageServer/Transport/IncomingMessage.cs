using System.Text.Json;

namespace AirsPolicy.LanguageServer.Transport;

/// <summary>A message from the client, taken apart as far as every message is alike.</summary>
internal abstract record IncomingMessage
{
    private IncomingMessage()
    {
    }

    /// <summary>Wants an answer under <paramref name="Id"/>, unless <paramref name="Cancelled"/> has fired before it is handled.</summary>
    public sealed record Request(JsonElement Id, string Method, JsonElement Params, CancellationToken Cancelled) : IncomingMessage;

    /// <summary>Wants no answer.</summary>
    public sealed record Notification(string Method, JsonElement Params) : IncomingMessage;

    /// <summary>The client's answer to a request of ours.</summary>
    public sealed record Response(JsonElement Id) : IncomingMessage;

    /// <summary>Is no message; the client is told why.</summary>
    /// <param name="Id">The id of the request where one could be read.</param>
    public sealed record Faulty(JsonElement? Id, ErrorCode Code, string Reason) : IncomingMessage;

    /// <summary>The client has closed its end.</summary>
    public sealed record End : IncomingMessage;
}
