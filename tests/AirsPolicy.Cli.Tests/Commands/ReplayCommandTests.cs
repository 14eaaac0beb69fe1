using System.Text.Json;
using System.Text.RegularExpressions;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed partial class ReplayCommandTests : IDisposable
{
    private const string Policy = """
        policy shop
        system s { owner "o"  zone "Europe/London" }
        queue people { sla 15m  reviewers "staff" }
        control c {
          at input
          when text contains "ask" then hold for people
          when count of input per user within 1h >= 2 then block "Enough."
          when today > 2027-03-31 then flag
        }

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _policy;

    public ReplayCommandTests() => _policy = _folder.Write("shop/a.airs", Policy);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_output_in_the_documentation_is_that_of_its_example()
    {
        var page = PathOf("docs", "guide", "replay.md");
        var text = File.ReadAllText(page);
        var blocks = Fence().Matches(text);
        var policy = _folder.Write("refunds/refunds.airs", blocks.First(block => block.Groups[1].Value == "airs").Groups[2].Value);
        var trace = _folder.Write("trace.jsonl", blocks.First(block => block.Groups[1].Value == "jsonl").Groups[2].Value);
        var shown = blocks.First(block => block.Groups[1].Value.Length == 0);

        var run = CliRun.Of("replay", policy, trace);

        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Findings, run.Code);
        if (Environment.GetEnvironmentVariable("AIRS_UPDATE_DOCS") == "1")
            File.WriteAllText(
                page,
                string.Concat(text.AsSpan(0, shown.Groups[2].Index), run.Out, text.AsSpan(shown.Groups[2].Index + shown.Groups[2].Length)));
        else
            Assert.Equal(shown.Groups[2].Value, run.Out);
    }

    [Fact]
    public void An_event_that_the_policy_refuses_has_not_happened()
    {
        var run = Replay(Line("09:00", "x"), Line("09:01", "x"), Line("09:02", "x"), Line("09:59", "x"), Line("10:00", "x"));
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal(["allow", "allow", "block", "block", "allow"], Outcomes(run));
    }

    [Theory]
    [InlineData("""{"approved":true,"time":"2027-03-31T09:05:00Z"}""", "block")]
    [InlineData("""{"approved":false,"time":"2027-03-31T09:05:00Z"}""", "allow")]
    [InlineData("""{"approved":true,"time":"2027-03-31T09:15:00Z"}""", "allow")]
    public void What_is_held_goes_on_when_it_was_approved_in_time(string approval, string last)
    {
        var held = Line("09:00", "ask").Replace("\"point\"", $"\"approval\":{approval},\"point\"", StringComparison.Ordinal);
        Assert.Equal(["hold", "allow", last], Outcomes(Replay(held, Line("09:10", "x"), Line("09:20", "x"))));
    }

    [Fact]
    public void The_day_is_that_of_the_zone_at_the_time()
    {
        var run = Replay(
            """{"time":"2027-03-31T23:30:00Z","point":"input","facts":{"user":{"id":"u"},"input":{"text":"x","source":"user","attachments":[]}}}"""
        );
        Assert.Equal(["flag"], Outcomes(run));
    }

    [Fact]
    public void Another_outcome_than_the_recorded_one_is_a_finding()
    {
        var run = Replay(Line("09:00", "x").Replace("\"point\"", "\"outcome\":\"block\",\"point\"", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("(recorded: block)", run.Out, StringComparison.Ordinal);
        Assert.Contains("decided otherwise than recorded: line 1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_carries_every_decision()
    {
        var run = CliRun.With(Line("09:00", "ask"), "replay", _policy, "-", "--json");
        using var report = JsonDocument.Parse(run.Out);
        var replayed = report.RootElement.GetProperty("events")[0];
        Assert.Equal(1, replayed.GetProperty("line").GetInt32());
        Assert.Equal("hold", replayed.GetProperty("decision").GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("outcome >= block", "block")]
    [InlineData("facts.input.text == \"ask\"", "hold")]
    [InlineData("time < 2027-03-31T09:02:00Z", "hold allow")]
    [InlineData("tool == \"x\"", "")]
    public void Only_the_events_that_are_asked_for_are_shown_and_the_others_count(string where, string outcomes)
    {
        var trace = string.Join('\n', Line("09:00", "ask"), Line("09:01", "x"), Line("09:02", "x"), Line("09:03", "x"));
        var run = CliRun.With(trace, "replay", _policy, "-", "--where", where);
        Assert.Equal(outcomes, string.Join(' ', Outcomes(run)));
    }

    [Fact]
    public void A_filter_that_cannot_be_read_is_shown_with_the_place()
    {
        var run = CliRun.With("", "replay", _policy, "-", "--where", "outcom >= block");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal(
            """
            --where:1:1: There is no field 'outcom'; did you mean 'outcome'?
              |
            1 | outcom >= block
              | ^^^^^^

            """,
            run.Error);
    }

    [Theory]
    [InlineData("x", "is no JSON object")]
    [InlineData("[]", "is no JSON object")]
    [InlineData("""{"point":"input"}""", "needs a text 'point' and an object 'facts'")]
    [InlineData("""{"point":"input","facts":{}}""", "needs a 'time'")]
    [InlineData("""{"point":"input","facts":{},"time":"yesterday"}""", "needs a 'time'")]
    [InlineData(
        """{"point":"input","facts":{},"time":"2027-03-31T09:00:00Z","outcome":"yes"}""",
        "has an 'outcome' that is none of allow, flag"
    )]
    [InlineData("""{"point":"input","facts":{},"time":"2027-03-31T09:00:00Z","approval":true}""", "has an 'approval' without")]
    public void A_trace_that_cannot_be_used_names_the_line(string line, string problem)
    {
        var run = CliRun.With($"\n{line}\n", "replay", _policy, "-");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains($"Line 2 of the trace {problem}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_goes_forward_in_time()
    {
        var run = Replay(Line("09:01", "x"), Line("09:00", "x"));
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Line 2 of the trace is earlier than line 1", run.Error, StringComparison.Ordinal);
    }

    private CliRun Replay(params string[] lines) => CliRun.With(string.Join('\n', lines), "replay", _policy, "-");

    private static string[] Outcomes(CliRun run) =>
        [
            .. run
                .Out.Split('\n')
                .Where(line => line.Contains("  2027-", StringComparison.Ordinal))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]),
        ];

    private static string Line(string time, string text) =>
        $$$$"""{"time":"2027-03-31T{{{{time}}}}:00Z","point":"input","facts":{"user":{"id":"u"},"input":{"text":"{{{{text}}}}","source":"user","attachments":[]}}}""";

    private static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AirsPolicy.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return Path.Combine([folder.FullName, .. parts]);
    }

    [GeneratedRegex("^```([a-z]*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
