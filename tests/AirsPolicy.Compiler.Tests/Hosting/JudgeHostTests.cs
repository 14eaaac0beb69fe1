using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>A host asks the judges of a policy, and decides on what they said.</summary>
public sealed partial class JudgeHostTests
{
    private const string Source = """
        policy p
        system s { owner "o" }
        queue people { reviewers "expert" }
        control first { at output  when text contains "stop" then block }
        control hides { at output  always redact pii.email }
        judge guard {
          model "small" from "x"  at output  timing inline  timeout 60s
          prompt "Is this right? {{ text }} Well?"  returns { go: bool, sure: share }
          when not go then block "no"  when sure < 80% then ask panel
        }
        judge panel { model "a", "b", "c" quorum 2  at output  sample 0%  timing inline  on error halt  prompt "{{ text }}"  returns { score: share }  when score < 50% then block }
        judge later { model "large"  at output  prompt "{{ text }}"  returns { bad: bool }  when bad then queue people }
        judge rare  { model "large"  at output  sample 30%  prompt "{{ text }}"  returns { bad: bool }  when bad then flag }
        """;

    private const string Given = "{\"output\":{\"text\":\"hello, write to a@example.com\"},\"flagged\":false}";

    private static readonly PolicyModel s_model = BoundPolicy.Of(Source);

    [Fact]
    public async Task What_judges_say_stands_among_the_facts_that_are_decided_on_and_recorded()
    {
        var host = Host(
            ("small", _ => "{\"go\":true,\"sure\":0.5}"),
            ("a", _ => "{\"score\":0.9}"),
            ("b", _ => throw new InvalidOperationException()),
            ("c", _ => " {\"score\":0.4} "));
        var facts = await host.JudgeAsync("output", Encoding.UTF8.GetBytes(Given));
        var decision = host.Decide("output", facts.Span);
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.All(decision.Fired, rule => Assert.Null(rule.Failure));
        Assert.Equal(
            decision,
            new PolicyInterpreter(s_model).Decide("output", Encoding.UTF8.GetString(facts.Span)) with
            {
                Bundle = host.Digest,
            }
        );
        var json = JsonNode.Parse(facts.Span)!.AsObject();
        Assert.Equal(
            ["output", "flagged", "request", "draw:p.rare", "judge:p.guard", "judge:p.panel", "judge:p.panel:3"],
            json.Select(member => member.Key));
    }

    [Fact]
    public async Task A_prompt_shows_the_content_as_it_would_go_on_between_marks_that_are_made_anew()
    {
        var asked = new ConcurrentQueue<JudgeQuestion>();
        var host = Host(("small", question => Noted(asked, question, "{\"go\":true,\"sure\":1}")));
        await host.JudgeAsync("output", Encoding.UTF8.GetBytes(Given));
        await host.JudgeAsync("output", Encoding.UTF8.GetBytes(Given));
        var marks = asked.Select(question => Marks().Match(question.Prompt).Groups[1].Value).ToList();
        Assert.Equal(2, marks.Distinct().Count());
        Assert.All(
            asked.Zip(marks),
            one =>
                Assert.EndsWith(
                    $"Is this right? <{one.Second}>\nhello, write to [pii.email-1]\n</{one.Second}> Well?",
                    one.First.Prompt,
                    StringComparison.Ordinal));
        var schema = JsonNode.Parse(asked.First().Schema)!;
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(["go", "sure"], schema["required"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    [Theory]
    [InlineData("no JSON", "unreadable")]
    [InlineData("[]", "unreadable")]
    [InlineData("{\"go\":true,\"sure\":1} and more", "unreadable")]
    [InlineData("{}", "misfit")]
    [InlineData("{\"go\":true}", "misfit")]
    [InlineData("{\"go\":\"yes\",\"sure\":1}", "misfit")]
    [InlineData("{\"go\":true,\"sure\":1,\"more\":1}", "misfit")]
    [InlineData("{\"go\":true,\"go\":true,\"sure\":1}", "misfit")]
    [InlineData("{\"go\":true,\"sure\":2}", "misfit")]
    [InlineData("MARK", "fence")]
    [InlineData("{\"go\":true,\"sure\":1,\"MARK\":1}", "fence")]
    [InlineData(null, "refused")]
    [InlineData("throw", "failed")]
    [InlineData("huge", "unreadable")]
    [InlineData("nobody", "unavailable")]
    public async Task Junk_is_no_answer_and_never_passes(string? answer, string cause)
    {
        var host = answer == "nobody" ? Host() : Host(("small", question => answer switch
        {
            "throw" => throw new InvalidOperationException("The model is gone."),
            "huge" => new string(' ', JudgeQuestion.MaxAnswer) + "{}",
            _ => answer?.Replace("MARK", Marks().Match(question.Prompt).Groups[1].Value, StringComparison.Ordinal),
        }));
        var facts = await host.JudgeAsync("output", Encoding.UTF8.GetBytes(Given));
        Assert.Equal(cause, JsonNode.Parse(facts.Span)!["unanswered:p.guard"]!.GetValue<string>());
        var decision = host.Decide("output", facts.Span);
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.EndsWith(
            $"{cause}.",
            Assert.Single(decision.Fired, rule => rule.Failure is not null).Failure!.Detail,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"output\":{\"text\":\"stop\"},\"flagged\":false}")]
    [InlineData("{\"output\":{}")]
    public async Task Nobody_is_asked_where_nothing_hangs_on_it(string facts)
    {
        var asked = new ConcurrentQueue<JudgeQuestion>();
        var host = Host(("small", question => Noted(asked, question, "{}")), ("large", question => Noted(asked, question, "{}")));
        await host.JudgeAsync("output", Encoding.UTF8.GetBytes(facts));
        Assert.Empty(asked);
    }

    [Fact]
    public async Task What_is_found_afterwards_is_a_decision_of_its_own()
    {
        var host = Host(("small", _ => "{\"go\":true,\"sure\":1}"), ("large", _ => "{\"bad\":true}"));
        var facts = await host.JudgeAsync("output", Encoding.UTF8.GetBytes(Given));
        var first = host.Decide("output", facts.Span);
        var review = await host.ReviewAsync("output", facts);
        Assert.Contains(new EventEffect(EventAction.Queue, "p.people"), review.Decision.Events);
        Assert.All(review.Decision.Fired, rule => Assert.Contains(rule.Origin.Control, new[] { "p.judge.later", "p.judge.rare" }));
        Assert.Equal(first, host.Decide("output", facts.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"request\":{\"id\":\"theirs\"}")]
    [InlineData(",\"request\":{\"user\":\"u1\"}")]
    public async Task Whoever_has_the_key_works_out_the_draws_again_from_what_was_recorded(string request)
    {
        var host = Host(("small", _ => "{\"go\":true,\"sure\":1}"));
        var facts = await host.JudgeAsync(
            "output",
            Encoding.UTF8.GetBytes(Given.Replace("}", "}" + request, StringComparison.Ordinal)[..^request.Length]));
        var recorded = JsonNode.Parse((await host.ReviewAsync("output", facts)).Facts.Span)!;
        var id = recorded["request"]!["id"]!.GetValue<string>();
        Assert.Equal(SampleDraw.Of(new byte[32], "p.rare", id), recorded["draw:p.rare"]!.GetValue<decimal>());
        Assert.NotEqual("theirs", id);
        Assert.Equal(request.Contains("u1", StringComparison.Ordinal), recorded["request"]!["user"] is not null);
    }

    [Fact]
    public async Task A_request_has_one_id_at_every_step()
    {
        var host = Host(BoundPolicy.Of("""
            policy p
            system s { owner "o" }
            detector tone { match classifier "tone"  found at 90%  timeout 1m }
            control seen  { at output  when count of output per request within 1h >= 1 then flag "again" }
            control rude  { at output  when tone.found(text) then block }
            judge rare { model "large"  at output  sample 30%  prompt "{{ text }}"  returns { bad: bool }  when bad then flag }
            """), new PolicyHostOptions
        {
            AllowUnsigned = true,
            SamplingKey = new byte[32],
            Classifiers = new Dictionary<string, IClassifier> { ["tone"] = new Scored() },
            Judges = new Dictionary<string, IJudge> { ["large"] = new Said(_ => "{\"bad\":false}") },
        });
        var given = Encoding.UTF8.GetBytes(Given);
        var classified = await host.ClassifyAsync("output", given);
        var judged = await host.JudgeAsync("output", classified);
        Assert.Equal(IdOf(classified), IdOf(judged));
        Assert.False(SaysAgain(host.Decide("output", judged.Span)));
        Assert.True(SaysAgain(host.Decide("output", judged.Span)));
        Assert.Equal(IdOf(classified), IdOf((await host.ReviewAsync("output", judged)).Facts));
        Assert.NotEqual(IdOf(classified), IdOf(await host.JudgeAsync("output", given)));

        static string IdOf(ReadOnlyMemory<byte> facts) => JsonNode.Parse(facts.Span)!["request"]!["id"]!.GetValue<string>();
        static bool SaysAgain(Decision decision) => decision.Fired.Any(rule => rule.Effects.Contains(new FlagEffect("again")));
    }

    [Fact]
    public async Task The_same_key_draws_alike_in_proportion_and_a_draw_that_was_made_stands()
    {
        var host = Host(("small", _ => "{\"go\":true,\"sure\":1}"));
        var below = 0;
        for (var i = 0; i < 400; i++)
        {
            var facts = await host.JudgeAsync("output", Encoding.UTF8.GetBytes(Given));
            below += JsonNode.Parse(facts.Span)!["draw:p.rare"]!.GetValue<decimal>() < 0.3m ? 1 : 0;
            if (i == 0)
                Assert.Equal(Encoding.UTF8.GetString(facts.Span), Encoding.UTF8.GetString((await host.JudgeAsync("output", facts)).Span));
        }
        Assert.InRange(below, 60, 180);
    }

    [Fact]
    public async Task A_queue_takes_its_share_of_what_passes_and_all_that_nobody_drew_for()
    {
        var host = Host(
            BoundPolicy.Of("""
                policy p
                system s { owner "o" }
                queue looked { reviewers "qa"  sample 30% where point == output }
                """),
            new PolicyHostOptions { AllowUnsigned = true, SamplingKey = new byte[32] });
        var given = Encoding.UTF8.GetBytes(Given);
        var queued = 0;
        for (var i = 0; i < 400; i++)
        {
            var facts = await host.JudgeAsync("output", given);
            var recorded = JsonNode.Parse(facts.Span)!;
            var draw = recorded["draw:p.looked"]!.GetValue<decimal>();
            Assert.Equal(SampleDraw.Of(new byte[32], "p.looked", recorded["request"]!["id"]!.GetValue<string>()), draw);
            Assert.Equal(draw < 0.3m, IsQueued(host.Decide("output", facts.Span)));
            queued += draw < 0.3m ? 1 : 0;
        }
        Assert.InRange(queued, 60, 180);
        Assert.True(IsQueued(host.Decide("output", given)));
        Assert.Equal(Outcome.Allow, host.Decide("output", given).Outcome);
        Assert.Equal(Encoding.UTF8.GetString(given), Encoding.UTF8.GetString((await host.JudgeAsync("input", given)).Span));

        static bool IsQueued(Decision decision) => decision.Events.Contains(new EventEffect(EventAction.Queue, "p.looked"));
    }

    private static string Noted(ConcurrentQueue<JudgeQuestion> asked, JudgeQuestion question, string answer)
    {
        asked.Enqueue(question);
        return answer;
    }

    private static PolicyHost Host(params (string Model, Func<JudgeQuestion, string?> Says)[] judges) => Host(s_model, new PolicyHostOptions
    {
        AllowUnsigned = true,
        SamplingKey = new byte[32],
        Clock = new HeldClock(),
        Judges = judges.ToDictionary(one => one.Model, IJudge (one) => new Said(one.Says), StringComparer.Ordinal),
    });

    private static PolicyHost Host(PolicyModel model, PolicyHostOptions options)
    {
        var host = new PolicyHost(options);
        var loaded = host.Load(BundleBuilder.Build(model, []));
        Assert.True(loaded.Activated, loaded.Reason);
        return host;
    }

    [GeneratedRegex("between <([0-9a-f]{32})>")]
    private static partial Regex Marks();

    private sealed class Scored : IClassifier
    {
        public ValueTask<double> ClassifyAsync(string text, CancellationToken cancellation) => ValueTask.FromResult(0d);
    }

    private sealed class Said(Func<JudgeQuestion, string?> says) : IJudge
    {
        public ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation) =>
            ValueTask.FromResult(says(question));
    }
}
