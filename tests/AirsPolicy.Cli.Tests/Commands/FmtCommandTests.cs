using Xunit;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class FmtCommandTests : IDisposable
{
    private const string Loose = "library   shop\ncontrol x {at input always flag}\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Check_names_what_is_not_formatted_and_changes_nothing()
    {
        var file = _folder.Write("a.airs", Loose);
        var run = CliRun.Of("fmt", "--check", _folder.Path);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Equal($"{file}: is not formatted; 'airs fmt' does it\n1 of 1 file not formatted\n", run.Out);
        Assert.Equal(Loose, File.ReadAllText(file));
    }

    [Fact]
    public void Formatting_changes_the_file_and_then_nothing_more()
    {
        var file = _folder.Write("a.airs", Loose);
        var run = CliRun.Of("fmt", _folder.Path);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal($"{file}: formatted\n1 of 1 file changed\n", run.Out);
        Assert.NotEqual(Loose, File.ReadAllText(file));
        Assert.Equal("ok: 1 file formatted\n", CliRun.Of("fmt", "--check", _folder.Path).Out);
    }

    public void Dispose() => _folder.Dispose();
}
