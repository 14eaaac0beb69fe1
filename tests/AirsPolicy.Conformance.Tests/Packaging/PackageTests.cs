using System.Text;

namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>What a user gets: packages and a tool in a folder feed, taken into a fresh application that knows nothing of this checkout.</summary>
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
        foreach (var project in new[] { "runtime/AirsPolicy.Runtime", "runtime/AirsPolicy.Hosting", "compiler/AirsPolicy.Cli" })
            Command.Run("dotnet", Repository.Root, Outer, "pack", project, "-c", Configuration, "--no-build", "-o", feed, "--nologo");

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
        var bundle = Path.Combine(app, "chevrolet.airsb");
        Command.Run(Path.Combine(app, "tool", "airs"), app, environment, "build", Repository.PathOf("policies", "examples", "chevrolet"), "-o", bundle);
        var lines = Command.Run("dotnet", app, environment, "run", "--", bundle, "That's a deal, and that's a legally binding offer.", "We open at nine.")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal(["loaded", "Block", "Allow"], lines);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static readonly Dictionary<string, string> Outer = [];

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
}
