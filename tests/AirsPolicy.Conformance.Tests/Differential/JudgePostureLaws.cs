using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// A judge that is asked and fails, refuses, stalls or answers junk never passes: with whatever timing, mode and tier, in both engines and
/// through a host.
/// </summary>
public sealed class JudgePostureLaws
{
    private const int Policies = 16;
    private const string Answer = "{\"go\":true,\"sure\":0.9}";

    private static readonly string[] s_ways =
    [
        "nobody",
        "throws",
        "throws at once",
        "refuses",
        "stalls",
        "stalls and throws",
        "no JSON",
        "no object",
        "misfit",
        "too much",
        "repeats the marks",
        "huge",
        "leaves out",
    ];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_judge_that_gives_no_answer_never_passes()
    {
        for (var seed = 1; seed <= Policies; seed++)
        {
            var draw = new Draw(seed);
            var source = Policy(draw);
            var model = BoundPolicy.Drawn(source);
            var interpreter = new PolicyInterpreter(model);
            var bundle = BundleBuilder.Build(model, []);
            // Every way of each judge with the others answering, and some of all at once.
            foreach (var way in s_ways)
            {
                await Check(source, model, interpreter, bundle, judge => judge is "a" ? way : "answers", draw);
                await Check(source, model, interpreter, bundle, _ => way, draw);
            }
            await Check(source, model, interpreter, bundle, _ => draw.From(s_ways), draw);
        }
        Assert.Empty(JudgeFact.Causes.Names.AsEnumerable().Except(_seen));
        Assert.Empty(
            new[]
            {
                "inline Operational",
                "inline Advisory",
                "inline Shadow",
                "async Operational",
                "async Advisory",
                "async Shadow",
                "Block",
                "Halt",
                "Hold",
                "Flag",
            }.Except(_seen)
        );
    }

    private async Task Check(
        string source,
        PolicyModel model,
        PolicyInterpreter interpreter,
        byte[] bundle,
        Func<string, string> way,
        Draw draw)
    {
        var clock = new HeldClock();
        var models = model.Judges.SelectMany(judge => judge.Models.AsEnumerable()).Distinct(StringComparer.Ordinal).ToList();
        var host = new PolicyHost(
            new PolicyHostOptions
            {
                AllowUnsigned = true,
                Clock = clock,
                SamplingKey = new byte[16],
                Judges = models
                    .Where(name => way(name) != "nobody")
                    .ToDictionary(name => name, IJudge (name) => new Failing(way(name), clock), StringComparer.Ordinal),
            }
        );
        Assert.True(host.Load(bundle).Activated);
        var given = Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"output\":{{\"text\":\"hello\"}},\"flagged\":{(draw.Chance(50) ? "true" : "false")}}}"));
        var facts = await host.JudgeAsync("output", given);
        var decision = host.Decide("output", facts.Span);
        Assert.Equal(interpreter.Decide("output", Encoding.UTF8.GetString(facts.Span)) with { Bundle = host.Digest }, decision);
        var review = await host.ReviewAsync("output", facts);
        var after = interpreter.Decide("output", Encoding.UTF8.GetString(review.Facts.Span));
        Assert.Equal(decision.Outcome, after.Outcome < Outcome.Amend ? decision.Outcome : after.Outcome);
        foreach (var judge in model.Judges)
        {
            // What is halted goes nowhere, and nobody is asked about it.
            if (!judge.Inline && decision.Outcome == Outcome.Halt)
                continue;
            var said = judge.Inline ? decision : review.Decision;
            var json = JsonNode.Parse((judge.Inline ? facts : review.Facts).Span)!.AsObject();
            var answers = Enumerable.Range(0, judge.Models.Count).Count(number => json.ContainsKey(JudgeFact.Answer(judge.Name, number)));
            if (!IsAsked(interpreter.Decide("output", json.ToJsonString()), judge) || answers >= judge.Quorum)
                continue;
            AssertPosture(source, model, judge, said);
            if (json[JudgeFact.Unanswered(judge.Name)] is { } cause)
                _seen.Add(cause.GetValue<string>());
        }
    }

    private void AssertPosture(string source, PolicyModel model, JudgeModel judge, Decision said)
    {
        var control = model.Controls.Single(control => control.Id == judge.Control);
        var posture = ((FixedEffectModel)control.OnError).Effect;
        var failed = Assert.Single(
            (judge.Mode == JudgeMode.Shadow ? said.Detected : said.Fired).AsEnumerable(),
            rule => rule.Origin.Control == judge.Control && rule.Origin.Ordinal == judge.Ask);
        Assert.True(failed.Failure is not null && failed.Effects.AsEnumerable().Contains(posture), source);
        _seen.Add($"{(judge.Inline ? "inline" : "async")} {judge.Mode}");
        if (judge.Mode == JudgeMode.Shadow)
            return;
        Assert.True(said.Outcome >= posture.Outcome, source);
        // What nobody has written down is the strictest that the timing and mode let it be.
        Assert.True(
            posture is not FlagEffect
                || !judge.Inline
                || judge.Mode == JudgeMode.Advisory
                || source.Contains("on error flag", StringComparison.Ordinal),
            source);
        _seen.Add($"{posture.Outcome}");
    }

    private static bool IsAsked(Decision decision, JudgeModel judge) =>
        decision
            .Fired.Concat(decision.Detected)
            .Any(rule => rule.Origin.Control == judge.Control && rule.Effects.Contains(new EventEffect(EventAction.Ask, judge.Name)));

    private static string Policy(Draw draw)
    {
        var text = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture,
                $"policy p\nsystem s {{ owner \"o\"  tier airs.{draw.Pick("low", "medium", "high", "critical")} }}\nqueue people {{ reviewers \"expert\" }}\n"
            ));
        if (draw.Chance(50))
            text.Append("control marks { at output  when text contains \"hell\" then flag }\n");
        foreach (var (number, name) in new[] { "first", "second", "third" }.Index())
        {
            var (inline, mode) = (draw.Chance(60), draw.Pick("operational", "operational", "advisory", "shadow"));
            var several = draw.Chance(40);
            var posture =
                inline && mode != "advisory"
                    ? draw.Pick("", "", "on error block", "on error halt session", "on error hold for people", "on error flag")
                    : draw.Pick("", "on error flag", "on error queue people");
            text.Append(
                CultureInfo.InvariantCulture,
                $$$"""
                judge {{{name}}} {
                  model {{{(
                    several ? "\"a\", \"b\", \"c\""
                    : number == 0 ? "\"a\""
                    : "\"b\""
                )}}} {{{(several ? $"quorum {draw.Between(1, 3)} agree {draw.Between(1, 3)}" : "")}}}
                  at output  {{{draw.Pick("", "sample 100%", "sample 50%", "sample 0%", "sample 0%  sample 100% where length(text) > 2")}}}
                  timing {{{(inline ? "inline" : "async")}}}  mode {{{mode}}}  timeout {{{draw.Between(1, 60)}}}s  {{{posture}}}
                  prompt "{{ text }}"  returns { go: bool, sure: share }
                  when not go then flag
                }

                """);
        }
        return text.ToString();
    }

    private sealed class Failing(string way, HeldClock clock) : IJudge
    {
        public async ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation)
        {
            if (way == "throws at once")
                throw new InvalidOperationException("The model is gone.");
            await Task.Yield();
            switch (way)
            {
                case "answers":
                    return Answer;
                case "throws":
                    throw new InvalidOperationException("The model is gone.");
                case "refuses":
                    return null;
                case "stalls" or "stalls and throws":
                    // Its time is over while it thinks; what it says then nobody hears.
                    var told = new TaskCompletionSource();
                    await using (cancellation.Register(told.SetResult))
                    {
                        while (!told.Task.IsCompleted)
                        {
                            clock.Ring();
                            await Task.Yield();
                        }
                    }
                    return way == "stalls" ? Answer : throw new InvalidOperationException("The model is gone.");
                case "no JSON":
                    return "I think so.";
                case "no object":
                    return "[true]";
                case "misfit":
                    return "{\"go\":\"yes\",\"sure\":0.9}";
                case "too much":
                    return "{\"go\":true,\"sure\":0.9,\"really\":true}";
                case "repeats the marks":
                    return $"{{\"go\":true,\"sure\":0.9,\"{question.Prompt.Split('<', '>')[1]}\":1}}";
                case "huge":
                    return Answer + new string(' ', JudgeQuestion.MaxAnswer);
                default:
                    return "{\"go\":true}";
            }
        }
    }
}
