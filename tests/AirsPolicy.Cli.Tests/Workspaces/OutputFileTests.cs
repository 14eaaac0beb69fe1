using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Tests.Workspaces;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_that_cannot_be_put_in_its_place_leaves_nothing_beside_it()
    {
        _folder.Write("out/keep.txt", "kept");
        var refusal = Assert.Throws<UsageException>(() => OutputFile.Write(_folder.PathOf("out"), stream => stream.WriteByte(1)));
        Assert.Equal($"'{_folder.PathOf("out")}' cannot be written: it is a folder.", refusal.Message);
        Assert.Equal([_folder.PathOf("out")], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_fault_while_writing_leaves_the_old_file_and_nothing_beside_it()
    {
        var file = _folder.Write("a.txt", "old");
        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(file, _ => throw new InvalidOperationException()));
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal([file], Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void A_file_of_that_name_with_tmp_behind_it_is_left_alone()
    {
        var other = _folder.Write("a.txt.tmp", "mine");
        OutputFile.Write(_folder.PathOf("a.txt"), stream => stream.Write("new"u8));
        Assert.Equal("mine", File.ReadAllText(other));
    }

    [Fact]
    public void A_link_stays_a_link_and_a_file_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
            return;
        var file = _folder.Write("a.txt", "old");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var link = _folder.PathOf("b.txt");
        File.CreateSymbolicLink(link, file);
        OutputFile.Write(link, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(file, Encoding.UTF8));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("no/such/b.airsb", "there is no folder '{0}/no/such'")]
    [InlineData("a.txt/b.airsb", "there is no folder '{0}/a.txt'")]
    public void What_cannot_be_written_says_why(string name, string reason)
    {
        _folder.Write("a.txt", "");
        _folder.Write("shop/a.airs", "policy shop\nsystem s { owner \"o\" }\n");
        var run = CliRun.Of("build", _folder.PathOf("shop"), "-o", _folder.PathOf(name));
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal(
            $"'{_folder.PathOf(name)}' cannot be written: {string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, _folder.Path)}.\n",
            run.Error);
    }

    [Fact]
    public void A_file_without_a_name_is_wrong_usage() => Assert.Throws<UsageException>(() => OutputFile.Write("", _ => { }));

    [Theory]
    [InlineData("eval", "-p", "input", "-f")]
    [InlineData("scan", "-d", "pii.email")]
    public void What_cannot_be_read_says_why(string command, params string[] options)
    {
        _folder.Write("shop/a.airs", "policy shop\nsystem s { owner \"o\" }\n");
        var missing = _folder.PathOf("missing.json");
        var run = CliRun.Of([command, .. command == "eval" ? [_folder.PathOf("shop")] : Array.Empty<string>(), .. options, missing]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.EndsWith($"'{missing}' cannot be read: there is no such file.\n", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
