using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Language.Tests.Symbols.Packages;

public sealed class FolderFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("C:/x", "absolute")]
    [InlineData("../x", "outside")]
    [InlineData("a/../../x", "outside")]
    [InlineData("a//b", "outside")]
    [InlineData("./x", "outside")]
    [InlineData("a\\b", "'/'")]
    [InlineData("a\0b", "control character")]
    [InlineData("nothing.json", "no such file")]
    [InlineData("folder", "folder")]
    public void A_path_that_names_no_file_of_the_package_is_refused_with_the_reason(string path, string words)
    {
        _folder.Write("folder/x", "x");
        Assert.Contains(words, ProblemOf(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_inside_the_package_is_followed_and_one_that_leads_out_is_refused()
    {
        using var other = new TemporaryFolder();
        other.Write("secret", "secret");
        _folder.Write("v1/x", "inside");
        Directory.CreateSymbolicLink(Path.Join(_folder.Path, "current"), "v1");
        Directory.CreateSymbolicLink(Path.Join(_folder.Path, "out"), other.Path);
        // Followed by its text alone, this link would stay inside.
        File.CreateSymbolicLink(Path.Join(_folder.Path, "twice"), Path.Join(_folder.Path, "out", "secret"));
        Assert.True(new FolderFiles(_folder.Path).TryRead("current/x", out var content, out _));
        Assert.Equal("inside", content);
        Assert.Contains("outside", ProblemOf("out/secret"), StringComparison.Ordinal);
        Assert.Contains("outside", ProblemOf("twice"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused()
    {
        _folder.Write("x", "12345");
        var files = new FolderFiles(_folder.Path, PackageLimits.Default with { FileBytes = 4 });
        Assert.False(files.TryRead("x", out _, out var problem));
        Assert.Contains("larger than 4 bytes", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_text_is_refused()
    {
        _folder.Write("x", [0xC3, 0x28]);
        Assert.Contains("not UTF-8", ProblemOf("x"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_read_once_until_it_changes()
    {
        _folder.Write("x", "one");
        var files = new FolderFiles(_folder.Path);
        Assert.Same(ContentOf(files, "x"), ContentOf(files, "x"));
        _folder.Write("x", "longer");
        Assert.Equal("longer", ContentOf(files, "x"));
        var written = File.GetLastWriteTimeUtc(Path.Join(_folder.Path, "x"));
        _folder.Write("x", "length");
        File.SetLastWriteTimeUtc(Path.Join(_folder.Path, "x"), written.AddSeconds(1));
        Assert.Equal("length", ContentOf(files, "x"));
    }

    [Fact]
    public void A_file_that_is_deleted_is_not_there_any_more()
    {
        _folder.Write("x", "one");
        var files = new FolderFiles(_folder.Path);
        ContentOf(files, "x");
        File.Delete(Path.Join(_folder.Path, "x"));
        Assert.False(files.TryRead("x", out _, out var problem));
        Assert.Equal("there is no such file", problem);
    }

    [Fact]
    public void A_link_that_leads_to_another_file_is_read_anew()
    {
        _folder.Write("v1/x", "one");
        _folder.Write("v2/x", "two");
        File.SetLastWriteTimeUtc(Path.Join(_folder.Path, "v2", "x"), File.GetLastWriteTimeUtc(Path.Join(_folder.Path, "v1", "x")));
        var link = Path.Join(_folder.Path, "current");
        Directory.CreateSymbolicLink(link, "v1");
        var files = new FolderFiles(_folder.Path);
        Assert.Equal("one", ContentOf(files, "current/x"));
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, "v2");
        Assert.Equal("two", ContentOf(files, "current/x"));
    }

    public void Dispose() => _folder.Dispose();

    private static string ContentOf(FolderFiles files, string path)
    {
        Assert.True(files.TryRead(path, out var content, out var problem), problem);
        return content!;
    }

    private string ProblemOf(string path)
    {
        Assert.False(new FolderFiles(_folder.Path).TryRead(path, out var content, out var problem));
        Assert.Null(content);
        return problem!;
    }
}
