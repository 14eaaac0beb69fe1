using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Cli.Importing;

/// <summary>The folder of the policy that tools are imported into.</summary>
/// <param name="path">The folder.</param>
/// <param name="server">The server that the tools belong to, or null.</param>
internal sealed class ImportFolder(string path, string? server)
{
    /// <summary>The policy file that declares the tools.</summary>
    public string ToolFile { get; } = Path.Combine(path, server is null ? "mcp_tools.airs" : $"{server}_tools.airs");

    /// <summary>Where a file lies, given from the folder.</summary>
    public string PathOf(string file) => Path.Combine(path, file);

    /// <summary>The name of the one policy whose files lie in the folder, or the one that is given.</summary>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public string PolicyName(string? given)
    {
        if (!Directory.Exists(path))
            throw new UsageException($"There is no folder '{path}'.");
        var policies = PackageFolder.Read(path).Packages
            .Where(package => package.Trees[0].Root.Header.IsPolicy && package.Trees.Any(tree => IsHere(tree.Source.Path)))
            .Select(package => package.Name).Distinct(StringComparer.Ordinal).ToList();
        return (policies, given) switch
        {
            ([var one], null) => one,
            ([], { } name) => name,
            ([var one], { } name) => one == name
                ? one
                : throw new UsageException($"The folder '{path}' holds the policy '{one}'; leave out --policy."),
            ([], null) => throw new UsageException(
                $"The folder '{path}' holds no policy; tools are granted by a policy, so write one there, or name it with --policy."),
            _ => throw new UsageException(
                $"The folder '{path}' holds several policies: {string.Join(", ", policies)}. Tools are imported into the folder of one."),
        };
    }

    /// <summary>The text of a file of the folder, or null where there is none.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public string? Read(string file)
    {
        try
        {
            return File.Exists(PathOf(file)) ? File.ReadAllText(PathOf(file)) : null;
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unreadable($"'{PathOf(file)}'", PathOf(file), failure);
        }
    }

    /// <summary>Writes a file of the folder, with the folders it lies in.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Write(string file, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unwritable(PathOf(file), failure);
        }

        OutputFile.Write(PathOf(file), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private bool IsHere(string file) =>
        string.Equals(
            Path.GetDirectoryName(Path.GetFullPath(file)),
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)),
            StringComparison.Ordinal);
}
