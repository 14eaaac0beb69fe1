using System.Collections.Immutable;
using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Starting;

/// <summary>A package that is not written yet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Files">What is to be written, with the path of each on disk.</param>
internal sealed record NewPackage(string Name, ImmutableArray<TemplateFile> Files)
{
    /// <param name="folder">Where it goes; created where it is not there.</param>
    /// <param name="name">Its name, or null to name it after the folder.</param>
    /// <param name="withWorkflow">Whether CI is to check it too.</param>
    public static NewPackage Of(Template template, string folder, string? name, bool withWorkflow)
    {
        var package = name is null ? PackageName.OfFolder(folder) : PackageName.Of(name);
        var files = template.Named(package).Select(file => file with { Path = Path.Join(folder, file.Path) });
        return new NewPackage(package, [.. files, .. withWorkflow ? [Workflow(package, folder)] : Array.Empty<TemplateFile>()]);
    }

    /// <summary>Writes all files, or none where one of them is there already.</summary>
    /// <exception cref="UsageException">A file is in the way, or cannot be written.</exception>
    public void Write()
    {
        var inTheWay = Files.Where(file => Path.Exists(file.Path)).Select(file => $"'{file.Path}'").ToList();
        if (inTheWay.Count > 0)
        {
            var verb = inTheWay.Count == 1 ? "is" : "are";
            throw new UsageException($"{string.Join(", ", inTheWay)} {verb} there already; nothing was written. Name a new folder.");
        }
        foreach (var file in Files)
            Write(file);
    }

    // Workflows are found at the root of a repository only.
    private static TemplateFile Workflow(string package, string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var root = RepositoryOf(full);
        var place = root is null ? "." : Path.GetRelativePath(root, full).Replace('\\', '/');
        var workflow = Template.Workflow(package, place);
        return workflow with { Path = Path.Join(root is null ? folder : Relative(root), workflow.Path) };
    }

    private static string Relative(string root) =>
        Path.GetRelativePath(Environment.CurrentDirectory, root) is var path and not "." ? path : "";

    private static string? RepositoryOf(string folder)
    {
        for (string? parent = folder; parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (Path.Exists(Path.Join(parent, ".git")))
                return parent;
        }
        return null;
    }

    private static void Write(TemplateFile file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file.Path))!);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unwritable(file.Path, failure);
        }
        OutputFile.Write(file.Path, stream => stream.Write(Encoding.UTF8.GetBytes(file.Text)));
    }
}
