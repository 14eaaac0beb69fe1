using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class EvalCommandTests : IDisposable
{
    private const string Policy = """
        policy shop
        system s { owner "o"  zone "Asia/Tokyo" }
        fact limit_: int at tool_call
        control short "Short questions" { at input  let long = length(text) > 5  when long and session.turns > 0 then block "Shorter, please." }
        control late { at session  when today >= 2020-01-01 then flag }
        tool pay { class irreversible  args { amount: int }  when args.amount > limit_ then block }

        """;

    private static readonly JsonSerializerOptions s_plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly TemporaryFolder _folder = new();

    public EvalCommandTests() => _folder.Write("a.airs", Policy);

    [Theory]
    [InlineData("too long", "block")]
    [InlineData("hi", "allow")]
    public void A_decision_is_json_and_the_exit_code_does_not_depend_on_it(string text, string outcome)
    {
        var run = CliRun.With(
            $$"""{"session":{"turns":1},"input":{"text":"{{text}}"} }""",
            "eval",
            _folder.Path,
            "--point",
            "input",
            "--facts",
            "-");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal(outcome, OutcomeOf(run));
    }

    [Fact]
    public void The_tool_and_the_time_are_added_to_the_facts()
    {
        Assert.Equal(
            "block",
            OutcomeOf(CliRun.With("""{"args":{"amount":5},"limit_":4}""", "eval", _folder.Path, "-p", "tool_call", "-t", "pay", "-f", "-"))
        );
        Assert.Equal("flag", OutcomeOf(CliRun.With("{}", "eval", _folder.Path, "-p", "session", "-f", "-")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"input\":")]
    [InlineData("{\"input\":{\"text\":\"hi\"},\"input\":{\"text\":\"hi\"}}")]
    [InlineData("{\"input\":{\"text\":\"\\ud800\"}}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"input\":{\"text\":\"hi\"},\"session\":{\"turns\":1e400}}")]
    [InlineData("{}")]
    public void Facts_that_do_not_fit_or_lack_something_are_a_failure_and_never_an_allow(string facts)
    {
        var run = CliRun.With(facts, "eval", _folder.Path, "-p", "input", "-f", "-");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal("block", OutcomeOf(run));
        Assert.Contains("\"failure\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_that_go_on_changed_are_given_as_they_go_on()
    {
        _folder.Write("a.airs", """
            policy shop
            system s { owner "o" }
            control mail { at input  when pii.email.found(text) then redact pii.email }
            control note { at input  when text contains "order" then append "Thank you." }
            control no { at input  when text contains "no" then block }

            """);
        Assert.Equal("""{"/input/text":"order for [pii.email-1]\nThank you."}""", Amended("order for ann@shop.com"));
        Assert.Null(Amended("as it was"));
        Assert.Null(Amended("no order for ann@shop.com"));

        string? Amended(string text)
        {
            var run = CliRun.With($$$"""{"input":{"text":"{{{text}}}"}}""", "eval", _folder.Path, "-p", "input", "-f", "-");
            using var json = JsonDocument.Parse(run.Out);
            return json.RootElement.TryGetProperty("amended", out var amended) ? JsonSerializer.Serialize(amended, s_plain) : null;
        }
    }

    [Fact]
    public void A_point_that_does_not_exist_is_wrong_usage_and_the_nearest_is_named()
    {
        var run = CliRun.With("{}", "eval", _folder.Path, "-p", "ouput", "-f", "-");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("did you mean 'output'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_are_not_there_are_wrong_usage() =>
        Assert.Equal(ExitCode.Usage, CliRun.Of("eval", _folder.Path, "-p", "input", "-f", _folder.PathOf("nothing.json")).Code);

    [Fact]
    public void A_tool_is_named_once()
    {
        var run = CliRun.With("""{"tool":"pay"}""", "eval", _folder.Path, "-p", "tool_call", "-t", "pay", "-f", "-");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("leave out --tool", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_does_not_build_gives_its_errors_and_no_decision()
    {
        _folder.Write("a.airs", Policy.Replace("length", "lenght", StringComparison.Ordinal));
        var run = CliRun.With("{}", "eval", _folder.Path, "-p", "input", "-f", "-");
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("'lenght'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_policy_is_asked_and_not_several_or_none()
    {
        _folder.Write("b/b.airs", Policy.Replace("policy shop", "policy other", StringComparison.Ordinal));
        Assert.Contains(
            "holds several policies: shop, other",
            CliRun.With("{}", "eval", _folder.Path, "-p", "input", "-f", "-").Error,
            StringComparison.Ordinal);
        var library = _folder.Write("c/c.airs", "library shared\n");
        Assert.Contains(
            "holds libraries only",
            CliRun.With("{}", "eval", library, "-p", "input", "-f", "-").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_shows_the_value_of_every_sub_expression_that_decided()
    {
        var run = CliRun.With("""{"input":{"text":"too long"},"session":{"turns":2}}""", "explain", _folder.Path, "-p", "input", "-f", "-");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.StartsWith("block at input: \"Shorter, please.\"\n\nshop.short  shop/a.airs:4:", run.Out, StringComparison.Ordinal);
        Assert.Contains("  fired: block\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("session.turns  is 2\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("length(text)  is 8\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_leaves_out_what_did_not_decide()
    {
        var run = CliRun.With("""{"input":{"text":"hi"},"session":{"turns":2}}""", "explain", _folder.Path, "-p", "input", "-f", "-");
        Assert.StartsWith("allow at input\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("did not fire", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("session.turns  is", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_shows_a_condition_of_several_lines_on_one()
    {
        _folder.Write("several/a.airs", """
            policy shop.several
            system s { owner "o" }
            control long {
              at input
              when length(text) > 3 // three are few
                and text contains "http://x"
                then block
            }
            """);
        var run = CliRun.With(
            """{"input":{"text":"http://x"}}""", "explain", _folder.PathOf("several"), "-p", "input", "-f", "-");
        Assert.Contains("  length(text) > 3 and text contains \"http://x\"  is true\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_in_json_holds_the_decision_and_every_sub_expression()
    {
        var run = CliRun.With(
            """{"input":{"text":"hi"},"session":{"turns":2}}""",
            "explain",
            _folder.Path,
            "-p",
            "input",
            "-f",
            "-",
            "--format",
            "json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("allow", json.RootElement.GetProperty("decision").GetProperty("outcome").GetString());
        var rule = json.RootElement.GetProperty("rules")[0];
        Assert.False(rule.GetProperty("fired").GetBoolean());
        Assert.Equal("not_evaluated", rule.GetProperty("evaluated")[0].GetProperty("parts")[1].GetProperty("state").GetString());
    }

    public void Dispose() => _folder.Dispose();

    private static string? OutcomeOf(CliRun run)
    {
        using var json = JsonDocument.Parse(run.Out);
        return json.RootElement.GetProperty("outcome").GetString();
    }
}
