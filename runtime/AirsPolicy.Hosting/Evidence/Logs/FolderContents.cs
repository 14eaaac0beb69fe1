using AirsPolicy.Hosting.Evidence.Merkle;

namespace AirsPolicy.Hosting.Evidence.Logs;

/// <summary>What a folder keeps of contents, read forwards: a line at a time is in memory.</summary>
/// <param name="count">How many leaves there are.</param>
internal sealed class FolderContents(string folder, long count) : IDisposable
{
    private long _file = -1;
    private long _asked;
    private FileLines? _lines;
    private (long Seq, StoredContent Content)? _next;

    /// <exception cref="InvalidDataException">
    /// The file is not written as it should be; what stands behind the place is not read.
    /// </exception>
    public StoredContent? Find(long index)
    {
        var file = index / TileAddress.Whole;
        if (file != _file || index <= _asked)
            Open(file);
        _asked = index;
        while (_next is { } line && line.Seq <= index)
        {
            Advance(line.Seq);
            if (line.Seq == index)
                return line.Content;
        }
        return null;
    }

    public void Dispose() => _lines?.Dispose();

    private void Open(long file)
    {
        _lines?.Dispose();
        (_file, _lines, _next) = (file, null, null);
        var name = EvidenceFiles.Content(file);
        if (EvidenceFiles.Open(folder, name) is not { } stream)
            return;
        _lines = new FileLines(stream, name, ContentLine.MaxBytes);
        Advance(file * TileAddress.Whole - 1);
    }

    private void Advance(long last)
    {
        _next = null;
        if (_lines!.Read() is not { } line)
            return;
        var read = ContentLine.Read(line.Span);
        if (read is not { } content)
            throw new InvalidDataException($"Line {_lines.Number} of '{EvidenceFiles.Content(_file)}' is no content as it is written.");
        if (content.Seq <= last || content.Seq / TileAddress.Whole != _file || content.Seq >= count)
            throw new InvalidDataException(
                $"Line {_lines.Number} of '{EvidenceFiles.Content(_file)}' is of leaf {content.Seq}, which has no place behind leaf {last}.");
        _next = content;
    }
}
