using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class CalibrateCommandTests : IDisposable
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        queue people { reviewers "expert" }
        judge large { model "l"  at output  prompt "{{ text }}"  returns { verdict: one of [ok, review, bad], sure: share }  when verdict == bad then flag  when verdict == review and sure > 50% then queue people }
        judge small {
          model "s"  at output  prompt "{{ text }}"  returns { verdict: one of [ok, bad] }
          when verdict == bad then flag
          calibrate "golden.jsonl" { agreement at least 75%  missed at most 50% }
        }
        judge quick { model "q"  at output  prompt "{{ text }}"  returns { go: bool }  when not go then flag  calibrate large { agreement at least 99.5% } }

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _policy;

    public CalibrateCommandTests()
    {
        _policy = _folder.Write("shop/a.airs", Policy);
        _folder.Write("shop/golden.jsonl", """
            {"shows":{"text":"one"},"answer":{"verdict":"ok"}}
            {"shows":{"text":"two"},"answer":{"verdict":"ok"}}
            {"shows":{"text":"three"},"answer":{"verdict":"bad"}}
            {"shows":{"text":"four"},"answer":{"verdict":"bad"}}

            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Answers_to_the_cases_of_a_judge_are_measured_with_intervals()
    {
        var run = CliRun.Of(
            "calibrate",
            _policy,
            _folder.Write("answers.jsonl", "{\"verdict\":\"ok\"}\n{\"verdict\":\"bad\"}\n{\"verdict\":\"bad\"}\nnull\n"),
            "--judge",
            "small");
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Equal("""
            shop.small: 4 cases, something is the matter in 2 of them, no answer to 1
              agreement      50.0%  2 of 4, between 15.0% and 85.0%, at least 75%
              missed          0.0%  0 of 2, between 0.0% and 65.8%, at most 50%
              false_alarms   50.0%  1 of 2, between 9.5% and 90.5%
            not kept: agreement

            """, run.Out);
    }

    [Fact]
    public void A_judge_that_does_well_enough_is_no_finding()
    {
        var run = CliRun.Of(
            "calibrate",
            _policy,
            _folder.Write("answers.jsonl", "{\"verdict\":\"ok\"}\n{\"verdict\":\"ok\"}\n{\"verdict\":\"bad\"}\n{\"verdict\":\"ok\"}\n"),
            "--judge",
            "shop.small");
        Assert.Equal(ExitCode.Clean, run.Code);
    }

    [Fact]
    public void A_judge_is_held_against_another_on_recorded_requests()
    {
        var both =
            "{\"output\":{\"text\":\"x\"},\"judge:shop.large\":{\"verdict\":\"bad\",\"sure\":0.9},\"judge:shop.quick\":{\"go\":false}}\n";
        var run = CliRun.Of(
            "calibrate",
            _policy,
            _folder.Write("facts.jsonl", both + both.Replace("false", "true", StringComparison.Ordinal)),
            "--judge",
            "quick");
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("shop.quick: 2 cases, something is the matter in 2 of them", run.Out, StringComparison.Ordinal);
        Assert.Contains("missed         50.0%", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}\n", "small", "is measured by 4 cases, and there are 1 answers")]
    [InlineData("nothing\n", "small", "Line 1 is not a JSON object")]
    [InlineData("{}\n", "large", "No judge 'large' of this policy says 'calibrate'")]
    [InlineData("{}\n", null, "The policy measures several judges: shop.quick, shop.small")]
    public void What_cannot_be_measured_says_why(string answers, string? judge, string message)
    {
        string[] line = ["calibrate", _policy, _folder.Write("answers.jsonl", answers)];
        var run = CliRun.Of(judge is null ? line : [.. line, "--judge", judge]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_lists_the_answers_from_which_nothing_follows()
    {
        var run = CliRun.Of("check", _policy, "--answers");
        Assert.Contains("""
            shop.large: nothing follows from
              { verdict: ok }
              { verdict: review, sure: 0% }
              { verdict: review, sure: 49.9999% }
              { verdict: review, sure: 50% }
            shop.quick: nothing follows from
              { go: true }
            shop.small: nothing follows from
              { verdict: ok }

            """, run.Out, StringComparison.Ordinal);
    }
}
