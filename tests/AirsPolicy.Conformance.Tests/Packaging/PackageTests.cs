using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>
/// What a user gets: packages and a tool in a folder feed, taken into fresh applications that know nothing of this checkout.
/// </summary>
[Collection(PackedFeed.Collection)]
public sealed class PackageTests(PackedFeed feed)
{
    private const string Shop = """
        policy shop
        system s { owner "o" }
        control short { at input  when length(text) > 5 then block "Shorter, please." }
        test "Long is refused" { given input "too long"  expect block }

        """;

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

    private static readonly string[] s_hosting = ["AirsPolicy.Hosting"];
    private static readonly string[] s_building = ["AirsPolicy.Hosting", "AirsPolicy.Build"];

    [Fact]
    public void A_fresh_application_takes_the_packages_and_the_tool_from_a_folder_feed()
    {
        var app = feed.Application("host", s_hosting, "", Program);
        app.Dotnet("tool", "install", "AirsPolicy.Cli", "--tool-path", "tool", "--version", feed.Version);
        Assert.Equal(
            [("AirsPolicy.Language.dll", true), ("Microsoft.CodeAnalysis.CSharp.dll", true), ("airs.dll", true)],
            Installed(app).Select(file => (Path.GetFileName(file), IsCompiledAhead(file))));
        var bundle = app.PathOf("chevrolet.airsb");
        app.Lines(app.PathOf("tool", "airs"), "build", Repository.PathOf("policies", "examples", "chevrolet"), "-o", bundle);
        var lines = app.Lines("dotnet", "run", "--", bundle, "That's a deal, and that's a legally binding offer.", "We open at nine.");

        Assert.Equal(["loaded", "Block", "Allow"], lines);
    }

    [Fact]
    public void A_fresh_application_builds_its_policies_publishes_the_bundle_and_cleans_it_away()
    {
        var app = feed.Application("built", s_building, "", Example(0));
        app.Write("policies/a.airs", Shop);
        app.Dotnet("build", "--nologo");

        Assert.Equal(["bin/Debug/net10.0/shop.airsb", "obj/Debug/net10.0/airs/shop.airsb"], app.Bundles());
        Assert.Equal(["loaded", "Block"], app.Lines("dotnet", "bin/Debug/net10.0/app.dll"));
        app.Dotnet("publish", "-c", "Debug", "--no-build", "-o", "out", "--nologo");
        Assert.True(File.Exists(app.PathOf("out", "shop.airsb")));
        Directory.Delete(app.PathOf("out"), recursive: true);
        app.Dotnet("clean", "--nologo");
        Assert.Empty(app.Bundles());
    }

    [Fact]
    public void A_policy_is_built_again_only_where_it_changes_and_leaves_no_bundle_where_it_breaks()
    {
        var app = feed.Application("changed", s_building, "<AirsPolicyLibraries>shared</AirsPolicyLibraries>", Example(0));
        const string Shared = "library shared\ncontrol anything { at output  always flag }\n";
        app.Write("policies/a.airs", Shop.Replace("system", "use shared\nsystem", StringComparison.Ordinal));
        app.Write("shared/a.airs", Shared);
        app.Dotnet("build", "--nologo");
        var made = app.PathOf("obj", "Debug", "net10.0", "airs", "made.txt");
        var first = File.GetLastWriteTimeUtc(made);

        // The same bytes, written later.
        app.Write("shared/a.airs", Shared);
        app.Dotnet("build", "--no-restore", "--nologo");
        Assert.Equal(first, File.GetLastWriteTimeUtc(made));

        app.Write("shared/a.airs", Shared.Replace("always", "allways", StringComparison.Ordinal));
        var broken = app.FailingBuild();
        Assert.Contains($"{app.PathOf("shared", "a.airs")}(2,31): error AIRS", broken, StringComparison.Ordinal);
        Assert.Empty(app.Bundles());

        app.Write("shared/a.airs", Shared);
        app.Write("policies/a.airs", Shop.Replace("expect block", "expect allow", StringComparison.Ordinal));
        var failed = app.FailingBuild();
        var place = $"{app.PathOf("policies", "a.airs")}(4,57)";
        Assert.Contains($"{place}: error : The test 'Long is refused' fails: ", failed, StringComparison.Ordinal);
        Assert.Empty(app.Bundles());

        app.Dotnet("build", "--no-restore", "--nologo", "-p:AirsPolicyTest=false");
        Assert.Contains("bin/Debug/net10.0/shop.airsb", app.Bundles());
        var lost = app.FailingBuild("-p:AirsPolicyLibraries=nowhere");
        Assert.Contains($"There is no folder '{app.PathOf("nowhere")}'", lost, StringComparison.Ordinal);
        Assert.Empty(app.Bundles());
    }

    [NativeFact]
    public void A_fresh_application_is_compiled_to_native_code_with_its_policy()
    {
        const string Properties = """
            <PublishAot>true</PublishAot>
                <AirsPolicyEmit>true</AirsPolicyEmit>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NativeDebugSymbols>false</NativeDebugSymbols>
            """;
        const string Refused = "An application that is trimmed or compiled ahead of time loads no bundle";
        const string Bundle = """
            var other = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
            Console.WriteLine(other.Load(File.ReadAllBytes(args[0])).Reason);
            """;
        var app = feed.Application("native", s_building, Properties, Example(1) + Bundle);
        app.Write("policies/a.airs", Shop);
        // Not optimised, which takes a third of the time.
        app.Dotnet("publish", "-c", "Debug", "--use-current-runtime", "-o", "out", "--nologo");

        Assert.Equal(
            ["loaded", "Block", $"{Refused}: compile the policy into it with AirsPolicyEmit."],
            app.Lines(app.PathOf("out", "app"), app.PathOf(app.Bundles().Single())));
        Assert.DoesNotContain(Directory.EnumerateFiles(app.PathOf("out")), file => Path.GetExtension(file) is ".dll" or ".airsb");
    }

    [Fact]
    public void Each_package_has_a_page_an_icon_a_licence_and_its_place()
    {
        var packages = Directory.EnumerateFiles(feed.Feed, "*.nupkg").ToList();
        Assert.Equal(13, packages.Count);
        foreach (var package in packages)
        {
            using var archive = ZipFile.OpenRead(package);
            var name = Path.GetFileName(package);
            using var stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
            var metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
            string? Value(string of) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == of)?.Value;
            Assert.Equal((name, "MIT"), (name, Value("license")));
            Assert.Equal((name, "README.md", "icon.png"), (name, Value("readme"), Value("icon")));
            Assert.NotNull(archive.GetEntry("README.md"));
            Assert.NotNull(archive.GetEntry("icon.png"));
            Assert.True(Value("tags")?.Split(' ').Length > 4, $"{name} has no tags of its own.");
            Assert.NotEqual("AI runtime security as typed, compiled policy.", Value("description"));
            Assert.Contains(metadata.Elements(), element => element.Name.LocalName == "repository" && element.Attribute("url") is not null);
        }
        var reference = $"\"AirsPolicy.Build\" Version=\"{feed.Version}\"";
        foreach (var page in new[] { "compiler/AirsPolicy.Build/README.md", "docs/guide/packages.md" })
            Assert.Contains(reference, File.ReadAllText(Repository.PathOf(page)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_library_has_documentation_and_symbols()
    {
        var libraries = Directory.EnumerateFiles(feed.Feed, "*.nupkg").ToDictionary(file => file, Entries).Where(
            package => package.Value.Any(entry => entry.StartsWith("lib/", StringComparison.Ordinal))).ToList();
        Assert.Equal(9, libraries.Count);
        foreach (var (file, entries) in libraries)
        {
            var assembly = $"lib/net10.0/{entries.Single(entry => entry.EndsWith(".nuspec", StringComparison.Ordinal))[..^7]}.dll";
            Assert.Contains(assembly, entries);
            Assert.Contains(Path.ChangeExtension(assembly, ".xml"), entries);
            Assert.Contains(Path.ChangeExtension(assembly, ".pdb"), Entries(Path.ChangeExtension(file, ".snupkg")));
        }
    }

    [Theory]
    [InlineData("AirsPolicy.Extensions.AI")]
    [InlineData("AirsPolicy.Classifiers.Onnx")]
    [InlineData("AirsPolicy.Storage.Sqlite")]
    [InlineData("AirsPolicy.OpenTelemetry")]
    public void An_application_may_have_later_versions_of_what_a_library_brings_along(string library)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(feed.Feed, $"{library}.{feed.Version}.nupkg"));
        using var stream = archive.GetEntry($"{library}.nuspec")!.Open();
        var versions = XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(element => element.Attribute("version")!.Value).ToList();
        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.DoesNotContain("[", version, StringComparison.Ordinal));
    }

    [Fact]
    public void Packing_compiles_ahead_for_the_platforms_that_are_known_and_building_does_not()
    {
        Assert.Equal("linux-x64;win-x64;any", PackedFeed.ToolProperty("ToolPackageRuntimeIdentifiers", "-p:_IsPacking=true"));
        Assert.Equal("true", PackedFeed.ToolProperty("PublishReadyToRun", "-p:_IsPacking=true", "-p:RuntimeIdentifier=linux-x64"));
        Assert.NotEqual("true", PackedFeed.ToolProperty("PublishReadyToRun", "-p:_IsPacking=true", "-p:RuntimeIdentifier=any"));
        Assert.Equal("", PackedFeed.ToolProperty("ToolPackageRuntimeIdentifiers"));
        Assert.Equal("", PackedFeed.ToolProperty("ToolPackageRuntimeIdentifiers", "-p:_IsPacking=true", "-p:AheadOfTime=false"));
    }

    // The programs on the page of AirsPolicy.Build, in their order.
    private static string Example(int number) =>
        File.ReadAllText(Repository.PathOf("compiler", "AirsPolicy.Build", "README.md")).Split("```csharp\n")[number + 1].Split("```")[0];

    private static List<string> Entries(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    // Of our own, the compiler's and the command itself one each.
    private static IEnumerable<string> Installed(FreshApplication app) =>
        Directory.EnumerateFiles(app.PathOf("tool"), "*.dll", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is "airs.dll" or "AirsPolicy.Language.dll" or "Microsoft.CodeAnalysis.CSharp.dll")
            .OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal);

    // The native code of an assembly stands behind its managed header.
    private static bool IsCompiledAhead(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        return reader.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }
}
