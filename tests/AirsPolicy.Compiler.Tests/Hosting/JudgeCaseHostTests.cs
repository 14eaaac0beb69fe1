using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Judging;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>
/// A host shows judges what was judged before, measures them, waits for them no longer than it may, and makes worse what they make worse.
/// </summary>
public sealed class JudgeCaseHostTests
{
    private const string Source = """
        policy p
        system s { owner "o" }
        queue people { reviewers "expert" }
        judge conduct {
          model "m"  at output  timing inline  timeout 2s
          prompt "Is this right? {{ text }}"
          returns { verdict: one of [ok, review, bad], why: text }
          when verdict == bad then block
          when verdict == review then queue people
          precedents "precedents.jsonl" most 2
          calibrate "golden.jsonl" { agreement at least 70%  missed at most 40% }
        }
        """;

    private static readonly Dictionary<string, string> s_files = new()
    {
        ["precedents.jsonl"] = """
            {"shows":{"text":"The shop opens at nine."},"answer":{"verdict":"ok","why":"a fact"},"because":"nothing is promised"}
            {"shows":{"text":"Your parcel left."},"answer":{"verdict":"ok","why":"a fact"}}
            {"shows":{"text":"You get your money, I promise."},"answer":{"verdict":"bad","why":"a promise"},"until":"2025-12-31"}
            {"shows":{"text":"I promise your money."},"answer":{"verdict":"bad","why":"a promise"}}
            """,
        ["golden.jsonl"] = """
            {"shows":{"text":"fine one"},"answer":{"verdict":"ok","why":""}}
            {"shows":{"text":"fine two"},"answer":{"verdict":"ok","why":""}}
            {"shows":{"text":"bad one"},"answer":{"verdict":"bad","why":""}}
            {"shows":{"text":"bad two"},"answer":{"verdict":"bad","why":""}}
            {"shows":{"text":"odd one"},"answer":{"verdict":"review","why":""}}
            """,
    };

    private static readonly PolicyModel s_model = BoundPolicy.Of(Source, s_files);

    [Fact]
    public async Task A_prompt_shows_the_nearest_precedents_of_each_verdict_between_its_marks()
    {
        var asked = new ConcurrentQueue<string>();
        var host = Host(s_model, question => Noted(asked, question));
        await host.JudgeAsync("output", Output("Your parcel left, and I promise your money."));
        var prompt = Assert.Single(asked);
        var mark = prompt.Split('<', '>')[1];
        Assert.Contains(
            $"A case that was judged before:\n<{mark}>\nYour parcel left.\n</{mark}>\nThe answer was {{\"verdict\":\"ok\",\"why\":\"a fact\"}}\n\n",
            prompt,
            StringComparison.Ordinal);
        Assert.Contains($"<{mark}>\nI promise your money.\n</{mark}>\nThe answer was", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("opens at nine", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("You get your money", prompt, StringComparison.Ordinal);
        Assert.EndsWith(
            $"Is this right? <{mark}>\nYour parcel left, and I promise your money.\n</{mark}>",
            prompt,
            StringComparison.Ordinal);
        static string Noted(ConcurrentQueue<string> asked, JudgeQuestion question)
        {
            asked.Enqueue(question.Prompt);
            return "{\"verdict\":\"ok\",\"why\":\"\"}";
        }
    }

    [Fact]
    public async Task A_host_measures_a_judge_as_the_reference_does()
    {
        string?[] said =
        [
            "{\"verdict\":\"ok\",\"why\":\"a\"}",
            "{\"verdict\":\"review\",\"why\":\"\"}",
            "{\"verdict\":\"bad\",\"why\":\"b\"}",
            "{\"verdict\":\"ok\",\"why\":\"\"}",
            null,
        ];
        string[] shown = ["fine one", "fine two", "bad one", "bad two", "odd one"];
        var host = Host(
            s_model,
            question => said[Array.FindIndex(shown, text => question.Prompt.Contains(text, StringComparison.Ordinal))]);
        var measured = await host.CalibrateAsync("p.conduct");
        Assert.Equal(
            new CalibrationFigures(Cases: 5, Telling: 3, Agreeing: 2, MissedCases: 1, Alarms: 1, Unanswered: 1),
            measured!.Figures);
        Assert.Equal(["agreement"], measured.NotKept);
        Assert.Equal(measured.Figures, new JudgeMeasure(new PolicyInterpreter(s_model), s_model.Judges[0]).OfCases(said));
        Assert.Null(await host.CalibrateAsync("p.nobody"));
    }

    [Fact]
    public void Judges_are_compared_on_the_requests_that_both_have_answered()
    {
        var model = BoundPolicy.Of("""
            policy p
            system s { owner "o" }
            judge large { model "l"  at output  prompt "{{ text }}"  returns { score: share }  when score < 50% then flag }
            judge small { model "s"  at output  prompt "{{ text }}"  returns { go: bool }  when not go then flag  calibrate large { agreement at least 99.5% } }
            """);
        string[] requests =
        [
            Both("0.9", "true"),
            Both("0.1", "false"),
            Both("0.1", "true"),
            Both("0.9", "false"),
            "{\"output\":{\"text\":\"x\"},\"judge:p.large\":{\"score\":0.2}}",
            "{\"output\":{\"text\":\"x\"},\"judge:p.small\":{\"go\":true}}",
        ];
        var figures = new JudgeMeasure(new PolicyInterpreter(model), model.Judges.Single(judge => judge.Name == "p.small")).OfRequests(
            model.Judges.Single(judge => judge.Name == "p.large"),
            requests);
        Assert.Equal(new CalibrationFigures(Cases: 5, Telling: 3, Agreeing: 2, MissedCases: 1, Alarms: 1, Unanswered: 1), figures);

        static string Both(string score, string go) =>
            $"{{\"output\":{{\"text\":\"x\"}},\"judge:p.large\":{{\"score\":{score}}},\"judge:p.small\":{{\"go\":{go}}}}}";
    }

    [Fact]
    public async Task A_judge_that_is_late_gives_no_answer_and_is_told_so()
    {
        var clock = new HeldClock();
        var late = new Late();
        var host = Host(s_model, late, clock);
        var judged = host.JudgeAsync("output", Output("hello"));
        Assert.Equal(TimeSpan.FromSeconds(2), await clock.Due);
        await late.Asked;
        clock.Ring();
        var facts = await judged;
        Assert.Equal("late", JsonNode.Parse(facts.Span)!["unanswered:p.conduct"]!.GetValue<string>());
        Assert.Equal(Outcome.Block, host.Decide("output", facts.Span).Outcome);
        Assert.True(late.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public async Task A_chart_is_worse_at_once_where_a_judge_makes_it_worse_afterwards()
    {
        var model = BoundPolicy.Of("""
            policy p
            system s { owner "o" }
            pace guardrail { enter alternate when not guardrail.healthy  recover alternate -> primary by "lead"  fallback "people"  tested 2026-01-01 }
            control strict { at output  when pace.guardrail >= alternate then block }
            judge later { model "m"  at output  prompt "{{ text }}"  returns { go: bool }  when not go then flag, degrade guardrail to alternate }
            """);
        var host = Host(model, _ => "{\"go\":false}");
        var given = Output("hello");
        var facts = await host.JudgeAsync("output", given);
        Assert.Equal(Outcome.Allow, host.Decide("output", facts.Span).Outcome);
        Assert.Equal(Outcome.Flag, (await host.ReviewAsync("output", facts)).Decision.Outcome);
        Assert.Equal(PaceLevel.Alternate, Assert.Single(host.State!.Pace.Reading.Charts).Level);
        Assert.Equal(Outcome.Block, host.Decide("output", given).Outcome);
    }

    private static byte[] Output(string text) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"output\":{{\"text\":\"{text}\"}},\"flagged\":false}}"));

    private static PolicyHost Host(PolicyModel model, Func<JudgeQuestion, string?> says) => Host(model, new Said(says), new HeldClock());

    private static PolicyHost Host(PolicyModel model, IJudge judge, TimeProvider clock)
    {
        var host = new PolicyHost(
            new PolicyHostOptions
            {
                AllowUnsigned = true,
                Clock = clock,
                Judges = new Dictionary<string, IJudge> { ["m"] = judge },
            }
        );
        var loaded = host.Load(BundleBuilder.Build(model, []));
        Assert.True(loaded.Activated, loaded.Reason);
        return host;
    }

    private sealed class Said(Func<JudgeQuestion, string?> says) : IJudge
    {
        public ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation) =>
            ValueTask.FromResult(says(question));
    }

    private sealed class Late : IJudge
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public CancellationToken Cancellation { get; private set; }

        public async ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation)
        {
            Cancellation = cancellation;
            _asked.TrySetResult();
            return await new TaskCompletionSource<string?>().Task;
        }
    }
}
