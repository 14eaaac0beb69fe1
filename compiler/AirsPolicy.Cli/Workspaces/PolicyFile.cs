using System.Text;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Workspaces;

/// <summary>Writes policy files back.</summary>
internal static class PolicyFile
{
    /// <summary>Replaces the text of a file in one step, keeping its byte order mark if it has one.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string path, string content) => OutputFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(HasMark(path)));
        writer.Write(content);
    });

    private static bool HasMark(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[3];
        return file.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.SequenceEqual(Encoding.UTF8.Preamble);
    }
}
