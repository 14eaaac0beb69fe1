using System.Runtime.InteropServices;

namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>
/// All packages of this checkout in a folder feed, packed once for all tests that take them, and fresh applications that take them.
/// </summary>
public sealed class PackedFeed : IDisposable
{
    public const string Collection = "packed feed";

    private const string Tool = "compiler/AirsPolicy.Cli";

    private static readonly Dictionary<string, string> s_outer = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("airs-packages-").FullName;

    public PackedFeed()
    {
        // Caches of its own, so that an older build of the same version is never what is tested.
        Environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
            ["DOTNET_CLI_HOME"] = _folder,
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["NuGetAudit"] = "false",
        };
        try
        {
            Pack();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where the packages lie.</summary>
    public string Feed => Path.Combine(_folder, "feed");

    /// <summary>The version of all of them.</summary>
    internal string Version =>
        Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "AirsPolicy.Hosting.*.nupkg").Single())["AirsPolicy.Hosting.".Length..];

    internal IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>A folder beside the feed.</summary>
    internal string FolderOf(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    /// <summary>The value of a property of the tool's project.</summary>
    internal static string ToolProperty(string name, params string[] properties) =>
        Outer(["msbuild", $"{Tool}/AirsPolicy.Cli.csproj", $"-getProperty:{name}", .. properties]).Trim();

    /// <summary>A fresh application that knows the feed and nothing of this checkout.</summary>
    /// <param name="name">Its folder.</param>
    /// <param name="packages">The packages that it takes.</param>
    /// <param name="properties">More properties of its project, as XML.</param>
    /// <param name="program">Its code.</param>
    internal FreshApplication Application(string name, string[] packages, string properties, string program)
    {
        var app = Application(name);
        var references = packages.Select(package => $"    <PackageReference Include=\"{package}\" Version=\"{Version}\" />\n");
        app.Write("app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
            {string.Concat(references)}  </ItemGroup>
            </Project>
            """);
        app.Write("Program.cs", program);
        return app;
    }

    /// <summary>An application that knows the feed, without a project yet.</summary>
    internal FreshApplication Application(string name)
    {
        var app = new FreshApplication(FolderOf(name), Environment);
        app.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{Fallback()}" /></fallbackPackageFolders>
            </configuration>
            """);
        return app;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Pack()
    {
        Directory.CreateDirectory(Feed);
        Outer("msbuild", "tools/pack.proj", $"-p:Configuration={Configuration}", $"-p:Out={Feed}", "-nologo", "-v:q");
        // By default the tool is compiled ahead of time for some platforms; that of this one is enough here.
        var platforms = $"-p:ToolPackageRuntimeIdentifiers=\"{RuntimeInformation.RuntimeIdentifier};any\"";
        Outer("pack", Tool, "-c", Configuration, "-o", Feed, "--nologo", platforms);
    }

    // What the machine has of other packages, such as the native compiler, is used where it lies, and nothing is fetched.
    // Ours come from the feed alone.
    private string Fallback()
    {
        var fallback = Path.Combine(_folder, "fallback");
        if (Directory.Exists(fallback))
            return fallback;
        Directory.CreateDirectory(fallback);
        foreach (var package in Directory.Exists(NativeToolchain.Packages) ? Directory.EnumerateDirectories(NativeToolchain.Packages) : [])
        {
            if (!Path.GetFileName(package).StartsWith("airspolicy.", StringComparison.Ordinal))
                Directory.CreateSymbolicLink(Path.Combine(fallback, Path.GetFileName(package)), package);
        }
        return fallback;
    }

    private static string Outer(params string[] arguments) => Command.Run("dotnet", Repository.Root, s_outer, arguments);

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
}
