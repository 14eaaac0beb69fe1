using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AirsPolicy.LanguageServer.Transport;

/// <summary>Writes messages; one that cannot be serialised leaves the stream untouched. For one thread.</summary>
internal sealed class MessageWriter(Stream output)
{
    private readonly ArrayBufferWriter<byte> _body = new();

    /// <summary>Answers a request.</summary>
    public void Respond<T>(JsonElement id, T result, JsonTypeInfo<T> type) => Send(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WritePropertyName("result");
        JsonSerializer.Serialize(json, result, type);
    });

    /// <summary>Answers a request that has no result.</summary>
    public void Acknowledge(JsonElement id) => Send(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WriteNull("result");
    });

    /// <summary>Refuses a request; <paramref name="id"/> is null where none could be read.</summary>
    public void Refuse(JsonElement? id, ErrorCode code, string message) => Send(json =>
    {
        json.WritePropertyName("id");
        if (id is { } known)
            known.WriteTo(json);
        else
            json.WriteNullValue();
        json.WriteStartObject("error");
        json.WriteNumber("code", (int)code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) => Send(json =>
    {
        json.WriteString("method", method);
        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters, type);
    });

    /// <summary>Asks the client for something; its answer comes as <see cref="IncomingMessage.Response"/>.</summary>
    public void Request<T>(int id, string method, T parameters, JsonTypeInfo<T> type) => Send(json =>
    {
        json.WriteNumber("id", id);
        json.WriteString("method", method);
        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters, type);
    });

    private void Send(Action<Utf8JsonWriter> write)
    {
        _body.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_body))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            write(json);
            json.WriteEndObject();
        }

        Span<byte> header = stackalloc byte[64];
        var length = Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {_body.WrittenCount}\r\n\r\n"),
            header);
        output.Write(header[..length]);
        output.Write(_body.WrittenSpan);
        output.Flush();
    }
}
