namespace AirsPolicy.Hosting.Evidence.Logs;

/// <summary>The lines of a file, one after the other. Each ends with a line feed, the last one too.</summary>
/// <param name="name">The file as messages call it.</param>
/// <param name="most">The most bytes of a line.</param>
internal sealed class FileLines(Stream stream, string name, int most) : IDisposable
{
    private byte[] _buffer = new byte[16 << 10];
    private int _start;
    private int _end;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its line feed, which is written over with the one behind it; null at the end.</summary>
    /// <exception cref="InvalidDataException">The line is too long, or has no end.</exception>
    public ReadOnlyMemory<byte>? Read()
    {
        Number++;
        for (var seen = 0; ;)
        {
            var feed = _buffer.AsSpan((_start + seen).._end).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                var line = _buffer.AsMemory(_start, seen + feed);
                _start += line.Length + 1;
                return line;
            }
            seen = _end - _start;
            if (seen > most)
                throw new InvalidDataException($"Line {Number} of '{name}' has more than {most} bytes.");
            if (Fill())
                continue;
            return seen == 0 ? null : throw new InvalidDataException($"Line {Number} of '{name}' is cut short.");
        }
    }

    public void Dispose() => stream.Dispose();

    private bool Fill()
    {
        var rest = _buffer.AsSpan(_start.._end);
        if (rest.Length > _buffer.Length / 2)
        {
            var larger = new byte[_buffer.Length * 2];
            rest.CopyTo(larger);
            _buffer = larger;
        }
        else
            rest.CopyTo(_buffer);
        (_start, _end) = (0, rest.Length);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
