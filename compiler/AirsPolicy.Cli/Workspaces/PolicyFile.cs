using System.Text;

namespace AirsPolicy.Cli.Workspaces;

/// <summary>Writes policy files back.</summary>
internal static class PolicyFile
{
    /// <summary>Replaces the text of a file in one step, keeping its byte order mark if it has one.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string path, string content)
    {
        // Through a link, so that the link stays one.
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var aside = target + ".tmp";
        try
        {
            File.WriteAllText(aside, content, new UTF8Encoding(HasMark(target)));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(aside, File.GetUnixFileMode(target));
            File.Move(aside, target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written.");
        }
    }

    private static bool HasMark(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[3];
        return file.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.SequenceEqual(Encoding.UTF8.Preamble);
    }
}
