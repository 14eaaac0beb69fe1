using System.Text;
using Xunit;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class FixCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Fixes_are_applied_and_named()
    {
        var file = _folder.Write("a.airs", "library shop\n\ncontrl x { at input  when length(text) > 3 thn block }\n");
        var run = CliRun.Of("fix", file);
        Assert.Equal("library shop\n\ncontrol x { at input  when length(text) > 3 then block }\n", File.ReadAllText(file));
        Assert.Contains($"{file}:3:1: fixed AIRS1101: Write 'control'\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("fixed 2 findings in 1 file", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_fix_is_left_and_said_and_the_file_is_not_touched()
    {
        var file = _folder.Write("a.airs", "library shop\n\ncontrol x { at input  when }\n");
        var before = File.GetLastWriteTimeUtc(file);
        var run = CliRun.Of("fix", file);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("nothing to fix; left: 1 error", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_stay()
    {
        var file = _folder.PathOf("a.airs");
        File.WriteAllText(file, "library shop\r\ncontrl x { at input  always flag }\r\n", new UTF8Encoding(true));
        CliRun.Of("fix", file);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "library shop\r\ncontrol x { at input  always flag }\r\n"u8], File.ReadAllBytes(file));
    }

    [Fact]
    public void Files_of_libraries_are_not_changed()
    {
        _folder.Write("policies/a.airs", "library shop\n");
        var library = _folder.Write("shared/b.airs", "library shared\ncontrl x { at input  always flag }\n");
        CliRun.Of("fix", _folder.PathOf("policies"), "--library", _folder.PathOf("shared"));
        Assert.Contains("contrl", File.ReadAllText(library), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_a_person_can_know_is_offered_and_never_written()
    {
        var file = _folder.Write("a.airs", """
            policy shop
            use catalogue "airs_sdk"
            system s { tier risk.low }
            scheme risk { ladder low 2, high }
            tier low in risk { requires OB-01, GR-IN-01 }
            test "it lets answers pass" { given output "Hello."  expect allow }
            """);
        var run = CliRun.Of("fix", file);
        Assert.DoesNotContain("satisfies OB-01", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("satisfies GR-IN-01", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("if true: Declare, once somebody has confirmed it, that the system satisfies OB-01", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, run.Code);
    }

    public void Dispose() => _folder.Dispose();
}
