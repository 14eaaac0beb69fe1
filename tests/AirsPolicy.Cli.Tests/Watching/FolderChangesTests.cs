using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Watching;

namespace AirsPolicy.Cli.Tests.Watching;

/// <summary>What the file system tells. Each wait ends as soon as the change is told.</summary>
public sealed class FolderChangesTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_that_is_written_below_the_folder_is_told_of()
    {
        _folder.Write("shop/a.airs", "library shop\n");
        using var changes = new FolderChanges([_folder.Path]);
        var file = _folder.Write("shop/a.airs", "library desk\n");
        Assert.Equal(file, changes.Next(s_patience));
    }

    [Fact]
    public void Of_a_file_the_folder_is_watched()
    {
        var file = _folder.Write("a.airs", "library shop\n");
        using var changes = new FolderChanges([file]);
        var other = _folder.Write("b.airs", "library shop\n");
        Assert.Equal(other, changes.Next(s_patience));
    }

    [Fact]
    public void The_policy_files_of_a_folder_that_is_moved_here_are_told_of()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("shop/a.airs", "library shop\n");
        using var changes = new FolderChanges([_folder.Path]);
        Directory.Move(elsewhere.PathOf("shop"), _folder.PathOf("shop"));
        Assert.Equal(_folder.PathOf("shop"), changes.Next(s_patience));
        Assert.Equal(_folder.PathOf("shop/a.airs"), changes.Next(s_patience));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_wrong_usage() =>
        Assert.Equal("There is no file or folder 'no/such'.", Assert.Throws<UsageException>(() => new FolderChanges(["no/such"])).Message);

    public void Dispose() => _folder.Dispose();
}
