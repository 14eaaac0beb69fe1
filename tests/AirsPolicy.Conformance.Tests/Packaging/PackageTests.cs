using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text;

namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>What a user gets: packages and a tool in a folder feed, taken into a fresh application that knows nothing of this checkout.</summary>
[Collection("packing")]
public sealed class PackageTests : IDisposable
{
    private const string Program = """"
        using System.Text;
        using AirsPolicy.Hosting;

        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        var loaded = host.Load(File.ReadAllBytes(args[0]));
        Console.WriteLine(loaded.Reason ?? "loaded");
        foreach (var text in args[1..])
        {
            var facts = Encoding.UTF8.GetBytes($$$"""{"output":{"text":"{{{text}}}"}}""");
            Console.WriteLine(host.Decide("output", facts).Outcome);
        }
        """";

    private readonly string _folder = Directory.CreateTempSubdirectory("airs-packages-").FullName;

    [Fact]
    public void A_fresh_application_takes_the_packages_and_the_tool_from_a_folder_feed()
    {
        var feed = Path.Combine(_folder, "feed");
        var app = Directory.CreateDirectory(Path.Combine(_folder, "app")).FullName;
        // Caches of its own, so that an older build of the same version is never what is tested.
        var environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
            ["DOTNET_CLI_HOME"] = _folder,
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        };
        foreach (var project in new[] { "runtime/AirsPolicy.Text", "runtime/AirsPolicy.Runtime", "runtime/AirsPolicy.Hosting" })
            Command.Run("dotnet", Repository.Root, Outer, "pack", project, "-c", Configuration, "--no-build", "-o", feed, "--nologo");
        // By default the tool is compiled ahead of time; that of this platform is enough here.
        var platform = RuntimeInformation.RuntimeIdentifier;
        Command.Run("dotnet", Repository.Root, Outer, "pack", Tool, "-c", Configuration, "-o", feed, "--nologo", $"-p:ToolPackageRuntimeIdentifiers=\"{platform};any\"");

        File.WriteAllText(Path.Combine(app, "nuget.config"), $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{feed}\" /></packageSources></configuration>");
        File.WriteAllText(Path.Combine(app, "app.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="AirsPolicy.Hosting" Version="0.1.0" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(app, "Program.cs"), Program, Encoding.UTF8);

        Command.Run("dotnet", app, environment, "tool", "install", "AirsPolicy.Cli", "--tool-path", "tool", "--version", "0.1.0");
        Assert.Equal([("AirsPolicy.Language.dll", true), ("Microsoft.CodeAnalysis.CSharp.dll", true), ("airs.dll", true)], Installed(app).Select(file => (Path.GetFileName(file), IsCompiledAhead(file))));
        var bundle = Path.Combine(app, "chevrolet.airsb");
        Command.Run(Path.Combine(app, "tool", "airs"), app, environment, "build", Repository.PathOf("policies", "examples", "chevrolet"), "-o", bundle);
        var lines = Command.Run("dotnet", app, environment, "run", "--", bundle, "That's a deal, and that's a legally binding offer.", "We open at nine.")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal(["loaded", "Block", "Allow"], lines);
    }

    [Fact]
    public void Packing_compiles_ahead_for_the_platforms_that_are_known_and_building_does_not()
    {
        Assert.Equal("linux-x64;win-x64;any", Property("ToolPackageRuntimeIdentifiers", "-p:_IsPacking=true"));
        Assert.Equal("true", Property("PublishReadyToRun", "-p:_IsPacking=true", "-p:RuntimeIdentifier=linux-x64"));
        Assert.NotEqual("true", Property("PublishReadyToRun", "-p:_IsPacking=true", "-p:RuntimeIdentifier=any"));
        Assert.Equal("", Property("ToolPackageRuntimeIdentifiers"));
        Assert.Equal("", Property("ToolPackageRuntimeIdentifiers", "-p:_IsPacking=true", "-p:AheadOfTime=false"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Tool = "compiler/AirsPolicy.Cli";

    private static readonly Dictionary<string, string> Outer = [];

    private static string Property(string name, params string[] properties) =>
        Command.Run("dotnet", Repository.Root, Outer, ["msbuild", $"{Tool}/AirsPolicy.Cli.csproj", $"-getProperty:{name}", .. properties]).Trim();

    // Of our own, the compiler's and the command itself one each.
    private static IEnumerable<string> Installed(string app) =>
        Directory.EnumerateFiles(Path.Combine(app, "tool"), "*.dll", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is "airs.dll" or "AirsPolicy.Language.dll" or "Microsoft.CodeAnalysis.CSharp.dll")
            .OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal);

    // The native code of an assembly stands behind its managed header.
    private static bool IsCompiledAhead(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        return reader.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
}
