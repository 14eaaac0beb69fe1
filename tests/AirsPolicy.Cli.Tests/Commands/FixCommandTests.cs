using System.Text;
using AirsPolicy.Cli.Console;

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
        Assert.Contains(
            "if true: Declare, once somebody has confirmed it, that the system satisfies OB-01",
            run.Out,
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, run.Code);
    }

    [Fact]
    public void The_files_that_were_changed_are_named()
    {
        var one = _folder.Write("a.airs", "library shop\ncontrl x { at input  always flag }\n");
        var other = _folder.Write("b.airs", "library shop\ncontrol y { at input  always flag }\n");
        var run = CliRun.Of("fix", _folder.Path);
        Assert.Contains($"changed {one}\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain($"changed {other}\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_that_leaves_a_new_error_in_its_place_is_not_written()
    {
        const string text = "library shop\ncontrol x { at input  when text contains \"a\" == true then flag }\n";
        var file = _folder.Write("a.airs", text);
        var run = CliRun.Of("fix", file);
        Assert.Equal(text, File.ReadAllText(file));
        Assert.Contains("nothing to fix; left: 1 error", run.Out, StringComparison.Ordinal);
        Assert.Contains("AIRS1108", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_fixed_beside_it_is_written()
    {
        var file = _folder.Write("a.airs", """
            library shop
            contrl y { at input  always flag }
            control x {
              at input
              when text contains "a" == true then flag
            }
            """);
        CliRun.Of("fix", file);
        Assert.Contains("control y", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("when text contains \"a\" == true then", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_of_the_grammar_is_written_though_it_brings_another_mistake_of_its_line_to_light()
    {
        var file = _folder.Write("a.airs", "library shop\ncontrl x { at input  when nowhere > 3 then flag }\n");
        var run = CliRun.Of("fix", file);
        Assert.Contains("control x", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("AIRS2001", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_fixes_more_than_one_check_shows()
    {
        var lines = Enumerable.Range(0, 450).Select(i => $"contrl x{i} {{ at input  when length(text) > {i} then flag }}");
        var file = _folder.Write("a.airs", $"library shop\n{string.Join('\n', lines)}\n");
        CliRun.Of("fix", file);
        Assert.DoesNotContain("contrl", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("nothing to fix", CliRun.Of("fix", file).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_two_fixes_in_one_place_is_fixed_in_one_run()
    {
        var file = _folder.Write("a.airs", "library shop\ncontrol x { at input  when text.startsWith(\"a\") then flag }\n");
        CliRun.Of("fix", file);
        Assert.Contains("when text starts with \"a\" then", File.ReadAllText(file), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
