using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Watching;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Tests.Watching;

public sealed class WatchLoopTests : IDisposable
{
    private const string Policy = "library shop\ncontrol c { at input  always flag }\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_report_comes_at_once_and_again_after_a_change_that_has_come_to_rest()
    {
        var file = _folder.Write("a.airs", Policy);
        using var changes = new ScriptedChanges(() => Write(file, "library shop\n"), () => file, () => null);
        var output = Watch(changes);
        Assert.Equal($"49\nwatching; Ctrl+C ends\nchanged: {file}\n13\nwatching; Ctrl+C ends\n", output);
        // Without end for a change, then shortly for others that come with it.
        var quiet = TimeSpan.FromMilliseconds(100);
        Assert.Equal([Timeout.InfiniteTimeSpan, quiet, quiet, Timeout.InfiniteTimeSpan], changes.Waits);
    }

    [Fact]
    public void A_file_that_nothing_reads_leads_to_no_report()
    {
        _folder.Write("a.airs", Policy);
        using var changes = new ScriptedChanges(() => _folder.PathOf("notes.md"), () => _folder.PathOf("tests.xml"));
        Assert.Equal("49\nwatching; Ctrl+C ends\n", Watch(changes));
        Assert.All(changes.Waits, wait => Assert.Equal(Timeout.InfiniteTimeSpan, wait));
    }

    [Fact]
    public void A_file_that_a_package_names_leads_to_a_report_even_where_it_was_missing()
    {
        _folder.Write("a.airs", Policy + "test \"t\" { cases from \"cases.jsonl\" { given input \"x\" expect flag } }\n");
        using var changes = new ScriptedChanges(() => _folder.PathOf("cases.jsonl"), () => null, () => _folder.PathOf("other.jsonl"));
        Assert.Contains("cases.jsonl\n", Watch(changes), StringComparison.Ordinal);
        Assert.Equal(4, changes.Waits.Count);
    }

    [Fact]
    public void A_new_policy_file_and_a_folder_that_is_gone_lead_to_reports()
    {
        _folder.Write("shop/a.airs", Policy);
        using var changes = new ScriptedChanges(
            () => _folder.PathOf("shop/new.airs"), () => null, () => _folder.PathOf("shop"), () => null);
        Assert.Equal(3, Watch(changes).Split("watching; ").Length - 1);
    }

    [Fact]
    public void A_folder_without_policies_is_told_of_and_watched_on()
    {
        var file = _folder.PathOf("a.airs");
        using var changes = new ScriptedChanges(() => Write(file, Policy), () => null);
        var output = Watch(changes);
        Assert.StartsWith("There is no policy under ", output, StringComparison.Ordinal);
        Assert.Contains($"changed: {file}\n49\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_never_rests_does_not_keep_reports_away()
    {
        var file = _folder.Write("a.airs", Policy);
        using var changes = new ScriptedChanges([.. Enumerable.Repeat<Func<string?>>(() => file, 50)]);
        Assert.Equal(2, Watch(changes).Split("watching; ").Length - 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_screen_is_cleared_on_a_terminal_only(bool isTerminal)
    {
        _folder.Write("a.airs", Policy);
        using var changes = new ScriptedChanges();
        Assert.Equal(isTerminal, Watch(changes, isTerminal).Contains("\e[2J", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_is_under_way_when_watching_ends_says_nothing_more()
    {
        using var changes = new ScriptedChanges();
        using var done = new ManualResetEventSlim();
        var (code, output) = Run(changes, isTerminal: false, (report, _) =>
        {
            changes.End();
            done.Wait();
            report.Out.Write("late");
        });
        done.Set();
        Assert.Equal((ExitCode.Clean, ""), (code, output));
    }

    [Fact]
    public void A_fault_of_a_run_ends_watching()
    {
        using var changes = new ScriptedChanges();
        var fault = Assert.Throws<InvalidOperationException>(
            () => Run(changes, isTerminal: false, (_, _) => throw new InvalidOperationException("broken")));
        Assert.Equal("broken", fault.Message);
    }

    public void Dispose() => _folder.Dispose();

    private static string Write(string file, string text)
    {
        File.WriteAllText(file, text);
        return file;
    }

    // A report is the number of characters that were read, and what is wrong is analysed so that named files are asked for.
    private string Watch(ScriptedChanges changes, bool isTerminal = false)
    {
        var (code, output) = Run(changes, isTerminal, (report, read) =>
        {
            var workspace = Workspace.Read([_folder.Path], []).Noting(read);
            _ = workspace.Analyze();
            report.Ink.Line($"{workspace.Packages.Sum(package => package.Trees.Sum(tree => tree.Source.Length))}");
        });
        Assert.Equal(ExitCode.Clean, code);
        return output;
    }

    private static (int Code, string Output) Run(ScriptedChanges changes, bool isTerminal, Action<Terminal, ReadFiles> once)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(output, TextWriter.Null, () => Stream.Null, () => Stream.Null, isTerminal, width: 100);
        return (new WatchLoop(terminal, changes, once).Run(), output.ToString());
    }
}
