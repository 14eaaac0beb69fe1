using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Tests.Operating;
using AirsPolicy.Runtime.Decisions.Effects;
using Microsoft.Data.Sqlite;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary><c>airs store</c>, and <c>airs audit</c> on a store.</summary>
public sealed class StoreCommandTests : IAsyncDisposable
{
    private readonly OperatedHost _operated = new();

    public ValueTask DisposeAsync() => _operated.DisposeAsync();

    [Fact]
    public void A_store_that_is_sound_is_checked_with_its_figures()
    {
        _operated.Input("s1");
        _operated.Host.Halt(HaltScope.Session, "s1", "ann");
        _operated.End();
        var run = CliRun.Of("store", "check", _operated.Store);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("  evidence   3 records, content of 3 kept\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("A host can begin again on it.", run.Out, StringComparison.Ordinal);
        var json = JsonNode.Parse(CliRun.Of("store", "check", _operated.Store, "--json").Out)!;
        Assert.True((bool)json["sound"]!);
        Assert.Equal(3, (long)json["records"]!);
        Assert.InRange((long)json["changes"]!, 1, 100);
        Assert.InRange((long)json["bytes"]!, 4096, 1 << 20);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(20_000)]
    public void A_damaged_store_is_found_out(int from)
    {
        for (var request = 0; request < 200; request++)
            _operated.Input("s1");
        _operated.End();
        var bytes = File.ReadAllBytes(_operated.Store);
        Assert.InRange(bytes.Length, from + 40_000, int.MaxValue);
        bytes.AsSpan(from, 40_000).Fill(0x5A);
        File.WriteAllBytes(_operated.PathOf("damaged.db"), bytes);
        var run = CliRun.Of("store", "check", _operated.PathOf("damaged.db"));
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("wrong: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("begin with a backup", run.Out, StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(CliRun.Of("store", "check", _operated.PathOf("damaged.db"), "--json").Out)!["sound"]!);
    }

    [Fact]
    public void A_state_that_cannot_be_restored_and_a_leaf_that_is_none_are_named()
    {
        _operated.Host.Halt(HaltScope.Session, "s1", "ann");
        _operated.End();
        Change("UPDATE state SET changes = x'01000000FF'");
        Change("UPDATE leaf SET leaf = x'7B7D' WHERE n = 1");
        var run = CliRun.Of("store", "check", _operated.Store);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("There is no change of kind 255.", run.Out, StringComparison.Ordinal);
        Assert.Contains("Leaf 1 is not written as leaves are", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_is_smaller_once_it_is_compacted_and_says_the_same()
    {
        for (var request = 0; request < 200; request++)
            _operated.Input("s1", new string('x', 2_000));
        _operated.Host.Halt(HaltScope.Session, "s1", "ann");
        _operated.End();
        Change("DELETE FROM content");
        var before = new FileInfo(_operated.Store).Length;
        var run = CliRun.Of("store", "compact", _operated.Store);
        var after = new FileInfo(_operated.Store).Length;
        Assert.Equal((ExitCode.Clean, $"{_operated.Store}: {before} bytes before, {after} bytes now\n"), (run.Code, run.Out));
        Assert.InRange(after, 1, before / 2);
        _operated.Start();
        Assert.Equal(Outcome.Halt, _operated.Input("s1"));
    }

    [Fact]
    public void A_host_begins_again_on_a_backup()
    {
        _operated.Host.Halt(HaltScope.Session, "s1", "ann");
        _operated.End();
        var copy = _operated.PathOf("copy.db");
        Assert.Equal(ExitCode.Clean, CliRun.Of("store", "backup", _operated.Store, copy).Code);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        var again = CliRun.Of("store", "backup", _operated.Store, copy);
        Assert.Equal((ExitCode.Usage, $"There is a file '{copy}' already."), (again.Code, again.Error.Split('\n')[0]));
        File.Move(copy, _operated.Store, overwrite: true);
        _operated.Start();
        Assert.Equal(Outcome.Halt, _operated.Input("s1"));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("compact")]
    [InlineData("backup")]
    public void A_store_in_use_is_left_alone_and_what_is_none_is_not_made_one(string command)
    {
        string[] rest = command == "backup" ? [_operated.PathOf("copy.db")] : [];
        var run = CliRun.Of(["store", command, _operated.Store, .. rest]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("another process has it open", run.Error, StringComparison.Ordinal);
        var none = CliRun.Of(["store", command, _operated.PathOf("none.db"), .. rest]);
        Assert.Equal(ExitCode.Usage, none.Code);
        Assert.StartsWith("There is no store at", none.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_operated.PathOf("none.db")));
        Assert.Equal(ExitCode.Usage, CliRun.Of(["store", command, _operated.Key, .. rest]).Code);
    }

    [Fact]
    public void The_evidence_in_a_store_is_verified_shown_proven_and_exported()
    {
        _operated.Input("s1");
        _operated.Pay(500);
        _operated.End();
        var verified = CliRun.Of("audit", "verify", _operated.Store, "--key", _operated.Key);
        Assert.True(verified.Code == ExitCode.Clean, verified.Error + verified.Out);
        Assert.StartsWith($"{_operated.Store}: 3 records, 1 checkpoints\n", verified.Out, StringComparison.Ordinal);
        Assert.Contains("decision", CliRun.Of("audit", "show", _operated.Store, "1").Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, CliRun.Of("audit", "prove", _operated.Store, "1", "-o", _operated.PathOf("r.json")).Code);
        Assert.Equal(
            ExitCode.Clean, CliRun.Of("audit", "verify", "--proof", _operated.PathOf("r.json"), "--key", _operated.Key).Code);
        Assert.Equal(
            $"{_operated.PathOf("copy")}: 3 records\n",
            CliRun.Of("audit", "export", _operated.Store, "--output", _operated.PathOf("copy")).Out);
        Assert.Equal(ExitCode.Clean, CliRun.Of("audit", "verify", _operated.PathOf("copy"), "--key", _operated.Key).Code);
        Change("UPDATE leaf SET leaf = replace(leaf, 'allow', 'block')");
        Assert.Equal(ExitCode.Findings, CliRun.Of("audit", "verify", _operated.Store, "--key", _operated.Key).Code);
    }

    [Fact]
    public void Evidence_of_a_host_that_runs_is_read_from_a_backup()
    {
        _operated.Input("s1");
        Assert.Null(_operated.Host.SignEvidence());
        var run = CliRun.Of("audit", "verify", _operated.Store, "--key", _operated.Key);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("make a copy ('SqliteStore.Backup')", run.Error, StringComparison.Ordinal);
        _operated.Backup(_operated.PathOf("copy.db"));
        Assert.Equal(ExitCode.Clean, CliRun.Of("audit", "verify", _operated.PathOf("copy.db"), "--key", _operated.Key).Code);
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_operated.Store};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
