namespace AirsPolicy.Fuzzing;

/// <summary>What seeds are taken from.</summary>
internal static class Repository
{
    // Larger inputs make a fuzzer slow, and say nothing that smaller ones do not.
    private const int LargestSeed = 8 << 10;

    /// <summary>The files below a folder of the repository whose names end so, but for large ones, in the order of their paths.</summary>
    public static IEnumerable<byte[]> Files(string folder, string ending) =>
        Directory.GetFiles(Path.Combine(Root, folder), $"*{ending}", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).Where(content => content.Length <= LargestSeed);

    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "AirsPolicy.sln")))
                    return folder.FullName;
            }
            throw new DirectoryNotFoundException("The fuzzer does not lie in a checkout of the repository.");
        }
    }
}
