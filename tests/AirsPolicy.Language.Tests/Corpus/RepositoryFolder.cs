namespace AirsPolicy.Language.Tests.Corpus;

/// <summary>Finds folders of the repository from wherever the tests run.</summary>
public static class RepositoryFolder
{
    public static string Root { get; } = FindRoot();

    public static string Corpus(string stage) => Path.Combine(Root, "tests", "corpus", stage);

    public static IEnumerable<string> Policies(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.airs")
            .Where(path => !Path.GetFileNameWithoutExtension(path).Contains('.', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AirsPolicy.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
