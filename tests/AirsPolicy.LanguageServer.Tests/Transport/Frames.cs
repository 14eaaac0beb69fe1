using System.Text;
using System.Text.Json;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Tests.Transport;

/// <summary>Writes and reads frames for tests.</summary>
internal static class Frames
{
    public static byte[] Of(params string[] bodies) => [.. bodies.SelectMany(body =>
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return Encoding.ASCII.GetBytes($"Content-Length: {bytes.Length}\r\n\r\n").Concat(bytes);
    })];

    public static List<string> ReadAll(Stream stream, int maxBytes = 1 << 20)
    {
        var reader = new FrameReader(stream, maxBytes);
        var bodies = new List<string>();
        for (var frame = reader.Read(); frame.Status != FrameStatus.End; frame = reader.Read())
            bodies.Add(frame.Status == FrameStatus.TooLarge ? $"too large: {frame.Announced}" : Encoding.UTF8.GetString(frame.Body.Span));
        return bodies;
    }

    public static List<JsonElement> ReadMessages(byte[] bytes) =>
        [.. ReadAll(new MemoryStream(bytes)).Select(body => JsonDocument.Parse(body).RootElement)];
}

/// <summary>Gives its bytes out in pieces of a chosen size, as a pipe may.</summary>
internal sealed class ChunkedStream(byte[] bytes, params int[] sizes) : Stream
{
    private int _position, _reads;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var taken = Math.Min(Math.Min(count, sizes[_reads++ % sizes.Length]), bytes.Length - _position);
        Array.Copy(bytes, _position, buffer, offset, taken);
        _position += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
