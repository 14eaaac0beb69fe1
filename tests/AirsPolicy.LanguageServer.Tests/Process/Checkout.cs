namespace AirsPolicy.LanguageServer.Tests.Process;

/// <summary>The checkout that the tests run in, and the command line built from it.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>The built command line, which <c>dotnet</c> runs.</summary>
    public static string AirsDll => Path.Combine(AppContext.BaseDirectory, "airs.dll");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AirsPolicy.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside a checkout of the repository.");
    }
}
