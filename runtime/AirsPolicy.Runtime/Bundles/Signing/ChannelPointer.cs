using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Programs.Tables.Json;

namespace AirsPolicy.Runtime.Bundles.Signing;

/// <summary>Which bundle a channel stands at, and until when that is sure to be so.</summary>
/// <param name="Channel">The name of the channel, formed like that of a key.</param>
/// <param name="Version">A number that never falls.</param>
/// <param name="Digest">The digest of the bundle.</param>
/// <param name="Expires">The time from which on the pointer says nothing any more; whole seconds, in UTC.</param>
internal sealed record ChannelPointer(string Channel, long Version, string Digest, DateTimeOffset Expires)
{
    private const string PayloadType = "application/vnd.airspolicy.channel+json";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const int MaxDepth = 1;

    /// <summary>The time at which the pointer ends, as it is written.</summary>
    public string ExpiresText => Expires.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The bytes of the pointer with signatures: an envelope whose payload is the pointer.</summary>
    public byte[] Sign(IEnumerable<(string Name, SigningKey Key)> keys)
    {
        var payload = Write();
        return new Envelope(PayloadType, payload, keys.Select(key => key.Key.Sign(key.Name, PayloadType, payload)).ToValueList()).Write();
    }

    /// <summary>Reads a pointer that enough keys have signed.</summary>
    /// <exception cref="InvalidDataException">It is refused; the message says why in one sentence.</exception>
    public static ChannelPointer Read(ReadOnlyMemory<byte> bytes, TrustedKeys keys)
    {
        try
        {
            if (bytes.Length > BundleFormat.MaxSignatureBytes
                || Envelope.Read(bytes) is not { PayloadType: PayloadType, Payload: { } payload } envelope)
                throw new FormatException("it is larger than any, or points to nothing");
            keys.Check("the pointer", PayloadType, payload.Span, envelope.Signatures);
            return Parse(payload);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"The pointer of the channel cannot be read: {fault.Message.TrimEnd('.')}.", fault);
        }
    }

    private static ChannelPointer Parse(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = MaxDepth });
        var json = document.RootElement;
        var expires = DateTime.ParseExact(json.Text("expires"), TimeFormat, CultureInfo.InvariantCulture);
        var pointer = new ChannelPointer(
            json.Text("channel"),
            json.Long("version"),
            json.Text("digest"),
            new DateTimeOffset(expires, TimeSpan.Zero));
        return payload.Span.SequenceEqual(pointer.Write())
            ? pointer
            : throw new FormatException("it says something that is not known, or not as it is written");
    }

    private byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("channel", Channel);
            writer.WriteNumber("version", Version);
            writer.WriteString("digest", Digest);
            writer.WriteString("expires", ExpiresText);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
