using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Programs.Tables.Json;

namespace AirsPolicy.Runtime.Bundles.Signing;

/// <summary>
/// An envelope of DSSE 1.0 (https://github.com/secure-systems-lab/dsse): a payload with its type and the signatures over both. It is
/// written in one way, and read in no other, so that nothing stands in it that nobody reads.
/// </summary>
/// <param name="PayloadType">What the payload is.</param>
/// <param name="Payload">The payload; null where it stands elsewhere.</param>
/// <param name="Signatures">What keys have signed.</param>
internal sealed record Envelope(string PayloadType, ReadOnlyMemory<byte>? Payload, ValueList<KeySignature> Signatures)
{
    // A signature of P-256 in DER takes 72 bytes at most.
    private const int MaxSignature = 72;
    private const int MaxDepth = 3;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes that are signed, in which type and payload cannot run into each other.</summary>
    public static byte[] Encode(string payloadType, ReadOnlySpan<byte> payload) =>
        [.. Encoding.UTF8.GetBytes($"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} "), .. payload];

    /// <summary>The bytes of the envelope: JSON in UTF-8.</summary>
    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            if (Payload is { } payload)
                writer.WriteString("payload", Convert.ToBase64String(payload.Span));
            writer.WriteString("payloadType", PayloadType);
            writer.WriteStartArray("signatures");
            foreach (var (key, signature) in Signatures)
            {
                writer.WriteStartObject();
                writer.WriteString("keyid", key);
                writer.WriteString("sig", Convert.ToBase64String(signature.Span));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads an envelope.</summary>
    /// <exception cref="FormatException">The bytes are no envelope; the message says why in a few words.</exception>
    public static Envelope Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var json = document.RootElement;
            var envelope = new Envelope(
                json.Text("payloadType"),
                json.TryGetProperty("payload", out var payload)
                    ? (ReadOnlyMemory<byte>?)payload.GetBytesFromBase64()
                    : null,
                json.List("signatures", item => new KeySignature(item.Text("keyid"), item.GetProperty("sig").GetBytesFromBase64())));
            if (envelope.Signatures.Any(signed => !KeyNames.IsWellFormed(signed.Key) || signed.Signature.Length is 0 or > MaxSignature))
                throw new FormatException("it names no key, or the signature is not of a length that one has");
            return bytes.Span.SequenceEqual(envelope.Write()) ? envelope : throw new FormatException("it is not written as envelopes are");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or InvalidDataException)
        {
            throw new FormatException("it is no envelope", fault);
        }
    }
}
