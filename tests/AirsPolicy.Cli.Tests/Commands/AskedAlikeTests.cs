using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary><c>eval</c> of sources, <c>eval</c> of a bundle and <c>explain</c> begin with the same past, and so say the same.</summary>
public sealed class AskedAlikeTests : IDisposable
{
    private const string Policy = """
        policy shop
        system s { owner "o"  zone "Asia/Tokyo" }
        queue people { sla 15m  reviewers "staff" }
        label seen { reaches output then append "Seen." }
        breaker b { per user  trip when count of refused input per user within 1h >= 2  open for 5m  probe 1 }
        limit three 3 per user within 1h at input
        control c {
          at input
          when text contains "bad" then block
          when text contains "ask" then hold for people
          when text contains "web" then label seen
          when text contains "stop" then halt session
        }
        control open "Nothing while it is open" { at output  when breaker.b.open then block }
        control late { at session  when today >= 2027-03-31 and "seen" not in session.labels then flag }
        """;

    private const string User = """
        "user":{"id":"u","roles":[],"groups":[]},"session":{"id":"s","labels":[]}
        """;

    private readonly TemporaryFolder _folder = new();

    public AskedAlikeTests()
    {
        _folder.Write("shop/a.airs", Policy);
        Assert.Equal(ExitCode.Clean, CliRun.Of("build", _folder.PathOf("shop"), "-o", _folder.PathOf("shop.airsb")).Code);
    }

    [Theory]
    [InlineData("input", """{"input":{"text":"hi"},USER}""", "allow")]
    [InlineData("output", """{"output":{"text":"hi"},USER}""", "allow")]
    [InlineData(
        "output",
        """{"output":{"text":"hi"},USER,"approvals":[{"queue":"people","by":"me"}],"breaker":{"b":{"open":true}}}""",
        null
    )]
    [InlineData("session", """{"session_event":"begins","today":"2027-03-31",USER}""", "flag")]
    [InlineData("session", """{"session_event":"begins","now":"2027-03-30T14:59:59Z",USER}""", "allow")]
    [InlineData("session", """{"session_event":"begins","now":"2027-03-30T15:00:00Z",USER}""", "flag")]
    [InlineData("input", """{"input":{"text":"hi"}}""", "block")]
    public void All_three_begin_with_an_empty_past(string point, string facts, string? outcome) =>
        Assert.Equal(outcome ?? Outcome(point, facts, null), Outcome(point, facts, null));

    [Theory]
    [InlineData("bad,bad", "input", "hi", "block")]
    [InlineData("bad", "input", "hi", "allow")]
    [InlineData("hi,hi,hi", "input", "hi", "block")]
    [InlineData("hi,hi", "input", "hi", "allow")]
    [InlineData("ask,hi,hi", "input", "hi", "block")]
    [InlineData("stop", "output", "hi", "halt")]
    [InlineData("web", "output", "hi", "amend")]
    [InlineData("bad,bad", "output", "hi", "block")]
    public void All_three_take_the_past_that_a_trace_gives(string before, string point, string text, string outcome)
    {
        var trace = _folder.Write(
            "trace.jsonl",
            string.Join(
                '\n',
                before
                    .Split(',')
                    .Select(
                        (said, minute) =>
                            $$$"""{"time":"2027-03-31T09:0{{{minute}}}:00Z","point":"input","facts":{"input":{"text":"{{{said}}}","source":"user"},{{{User}}}}}"""
                    )));
        Assert.Equal(outcome, Outcome(point, $$"""{"now":"2027-03-31T09:05:00Z","{{point}}":{"text":"{{text}}"},USER}""", trace));
    }

    [Fact]
    public void A_request_that_is_earlier_than_its_past_is_refused()
    {
        var trace = _folder.Write(
            "trace.jsonl",
            $$$"""{"time":"2027-03-31T09:00:00Z","point":"input","facts":{"input":{"text":"hi"},{{{User}}}}}"""
        );
        foreach (
            var command in (string[][])
                [
                    ["eval", "shop"],
                    ["eval", "shop.airsb", "--trust"],
                    ["explain", "shop"],
                ]
        )
        {
            var run = CliRun.With(
                """{"now":"2027-03-31T08:00:00Z"}""",
                [command[0], _folder.PathOf(command[1]), .. command[2..], "-p", "input", "-f", "-", "--past", trace]);
            Assert.Equal(
                (ExitCode.Usage, "The request is earlier than line 1 of its past; give it a later 'now'.\n"),
                (run.Code, run.Error));
        }
    }

    [Fact]
    public void A_day_that_is_not_that_of_the_time_is_refused()
    {
        var run = CliRun.With(
            """{"now":"2027-03-30T15:00:00Z","today":"2027-03-30"}""",
            "eval",
            _folder.PathOf("shop"),
            "-p",
            "session",
            "-f",
            "-");
        Assert.Equal(
            (
                ExitCode.Usage,
                "The facts say that 'today' is 2027-03-30, and their 'now' is on 2027-03-31 in Asia/Tokyo; leave one of the two out.\n"),
            (run.Code, run.Error));
    }

    public void Dispose() => _folder.Dispose();

    // The outcome, once all three say the same.
    private string Outcome(string point, string facts, string? trace)
    {
        facts = facts.Replace("USER", User, StringComparison.Ordinal);
        string[] past = trace is null ? [] : ["--past", trace];
        var source = CliRun.With(facts, ["eval", _folder.PathOf("shop"), "-p", point, "-f", "-", .. past]);
        var bundle = CliRun.With(facts, ["eval", _folder.PathOf("shop.airsb"), "--trust", "-p", point, "-f", "-", .. past]);
        var explained = CliRun.With(facts, ["explain", _folder.PathOf("shop"), "-p", point, "-f", "-", "--format", "json", .. past]);
        var outcome = OutcomeOf(source.Out);
        Assert.Equal(outcome, OutcomeOf(bundle.Out));
        Assert.Contains($"\"outcome\": \"{outcome}\"", explained.Out, StringComparison.Ordinal);
        return outcome;
    }

    private static string OutcomeOf(string json) => JsonDocument.Parse(json).RootElement.GetProperty("outcome").GetString()!;
}
