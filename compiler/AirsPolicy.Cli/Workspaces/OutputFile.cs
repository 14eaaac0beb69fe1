namespace AirsPolicy.Cli.Workspaces;

/// <summary>Writes a file that the command line names: whole, or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var aside = path + ".tmp";
        try
        {
            using (var stream = File.Create(aside))
                write(stream);
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written.");
        }
    }
}
