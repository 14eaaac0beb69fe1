namespace AirsPolicy.Benchmarks.Quick;

/// <summary>What the benchmarks take from the repository and from their own output folder.</summary>
internal static class Checkout
{
    /// <summary>
    /// The command line: what the environment variable <c>AIRS</c> names, such as one compiled ahead of time, or else the one built with
    /// the benchmarks.
    /// </summary>
    public static string Executable { get; } =
        Environment.GetEnvironmentVariable("AIRS")
        ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "airs.exe" : "airs");

    /// <summary>The folder of an example policy.</summary>
    public static string Example => Path.Combine(Root, "policies", "examples", "chevrolet");

    /// <summary>The texts that the detectors of the library learn from.</summary>
    public static string Texts => Path.Combine(Root, "tools", "AirsPolicy.DetectorTraining", "Texts", "hands");

    /// <summary>The folders of all examples.</summary>
    public static IReadOnlyList<string> Examples =>
        [.. Directory.GetDirectories(Path.Combine(Root, "policies", "examples")).Order(StringComparer.Ordinal)];

    private static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "AirsPolicy.sln")))
                    return folder.FullName;
            }
            throw new DirectoryNotFoundException("The benchmarks do not lie in a checkout of the repository.");
        }
    }
}
