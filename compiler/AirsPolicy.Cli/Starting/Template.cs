using System.Collections.Immutable;

namespace AirsPolicy.Cli.Starting;

/// <summary>The beginning of a package. Its files lie in a folder of <c>Starting/Templates</c> and are embedded in this assembly.</summary>
/// <param name="Name">The folder.</param>
/// <param name="Files">The files, with the name of the package left open.</param>
internal sealed record Template(string Name, ImmutableArray<TemplateFile> Files)
{
    // A name that the compiler takes, so that each template is a package that can be checked where it lies.
    private const string OpenName = "package_name";

    private const string OpenFolder = "package_folder";

    /// <summary>The templates there are, in order. A folder more is a template more.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. Paths("Templates/").Select(path => path.Split('/')[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The template of one of these names.</summary>
    public static Template Of(string name) => new(name, [.. Read($"Templates/{name}/"), .. Read("Shared/")]);

    /// <summary>What it is for, in the sentence below the title of its README.</summary>
    public string Description => Files.Single(file => file.Path == "README.md").Text.Split('\n')[2];

    /// <summary>The files of a package of that name.</summary>
    public IEnumerable<TemplateFile> Named(string package) => Files.Select(file => file with { Text = Fill(file.Text, package) });

    /// <summary>The workflow that checks a package in CI.</summary>
    /// <param name="folder">The folder of the package, given from that of the repository, with '/'.</param>
    public static TemplateFile Workflow(string package, string folder)
    {
        var text = Fill(Read("Workflow/").Single().Text, package);
        var quoted = folder.Replace("'", "''", StringComparison.Ordinal);
        return new TemplateFile($".github/workflows/airs-{package}.yml", text.Replace(OpenFolder, quoted, StringComparison.Ordinal));
    }

    private static string Fill(string text, string package) => text.Replace(OpenName, package, StringComparison.Ordinal);

    private static IEnumerable<string> Paths(string folder) =>
        typeof(Template).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<TemplateFile> Read(string folder)
    {
        foreach (var path in Paths(folder))
        {
            using var reader = new StreamReader(typeof(Template).Assembly.GetManifestResourceStream(path)!);
            yield return new TemplateFile(path[folder.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }
}
