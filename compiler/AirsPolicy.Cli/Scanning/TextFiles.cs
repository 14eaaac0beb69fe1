using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Scanning;

/// <summary>The texts of files: JSON Lines row by row, anything else as one text.</summary>
/// <param name="openInput">Opens the standard input, for <c>-</c>.</param>
/// <param name="areRows">Every file is JSON Lines, whatever its name.</param>
/// <param name="groupBy">The member that rows are grouped by, or null.</param>
internal sealed class TextFiles(Func<Stream> openInput, bool areRows, string? groupBy)
{
    private const int LargestText = 16 << 20;

    /// <summary>The texts, one at a time.</summary>
    /// <exception cref="UsageException">A file cannot be read, or a line is no row; the message says which.</exception>
    public IEnumerable<ScannedText> Read(string path)
    {
        using var stream = Open(path);
        if (!areRows && !HasRows(path))
        {
            yield return new ScannedText(path, 0, null, ReadText(stream, path), null, null, TextSide.User);
            yield break;
        }
        var lines = new LineReader(stream, path);
        while (lines.TryRead(out var line))
        {
            if (!IsBlank(line.Span, lines.Number)) yield return RowText.Read(WithoutMark(line, lines.Number), path, lines.Number, groupBy);
        }
    }

    private static bool HasRows(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);

    private static bool IsBlank(ReadOnlySpan<byte> line, int number) => WithoutMark(line, number).IndexOfAnyExcept(" \t\r"u8) < 0;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line, int number) =>
        line[(line.Length - WithoutMark(line.Span, number).Length)..];

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line, int number) =>
        number == 1 && line.StartsWith(Encoding.UTF8.Preamble) ? line[Encoding.UTF8.Preamble.Length..] : line;

    private Stream Open(string path)
    {
        try
        {
            return path == "-" ? openInput() : File.OpenRead(path);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unreadable($"'{path}'", path, failure);
        }
    }

    private static string ReadText(Stream stream, string path)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestText)
                throw new UsageException($"'{path}' is larger than {LargestText >> 20} MiB; split it, or write it as JSON Lines.");
        }
        return Encoding.UTF8.GetString(WithoutMark(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), 1));
    }
}
