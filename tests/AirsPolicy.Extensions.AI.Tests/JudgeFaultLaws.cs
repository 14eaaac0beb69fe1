using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>Whatever goes wrong with a judge, in whatever order, it gives no answer.</summary>
public sealed class JudgeFaultLaws
{
    private const string Source = """
        policy desk
        system d { owner "o" }
        judge guard {
          model "small"  at output  timing inline  timeout 60s  on error block "Nobody could look at this."
          prompt "Is this right? {{ text }}"
          returns { verdict: one of [pass, fail] }
          when verdict == fail then block "That is not right."
        }
        """;

    // How an attempt can end without an answer. 'echo' stands for the marks of the prompt.
    private static readonly Attempt[] s_faults =
    [
        new(Fault: new HttpRequestException("down")),
        new(Fault: new InvalidOperationException("broken")),
        new("""{"verdict":"pa""", Fault: new IOException("cut")),
        new(Hangs: true),
        new("""{"verdict":"pass"}""", Hangs: true),
        new("It looks fine to me."),
        new("verdict: pass"),
        new(""),
        new(null),
        new("""{"verdict":"maybe"}"""),
        new("""[{"verdict":"pass"}]"""),
        new("""{"verdict":"pass","verdict":"pass"} true"""),
        new(new string(' ', 1 << 20) + """{"verdict":"pass"}"""),
        new("""{"verdict":"pass","why":"echo"}"""),
        new("""{"verdict":"echo"}"""),
    ];

    private static readonly UsageDetails?[] s_usages =
    [
        null, ChatJudgeTests.Usage(null, null), ChatJudgeTests.Usage(-1, 1), ChatJudgeTests.Usage(long.MaxValue, long.MinValue),
        ChatJudgeTests.Usage(long.MaxValue, long.MaxValue), ChatJudgeTests.Usage(3, 4),
    ];

    [Fact]
    public void No_fault_makes_an_answer_and_each_use_is_counted_within_bounds()
    {
        var attempts = Gen.Elements(s_faults).SelectMany(fault => Gen.Elements(s_usages).Select(usage => fault with { Usage = usage }));
        Prop.ForAll(Arb.From(attempts.NonEmptyListOf()), script =>
        {
            var (answer, used) = Ask([.. script]);
            Assert.Equal("Nobody could look at this.", answer);
            Assert.InRange(used.InputTokens, 0, used.Requests * 1_000_000_000);
            Assert.InRange(used.OutputTokens, 0, used.Requests * 1_000_000_000);
            Assert.InRange(used.Cost, 0, used.Requests * 12_000);
        }).Check(Laws.Config.WithMaxTest(60));
    }

    [Fact]
    public void An_answer_behind_transient_failures_is_one()
    {
        Attempt[] transient = [s_faults[0], new(Hangs: true)];
        Prop.ForAll(Arb.From(Gen.Elements(transient).ListOf(2)), script =>
            Assert.Equal("We open at nine.", Ask([.. script, new Attempt("""{"verdict":"pass"}""")]).Answer))
            .Check(Laws.Config.WithMaxTest(10));
    }

    private static (string Answer, JudgeUsage Used) Ask(Attempt[] script)
    {
        var clock = new HeldClock();
        var client = new StreamingClient((number, messages, cancellation) =>
        {
            var attempt = script[Math.Min(number, script.Length - 1)];
            return (attempt with { Text = attempt.Text?.Replace("echo", Mark(messages), StringComparison.Ordinal) })
                .Stream(clock.Fire, cancellation);
        });
        var judge = new ChatJudge(
            client,
            new ChatJudgeOptions { Clock = clock, Delay = TimeSpan.Zero, InputPrice = 2, OutputPrice = 10 });
        var chat = new Guarded(
            Source,
            ScriptedClient.Saying("We open at nine."),
            host: new PolicyHostOptions { Judges = new Dictionary<string, IJudge> { ["small"] = judge } });
        var answer = chat.AskAsync("When do you open?").GetAwaiter().GetResult().Text;
        return (answer, judge.TakeUsage());
    }

    private static string Mark(IReadOnlyList<ChatMessage> messages)
    {
        var prompt = messages[^1].Text;
        return prompt[(prompt.IndexOf('<', StringComparison.Ordinal) + 1)..prompt.IndexOf('>', StringComparison.Ordinal)];
    }
}
