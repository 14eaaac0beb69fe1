using System.Globalization;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Workspaces;

/// <summary>Writes a file that the command line names: whole, or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Replaces a file in one step. A link stays a link, and what was there keeps its mode.</summary>
    /// <exception cref="UsageException">The file cannot be written; the message says why.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (path.Length == 0)
            throw new UsageException("A file to write needs a name.");
        // Beside the file, so that moving it there is one step; of this process, so that no other file is lost.
        var target = Target(path);
        var aside = string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}.tmp");
        try
        {
            using (var stream = File.Create(aside))
                write(stream);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(aside, File.GetUnixFileMode(target));
            File.Move(aside, target, overwrite: true);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unwritable(path, failure);
        }
        finally
        {
            if (File.Exists(aside))
                File.Delete(aside);
        }
    }

    private static string Target(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
}
