namespace AirsPolicy.Hosting.Reviewing;

/// <summary>Reads lines of a stream that are no longer than they may be.</summary>
internal sealed class LineReader(Stream stream, int most)
{
    private readonly byte[] _buffer = new byte[4_096];
    private int _start;
    private int _end;

    /// <summary>The next line without its end; null where the stream is over, also in the middle of a line.</summary>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellation)
    {
        using var line = new MemoryStream();
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            line.Write(length < 0 ? rest : rest[..length]);
            if (line.Length > most)
                throw new InvalidDataException($"A line has at most {most} bytes.");
            if (length >= 0)
            {
                _start += length + 1;
                return line.ToArray();
            }
            (_start, _end) = (0, await stream.ReadAsync(_buffer, cancellation).ConfigureAwait(false));
            if (_end == 0)
                return null;
        }
    }
}
