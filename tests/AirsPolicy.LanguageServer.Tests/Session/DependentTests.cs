using System.Text.Json;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Tests.Session;

/// <summary>What a change does to packages that take the changed one in, and a fault of one package to others.</summary>
public sealed class DependentTests : IDisposable
{
    private const string Library = "library lib\nlet most = 3\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("airs-lsp-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Saving_a_library_tells_the_findings_of_packages_that_take_it_in_through_others()
    {
        var (lib, client) = Opened();
        Write("lib.airs", "library lib\nlet least = 3\n");
        client.Change(2, "library lib\nlet least = 3\n", uri: lib);
        Assert.Equal(["lib.airs"], client.Published().Keys.Select(Path.GetFileName));
        client.Notify("textDocument/didSave", Client.Place(0, 0, lib));
        Assert.Equal(["user.airs"], client.Published().Where(file => Count(file.Value) > 0).Select(file => Path.GetFileName(file.Key)));
        client.Change(3, Library, uri: lib);
        client.Notify("textDocument/didSave", Client.Place(0, 0, lib));
        Assert.Equal(0, Count(client.Published()[UriOf("user.airs")]));
    }

    [Fact]
    public void What_was_said_of_a_package_that_takes_nothing_open_in_any_more_is_taken_back()
    {
        var (lib, client) = Opened("let most2 = 1\nlet x = nothing\n");
        Assert.Equal(1, Count(client.Published()[UriOf("user.airs")]));
        client.Notify("textDocument/didClose", Client.Place(0, 0, lib));
        Assert.Equal(0, Count(client.Published()[UriOf("user.airs")]));
    }

    [Fact]
    public void Packages_without_documents_wait_until_nothing_else_does()
    {
        var (_, client) = Opened("let x = nothing\n");
        client.Session.Publish();
        Assert.False(client.Session.IsPublishDue(isIdle: false));
        Assert.True(client.Session.IsPublishDue(isIdle: true));
    }

    [Fact]
    public void A_package_whose_analysis_faults_says_so_and_the_others_are_analysed()
    {
        var workspace = new PolicyWorkspace([], new PackageLocator([]), TimeProvider.System, (package, locator, day) =>
            package.Name == "bad" ? throw new InvalidOperationException("broken") : PolicyAnalyzer.AnalyzeForEditor(package, locator, day));
        workspace.DidOpen(new TextDocumentItem("untitled:bad.airs", 1, "library bad\n"));
        workspace.DidOpen(new TextDocumentItem("untitled:good.airs", 1, "library good\nlet x = nothing\n"));
        var found = workspace.Analyses().ToDictionary(analysis => analysis.Package.Name, analysis => Assert.Single(analysis.Diagnostics));
        Assert.Equal("AIRS7900", found["bad"].Code);
        Assert.Contains("broken", found["bad"].Message, StringComparison.Ordinal);
        Assert.NotEqual("AIRS7900", found["good"].Code);
    }

    // 'lib' is open; 'user' takes it in through 'middle'.
    private (string Library, Client Client) Opened(string rest = "")
    {
        var lib = Write("lib.airs", Library);
        Write("middle.airs", "library middle\nextends lib\n");
        Write("user.airs", "library user\nextends middle\nlet twice = most * 2\n" + rest);
        Write("other.airs", "library other\nlet x = nothing\n");
        var client = Client.Initialized(DocumentUri.FromPath(_folder));
        client.Open(Library, lib);
        if (rest.Length == 0)
            client.Published();
        return (lib, client);
    }

    private static int Count(JsonElement published) => published.GetProperty("diagnostics").GetArrayLength();

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return UriOf(name);
    }

    private string UriOf(string name) => DocumentUri.FromPath(Path.Combine(_folder, name));
}
