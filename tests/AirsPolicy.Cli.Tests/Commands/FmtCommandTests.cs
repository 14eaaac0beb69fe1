using AirsPolicy.Cli.Console;

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

    [Fact]
    public void The_standard_input_is_formatted_onto_the_standard_output()
    {
        var run = CliRun.With(Loose, "fmt", "-");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal("library shop\ncontrol x { at input  always flag }\n", run.Out);
        Assert.Equal(ExitCode.Clean, CliRun.With(run.Out, "fmt", "--check", "-").Code);
        Assert.Equal(ExitCode.Findings, CliRun.With(Loose, "fmt", "--check", "-").Code);
    }

    [Fact]
    public void A_standard_input_that_is_no_policy_is_told_on_the_error_stream_and_leaves_the_output_empty()
    {
        var run = CliRun.With("", "fmt", "-");
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("AIRS1102", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standard_input_is_formatted_by_itself() =>
        Assert.Equal(ExitCode.Usage, CliRun.With(Loose, "fmt", "-", _folder.Path).Code);

    public void Dispose() => _folder.Dispose();
}
