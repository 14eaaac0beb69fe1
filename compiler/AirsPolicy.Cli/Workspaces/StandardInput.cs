using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Cli.Workspaces;

/// <summary>The standard input as a policy file.</summary>
internal static class StandardInput
{
    /// <summary>What a command line calls it.</summary>
    public const string Path = "-";

    // No file can be meant by it, and findings begin with it.
    private const string Shown = "<stdin>";

    public static bool IsAmong(IEnumerable<string>? paths) => paths?.Contains(Path, StringComparer.Ordinal) ?? false;

    public static PackageFolder Read(Func<Stream> openInput)
    {
        using var input = openInput();
        return PackageFolder.Read(input, Shown);
    }
}
