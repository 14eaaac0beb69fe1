using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Scanning;

/// <summary>Reads the lines of a file one by one, with memory for the longest of them only.</summary>
internal sealed class LineReader(Stream stream, string path)
{
    private const int LongestLine = 16 << 20;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isEnded;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its line break; it holds until the next is read.</summary>
    /// <exception cref="UsageException">The line is longer than 16 MiB.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var searched = _start;
        while (true)
        {
            var length = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (length >= 0 || _isEnded)
            {
                var end = length >= 0 ? searched + length : _end;
                line = _buffer.AsMemory(_start, end - _start);
                if (length < 0 && line.IsEmpty) return false;
                _start = length >= 0 ? end + 1 : end;
                Number++;
                return true;
            }
            searched = _end;
            Fill(ref searched);
        }
    }

    private void Fill(ref int searched)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            searched -= _start;
            _end -= _start;
            _start = 0;
        }
        if (_end == LongestLine) throw new UsageException($"Line {Number + 1} of '{path}' is longer than {LongestLine >> 20} MiB.");
        if (_end == _buffer.Length) Array.Resize(ref _buffer, Math.Min(2 * _end, LongestLine));
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isEnded = read == 0;
        _end += read;
    }
}
