using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Evidence.Logs;

/// <summary>The checkpoints of a folder before the latest one: notes in one file, an empty line behind each.</summary>
internal static class PastCheckpoints
{
    public static IEnumerable<ReadOnlyMemory<byte>> Read(string folder)
    {
        if (EvidenceFiles.Open(folder, EvidenceFiles.Past) is not { } stream)
            yield break;
        using var lines = new FileLines(stream, EvidenceFiles.Past, Checkpoint.MaxBytes);
        var (note, hasText) = (new List<byte>(), false);
        while (lines.Read() is { } line)
        {
            // The first empty line parts text and signatures, the second ends the note.
            if (line.IsEmpty && hasText)
            {
                yield return note.ToArray();
                (note, hasText) = ([], false);
                continue;
            }
            hasText |= line.IsEmpty;
            note.AddRange(line.Span);
            note.Add((byte)'\n');
            if (note.Count > Checkpoint.MaxBytes)
                throw new InvalidDataException($"'{EvidenceFiles.Past}' holds a note of more than {Checkpoint.MaxBytes} bytes.");
        }
        if (note.Count > 0)
            throw new InvalidDataException($"'{EvidenceFiles.Past}' is cut short.");
    }
}
