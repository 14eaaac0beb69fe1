using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Tests.Session;

/// <summary>Files of a folder with one header are one package; open documents count instead of their files.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("airs-lsp-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_open_document_brings_the_diagnostics_of_its_whole_package()
    {
        Write("one.airs", "library a\nlet x = \n");
        var two = Write("two.airs", "library a\nlet y = 2\n");
        Write("other.airs", "library b\nlet z = \n");
        var client = Initialized();
        client.Open("library a\nlet y = 2\n", two);
        var published = client.Published();
        Assert.Equal(["one.airs", "two.airs"], published.Keys.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(1, published[UriOf("one.airs")].GetProperty("diagnostics").GetArrayLength());
        Assert.Equal(0, published[two].GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public void An_open_document_counts_instead_of_its_file_until_it_is_closed()
    {
        var one = Write("one.airs", "library a\nlet x = \n");
        var two = Write("two.airs", "library a\n");
        var client = Initialized();
        client.Open("library a\n", two);
        client.Open("library a\nlet x = 1\n", one);
        Assert.Equal(0, client.Published()[one].GetProperty("diagnostics").GetArrayLength());
        client.Notify("textDocument/didClose", Client.Place(0, 0, one));
        Assert.Equal(1, client.Published()[one].GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public void A_file_that_changes_on_disk_is_read_again()
    {
        var one = Write("one.airs", "library a\nlet x = \n");
        var two = Write("two.airs", "library a\n");
        var client = Initialized();
        client.Open("library a\n", two);
        Assert.Equal(1, client.Published()[one].GetProperty("diagnostics").GetArrayLength());
        Write("one.airs", "library a\n");
        client.Notify("workspace/didChangeWatchedFiles", new System.Text.Json.Nodes.JsonObject());
        Assert.Equal(0, client.Published()[one].GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public void A_document_that_changes_its_header_leaves_its_package()
    {
        var one = Write("one.airs", "library a\n");
        Write("two.airs", "library a\nlet x = \n");
        var client = Initialized();
        client.Open("library a\n", one);
        Assert.Equal(2, client.Published().Count);
        client.Change(2, "library b\n", uri: one);
        var published = client.Published();
        Assert.Equal(0, published[UriOf("two.airs")].GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public void A_file_outside_of_the_folders_still_has_its_package()
    {
        Write("one.airs", "library a\nlet x = \n");
        var two = Write("two.airs", "library a\n");
        var client = Client.Initialized();
        client.Open("library a\n", two);
        Assert.Equal(2, client.Published().Count);
    }

    [Fact]
    public void A_file_that_belongs_to_no_package_shows_why_whether_it_is_open_or_not()
    {
        var one = Write("one.airs", "library a\n");
        var two = Write("two.airs", "policy a\nsystem s {}\n");
        var bare = Write("bare.airs", "let x = 1\n");
        var client = Initialized();
        client.Open("library a\n", one);
        var published = client.Published();
        Assert.Equal(["AIRS2904"], Codes(published[two]).Where(code => code == "AIRS2904"));
        Assert.NotEmpty(Codes(published[bare]));
        client.Open("let x = 1\n", bare);
        Assert.Equal(Codes(published[bare]), Codes(client.Published()[bare]));
        client.Change(2, "library a\nlet x = 1\n", uri: bare);
        Assert.Empty(Codes(client.Published()[bare]));
    }

    [Fact]
    public void A_package_in_two_folders_is_shown_until_one_of_them_is_gone()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "b"));
        var one = Write("one.airs", "library a\n");
        var two = Write("b/two.airs", "library a\n");
        var client = Initialized();
        client.Open("library a\n", one);
        Assert.Equal(["AIRS2905"], Codes(client.Published()[two]));
        Write("b/two.airs", "library b\n");
        client.Notify("workspace/didChangeWatchedFiles", new System.Text.Json.Nodes.JsonObject());
        Assert.Empty(Codes(client.Published()[two]));
    }

    [Fact]
    public void A_new_document_that_is_in_no_file_yet_is_no_file_that_is_missing()
    {
        var client = Client.Initialized();
        client.Open("", UriOf("new.airs"));
        Assert.DoesNotContain("AIRS2900", Codes(client.Published()[UriOf("new.airs")]));
    }

    private static string[] Codes(System.Text.Json.JsonElement published) =>
        [.. published.GetProperty("diagnostics").EnumerateArray().Select(diagnostic => diagnostic.GetProperty("code").GetString()!)];

    [Theory]
    [InlineData("untitled:x", null)]
    [InlineData("http://example.org/x", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    [InlineData("file:///a/b%20c/d.airs", "/a/b c/d.airs")]
    [InlineData("file:///a/../b.airs", "/b.airs")]
    public void Only_file_uris_are_paths(string? uri, string? path)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(path, DocumentUri.ToPath(uri));
    }

    private Client Initialized() => Client.Initialized(DocumentUri.FromPath(_folder));

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return UriOf(name);
    }

    private string UriOf(string name) => DocumentUri.FromPath(Path.Combine(_folder, name));
}
