using System.Globalization;

namespace AirsPolicy.LanguageServer.Transport;

/// <summary>Cuts a stream into messages by their <c>Content-Length</c> header (LSP 3.17, Base Protocol). For one thread.</summary>
/// <remarks>What is not understood in front of a length is passed over: the next header brings the reader back in step.</remarks>
internal sealed class FrameReader(Stream input, int maxBytes)
{
    private const string LengthHeader = "Content-Length:";

    // Longer than any header in use; of a longer line only the end is kept, where a header may follow on garbage.
    private const int LineCapacity = 512;
    private const int KeptTail = 64;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly char[] _line = new char[LineCapacity];
    private int _next, _filled;

    /// <summary>Blocks until a message is whole, too large, or the input ends.</summary>
    public Frame Read()
    {
        long? length = null;
        while (TryReadLine(out var line))
        {
            if (line.Length > 0)
            {
                length = LengthIn(line) ?? length;
                continue;
            }

            if (length is null)
                continue;
            if (length > maxBytes)
                return Skip(length.Value) ? new Frame(FrameStatus.TooLarge, default, length.Value) : new Frame(FrameStatus.End, default);
            var body = new byte[length.Value];
            return Fill(body) ? new Frame(FrameStatus.Message, body, body.Length) : new Frame(FrameStatus.End, default);
        }

        return new Frame(FrameStatus.End, default);
    }

    private static long? LengthIn(ReadOnlySpan<char> line)
    {
        var at = line.LastIndexOf(LengthHeader, StringComparison.OrdinalIgnoreCase);
        return
            at >= 0
            && long.TryParse(line[(at + LengthHeader.Length)..].Trim(' '), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;
    }

    // A line ends at LF; a CR before it is not part of the line. Bytes become chars one to one: headers are ASCII.
    private bool TryReadLine(out ReadOnlySpan<char> line)
    {
        var count = 0;
        while (_next < _filled || Refill())
        {
            var unit = (char)_buffer[_next++];
            if (unit == '\n')
            {
                line = _line.AsSpan(0, count > 0 && _line[count - 1] == '\r' ? count - 1 : count);
                return true;
            }

            if (count == LineCapacity)
            {
                _line.AsSpan(count - KeptTail).CopyTo(_line);
                count = KeptTail;
            }

            _line[count++] = unit;
        }

        line = default;
        return false;
    }

    private bool Fill(Span<byte> body)
    {
        while (body.Length > 0)
        {
            if (_next == _filled && !Refill())
                return false;
            var taken = Math.Min(body.Length, _filled - _next);
            _buffer.AsSpan(_next, taken).CopyTo(body);
            _next += taken;
            body = body[taken..];
        }

        return true;
    }

    private bool Skip(long count)
    {
        while (count > 0)
        {
            if (_next == _filled && !Refill())
                return false;
            var taken = (int)Math.Min(count, _filled - _next);
            _next += taken;
            count -= taken;
        }

        return true;
    }

    private bool Refill()
    {
        _next = 0;
        _filled = input.Read(_buffer);
        return _filled > 0;
    }
}
