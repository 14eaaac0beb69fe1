using System.Xml.Linq;

namespace AirsPolicy.Conformance.Tests.Packaging;

public sealed class ReleaseScriptTests : IDisposable
{
    private static readonly Dictionary<string, string> s_outer = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("airs-release-").FullName;

    [Theory]
    [InlineData("9.9.9", "Directory.Build.props does not say that this is version '9.9.9'.")]
    [InlineData("", "Directory.Build.props does not say that this is version ''.")]
    public void A_release_has_the_version_that_the_commit_says(string version, string reason) => Refuses(reason, version, _folder);

    [Fact]
    public void A_release_goes_into_an_empty_folder()
    {
        File.WriteAllText(Path.Combine(_folder, "old.nupkg"), "");
        var version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;
        Refuses($"The folder '{_folder}' is not empty.", version, _folder);
    }

    [Fact]
    public void A_call_without_a_folder_says_what_is_right() => Refuses("Usage: tools/release.sh VERSION FOLDER [--no-test]", "0.1.0");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Refuses(string reason, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
            return;
        var (code, output) = Command.Try("bash", Repository.Root, s_outer, ["tools/release.sh", .. arguments]);
        Assert.Equal((2, reason + "\n"), (code, output));
    }
}
