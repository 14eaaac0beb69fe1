using System.Text;
using System.Text.Json;
using AirsPolicy.Cli.Auditing;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Filtering;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary><c>airs audit</c>.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2027, 3, 31, 9, 30, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly string _log;
    private readonly string _key;

    public AuditCommandTests()
    {
        Assert.Equal(ExitCode.Clean, CliRun.Of("keygen", _folder.PathOf("log")).Code);
        Assert.Equal(ExitCode.Clean, CliRun.Of("keygen", _folder.PathOf("other")).Code);
        (_log, _key) = (_folder.PathOf("evidence"), _folder.PathOf("log.pub"));
        var log = new MemoryEvidenceLog("shop.example/prod");
        log.Append(Record(EvidenceKind.Decision, 0, "r-1", null, "allow", ("user", "Ann")));
        log.Append(Record(EvidenceKind.Decision, 1, "r-2", 17, "hold", ("user", "Bob"), ("facts", "{\"amount\":5}")));
        log.Append(Record(EvidenceKind.Review, 2, null, 17, "approved", ("by", "Cyd\e[2J"), ("message", "fine")));
        log.Append(Record(EvidenceKind.Execution, 3, "r-2", null, "done"));
        log.Append(Record(EvidenceKind.Decision, 4, "r-3", null, "block", ("user", "Dan")));
        log.DeleteContent(0);
        using var signer = new CheckpointSigner("log", File.ReadAllText(_folder.PathOf("log.key")));
        log.Sign(signer);
        EvidenceExport.Write(log, _log);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_log_that_holds_is_verified_with_its_figures()
    {
        var run = CliRun.Of("audit", "verify", _log, "--key", _key);
        Assert.Equal(
            $"{_log}: 5 records, 1 checkpoints\nfrom 2027-03-31 09:30:00.000Z to 2027-03-31 09:30:04.000Z\n  decision   3\n"
            + "  review     1\n  execution  1\ncontent of 3 records kept, of 1 deleted\nVerified.\n",
            run.Out);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal(
            ExitCode.Clean,
            CliRun.Of("audit", "verify", _log, "--key", _key, "--expect-head", Path.Join(_log, "checkpoint")).Code);
    }

    [Fact]
    public void What_was_changed_is_named_to_people_and_programs()
    {
        var path = Path.Join(_log, "tile", "entries", "000.p", "5");
        var leaves = File.ReadAllText(path, Encoding.Latin1).Replace("\"block\"", "\"allow\"", StringComparison.Ordinal);
        File.WriteAllText(path, leaves, Encoding.Latin1);
        var run = CliRun.Of("audit", "verify", _log, "--key", _key);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.EndsWith(
            "wrong: Leaf 4 was changed: its hash is not that in 'tile/0/000.p/5'.\nNot verified.\n", run.Out, StringComparison.Ordinal);
        var json = JsonDocument.Parse(CliRun.Of("audit", "verify", _log, "--key", _key, "--json").Out).RootElement;
        Assert.False(json.GetProperty("verified").GetBoolean());
        Assert.Equal("changed", json.GetProperty("findings")[0].GetProperty("fault").GetString());
        Assert.Equal(4, json.GetProperty("findings")[0].GetProperty("index").GetInt64());
    }

    [Fact]
    public void A_key_that_did_not_sign_verifies_nothing()
    {
        var run = CliRun.Of("audit", "verify", _log, "--key", _folder.PathOf("other.pub"));
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("wrong: No trusted key has signed a checkpoint of this log.\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--held", "17")]
    [InlineData("--request", "r-2")]
    public void The_whole_chain_of_a_request_is_shown_in_its_order(string option, string value)
    {
        var run = CliRun.Of("audit", "show", _log, option, value);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal(["index", "1", "2", "3"], run.Out.Split('\n')[..^1].Select(line => line.Split(' ')[0]));
        Assert.Contains("by Bob", run.Out, StringComparison.Ordinal);
        Assert.Contains("by Cyd<U+001B>[2J", run.Out, StringComparison.Ordinal);
        var json = JsonDocument.Parse(CliRun.Of("audit", "show", _log, option, value, "--json").Out).RootElement;
        Assert.Equal([1, 2, 3], json.EnumerateArray().Select(record => record.GetProperty("leaf").GetProperty("seq").GetInt32()));
        Assert.Equal("{\"amount\":5}", json[0].GetProperty("content").GetProperty("facts").GetString());
        Assert.False(json[2].TryGetProperty("content", out _));
    }

    [Fact]
    public void One_record_is_shown_whole()
    {
        Assert.Equal(
            "index     1\ntime      2027-03-31 09:30:01.000Z\nkind      decision\npoint     input\noutcome   hold\n"
            + "request   r-2\nheld      17\nfacts: {\"amount\":5}\nuser: Bob\n",
            CliRun.Of("audit", "show", _log, "1").Out);
        Assert.EndsWith("\ndeleted: user\n", CliRun.Of("audit", "show", _log, "0").Out, StringComparison.Ordinal);
        foreach (var index in new[] { "5", "-1" })
        {
            var none = CliRun.Of("audit", "show", _log, index);
            Assert.Equal((ExitCode.Findings, "There is no such record.\n"), (none.Code, none.Error));
        }
    }

    [Fact]
    public void A_proof_is_checked_without_the_log()
    {
        var proof = _folder.PathOf("record.json");
        Assert.Equal(ExitCode.Clean, CliRun.Of("audit", "prove", _log, "1", "-o", proof).Code);
        Assert.Equal(File.ReadAllText(proof), CliRun.Of("audit", "prove", _log, "1").Out);
        Directory.Delete(_log, recursive: true);
        var run = CliRun.Of("audit", "verify", "--proof", proof, "--key", _key);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.EndsWith("\nVerified: it stands in 'shop.example/prod' of 5 records, signed by log.\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, CliRun.Of("audit", "verify", "--proof", proof, "--key", _folder.PathOf("other.pub")).Code);
        File.WriteAllText(proof, File.ReadAllText(proof).Replace("hold", "allow", StringComparison.Ordinal));
        var changed = CliRun.Of("audit", "verify", "--proof", proof, "--key", _key);
        Assert.Equal(ExitCode.Findings, changed.Code);
        Assert.StartsWith("wrong: Leaf 1 is not shown to stand in the log", changed.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"leaf\":1}")]
    [InlineData("{\"leaf\":null,\"path\":[null],\"checkpoint\":null}")]
    [InlineData("{\"leaf\":\"\",\"path\":[],\"checkpoint\":\"x\"}")]
    public void What_is_no_proof_is_wrong_usage(string text)
    {
        var run = CliRun.Of("audit", "verify", "--proof", _folder.Write("p.json", text), "--key", _key);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void An_export_is_the_same_evidence()
    {
        var copy = _folder.PathOf("copy");
        var run = CliRun.Of("audit", "export", _log, "--output", copy);
        Assert.Equal($"{copy}: 5 records\n", run.Out);
        Assert.Equal(Files(_log), Files(copy));
        Assert.Equal(ExitCode.Usage, CliRun.Of("audit", "export", _log, "--output", copy).Code);
    }

    [Theory]
    [InlineData("index in [0, 3]", "0 3")]
    [InlineData("time > 2027-03-31T09:30:02Z", "3 4")]
    [InlineData("time < now and time > now - 1d", "")]
    [InlineData("kind == review", "2")]
    [InlineData("point == input and kind != decision", "2 3")]
    [InlineData("outcome >= hold", "1 4")]
    [InlineData("outcome != allow", "1 4")]
    [InlineData("result == \"approved\" or result == \"done\"", "2 3")]
    [InlineData("request == \"r-2\"", "1 3")]
    [InlineData("held == 17", "1 2")]
    [InlineData("user == \"Bob\"", "1")]
    [InlineData("user is absent", "0 2 3")]
    [InlineData("by starts with \"Cyd\"", "2")]
    [InlineData("message contains \"fin\"", "2")]
    [InlineData("facts.amount > 4", "1")]
    [InlineData("has lost or has bundle or has changed or has queue or has tool", "")]
    public void Only_the_records_that_are_asked_for_are_shown(string where, string indexes)
    {
        var run = CliRun.Of("audit", "show", _log, "--where", where);
        Assert.Equal(indexes.Length == 0 ? ExitCode.Findings : ExitCode.Clean, run.Code);
        Assert.Equal(indexes, string.Join(' ', run.Out.Split('\n')[..^1].Select(line => line.Split(' ')[0]).Skip(1)));
    }

    [Fact]
    public void A_filter_chooses_among_all_about_a_request()
    {
        var run = CliRun.Of("audit", "show", _log, "--held", "17", "--where", "kind == execution", "--json");
        var record = Assert.Single(JsonDocument.Parse(run.Out).RootElement.EnumerateArray());
        Assert.Equal(3, record.GetProperty("leaf").GetProperty("seq").GetInt32());
    }

    [Fact]
    public void A_filter_looks_further_back_than_the_last_records()
    {
        var log = new MemoryEvidenceLog("shop.example/prod");
        log.Append(Record(EvidenceKind.Decision, 0, null, null, "block"));
        for (var second = 1; second <= 25; second++)
            log.Append(Record(EvidenceKind.Decision, second, null, null, "allow"));
        var shown = new RecordChoice(null, null, null, record => record.Leaf.Outcome == "block").Of(log);
        Assert.Equal(0, Assert.Single(shown).Leaf.Seq);
        Assert.Equal(6, new RecordChoice(null, null, null, null).Of(log)[0].Leaf.Seq);
    }

    [Fact]
    public void Whose_record_it_is_is_said_by_the_facts_and_by_what_is_halted()
    {
        var facts = """{"session":{"id":"s-1"},"user":{"id":7},"agent":"a","tool":"pay","run":{"id":"\ud800"}}""";
        Assert.Equal("s-1 - - - pay", Ids(Shown(EvidenceKind.Decision, "allow", ("facts", facts))));
        Assert.Equal("- - u-1 - -", Ids(Shown(EvidenceKind.Halt, "user", ("id", "u-1"))));
        Assert.Equal("- - - a-1 -", Ids(Shown(EvidenceKind.Lift, "agent", ("id", "a-1"))));
        Assert.Equal("- r-1 - - -", Ids(Shown(EvidenceKind.End, "run", ("run", "r-1"))));
        Assert.Equal("- - - - mail", Ids(Shown(EvidenceKind.Execution, "done", ("tool", "mail"))));
        Assert.Equal("- - - - -", Ids(Shown(EvidenceKind.Decision, "allow", ("facts", "no JSON"))));
    }

    [Fact]
    public void What_was_changed_is_no_decision_point()
    {
        var record = Shown(EvidenceKind.Transition, "open");
        Assert.Null(RecordFields.Schema.Read(record, "point"));
        Assert.Equal(new TextValue("input"), RecordFields.Schema.Read(record, "changed"));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("export", "--output", "copy")]
    public void A_filter_with_a_mistake_is_shown_with_the_place(params string[] rest)
    {
        var run = CliRun.Of(["audit", rest[0], _log, .. rest[1..], "--where", "outcom >= block"]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal(
            "--where:1:1: There is no field 'outcom'; did you mean 'outcome'?\n  |\n1 | outcom >= block\n  | ^^^^^^\n", run.Error);
        Assert.False(Directory.Exists("copy"));
    }

    [Fact]
    public void An_export_with_a_filter_is_verified_like_the_whole_and_tells_no_more_than_was_asked_for()
    {
        var copy = _folder.PathOf("part");
        var run = CliRun.Of("audit", "export", _log, "--output", copy, "--where", "user == \"Bob\" or kind == execution");
        Assert.Equal((ExitCode.Clean, $"{copy}: 5 records, with the content of 1\n"), (run.Code, run.Out));
        var verified = CliRun.Of("audit", "verify", copy, "--key", _key);
        Assert.Equal(ExitCode.Clean, verified.Code);
        Assert.Contains("content of 1 records kept, of 3 deleted\n", verified.Out, StringComparison.Ordinal);
        Assert.Contains("user: Bob\n", CliRun.Of("audit", "show", copy, "1").Out, StringComparison.Ordinal);
        var whole = Files(_log).ToDictionary();
        Assert.All(
            Files(copy).Where(file => !file.Item1.StartsWith("content", StringComparison.Ordinal)),
            file => Assert.Equal(whole[file.Item1], file.Item2));
    }

    [Fact]
    public void A_part_of_a_log_is_never_verified() =>
        Assert.Equal(ExitCode.Usage, CliRun.Of("audit", "verify", _log, "--key", _key, "--where", "kind == halt").Code);

    [Fact]
    public void What_cannot_be_meant_is_wrong_usage()
    {
        string[][] lines =
        [
            ["verify", "--key", _key],
            ["verify", _log],
            ["verify", _log, "--key", _key, "--proof", "p"],
            ["verify", _folder.PathOf("none"), "--key", _key],
            ["verify", _folder.Path, "--key", _key],
            ["verify", _log, "--key", _key, "--expect-head", _key],
            ["show", _log, "1", "--held", "2"],
            ["show", _log, "1", "--where", "kind == halt"],
            ["prove", _log, "5"],
            ["prove", _log, "-1"],
        ];
        foreach (var line in lines)
        {
            var run = CliRun.Of(["audit", .. line]);
            Assert.True(run.Code == ExitCode.Usage, string.Join(' ', line));
            Assert.NotEmpty(run.Error);
        }
    }

    private static ShownRecord Shown(EvidenceKind kind, string outcome, params (string Name, string Value)[] content)
    {
        var log = new MemoryEvidenceLog("shop.example/prod");
        log.Append(Record(kind, 0, null, null, outcome, content));
        return Assert.Single(RecordChoice.Read(log, 0, 1));
    }

    private static string Ids(ShownRecord record) =>
        string.Join(
            ' ',
            new[] { "session", "run", "user", "agent", "tool" }
                .Select(name => RecordFields.Schema.Read(record, name) is TextValue id ? id.Text : "-"));

    private static EvidenceRecord Record(
        EvidenceKind kind, int second, string? request, long? held, string outcome, params (string Name, string Value)[] content) =>
        new(kind, s_start.AddSeconds(second))
        {
            Point = "input",
            Request = request,
            Held = held,
            Outcome = outcome,
            Content = [.. content.Select(field => new ContentField(field.Name, Encoding.UTF8.GetBytes(field.Value)))],
        };

    private static IEnumerable<(string, string)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), Convert.ToHexString(File.ReadAllBytes(path))));
}
