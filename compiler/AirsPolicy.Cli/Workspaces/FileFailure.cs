using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Workspaces;

/// <summary>Why a file cannot be read or written, in words that say where to look.</summary>
internal static class FileFailure
{
    // The code of "no space left on device" where the platform gives errno, and that of "disk full" on Windows.
    private const int NoSpace = 28;
    private const int DiskFull = unchecked((int)0x80070070);

    /// <summary>Whether the file system refused, and not the program.</summary>
    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException;

    /// <summary>The refusal of a file that is to be read.</summary>
    /// <param name="what">The file as the message calls it, with its path in quotes.</param>
    public static UsageException Unreadable(string what, string path, Exception failure) =>
        new($"{what} cannot be read: {Reason(path, failure)}.");

    /// <summary>The refusal of a file that is to be written.</summary>
    public static UsageException Unwritable(string path, Exception failure) => new($"'{path}' cannot be written: {Reason(path, failure)}.");

    private static string Reason(string path, Exception failure) =>
        failure switch
        {
            _ when Directory.Exists(path) => "it is a folder",
            FileNotFoundException or DirectoryNotFoundException => MissingFolder(path) is { } folder
                ? $"there is no folder '{folder}'"
                : "there is no such file",
            UnauthorizedAccessException => "this account has no permission",
            PathTooLongException => "its path is too long",
            { HResult: NoSpace or DiskFull } => "the disk is full",
            _ => failure.Message.TrimEnd('.'),
        };

    private static string? MissingFolder(string path) =>
        Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder) ? folder : null;
}
