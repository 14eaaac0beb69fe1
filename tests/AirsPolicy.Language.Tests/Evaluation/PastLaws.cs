using System.Globalization;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Language.Tests.Evaluation;

/// <summary>
/// What counts over time, on random traces of interleaved sessions. The trace drives the state machines of the runtime as it is asked and
/// throws where they say anything else, so that every decision here is a comparison.
/// </summary>
[Trait("Length", "long")]
public sealed class PastLaws
{
    private const int LongestTrace = 200;
    private const long Start = 638_000_000_000_000_000;

    private static readonly PolicyInterpreter s_questions = new(Binding.Model(Binding.Policy(
        """
        queue people { sla 40s  reviewers "staff" }
        tool pay { class irreversible  args { amount: money GBP, to: text } }
        tool look_up { class read_only }
        fact weight: decimal? at input

        control asks {
          at input, tool_call
          on error flag "unknown"
          when count of event per session >= 3 then flag
          when count of refused tool_call per session within 1m >= 2 then flag "refused"
          when count of tool_call per user within 50s > count of refused event per user within 70s then flag "often"
          when sum of c.args.amount over tool_call c per user within 45s > 40 GBP then flag "much"
          when count of tool_call c per user within 45s >= 1
            and mean of c.args.amount over tool_call c per user within 45s > 12.5 GBP then flag "dear"
          when count of tool_call c per session >= 1
            and deviation of c.args.amount over tool_call c per session > 7.25 GBP then flag "uneven"
          when sum of (i.weight ?? 0.5) over input i per system within 61s > 3.5 then flag "heavy"
          when (distinct of c.args.to over tool_call c per session within 2m) >= 3 then flag "many"
          when earlier event e where e.outcome == hold per user, session within 30s then flag "held"
          when earlier input i where (i.weight ?? 0) == 1 per user within 20s then flag "whole"
        }
        control decides {
          at input, tool_call
          on error flag "unknown"
          when (user.language ?? "") == "block" then block
          when (user.language ?? "") == "hold" then hold for people
        }
        limit calls 4 per user within 1m at input, tool_call
          at 50% then flag
        """)));

    private static readonly PolicyInterpreter s_limits = new(Binding.Model(Binding.Policy(
        """
        queue people { sla 40s  reviewers "staff" }
        tool pay { class irreversible  args { amount: money GBP, to: text } }
        limit often 5 per user within 1m at tool_call
        limit much 30 GBP of args.amount per user within 1m at tool_call of pay
          at 80% then hold for people
          at 100% then block
        limit ever 12 per session at tool_call
        """)));

    [Fact]
    public void The_trace_and_the_state_machines_say_the_same_whatever_happened()
    {
        var said = new HashSet<string?>();
        Prop.ForAll(Traces().ToArbitrary(), trace => said.UnionWith(Run(s_questions, trace).SelectMany(past => past.Flags)))
            .Check(Laws.Config.WithMaxTest(100));
        Assert.Equal(
            ["", "dear", "heavy", "held", "many", "much", "often", "refused", "uneven", "unknown", "whole"],
            said.Select(reason => reason ?? "").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_limit_never_lets_more_through_in_any_window_than_it_says()
    {
        var (passed, refused) = (0, 0);
        Prop.ForAll(Traces().ToArbitrary(), trace =>
        {
            var made = Run(s_limits, trace.Select(step => step with { Point = "tool_call" }).ToArray());
            foreach (var user in made.Where(past => past.WentOn).GroupBy(past => past.Step.User))
            {
                foreach (var last in user)
                {
                    var window = user.Where(past => past.At <= last.At && last.At - past.At < TimeSpan.TicksPerMinute).ToList();
                    Assert.True(window.Count <= 5, "More than five went on within a minute.");
                    Assert.True(window.Sum(past => past.Step.Amount) <= 30, "More than 30 GBP went on within a minute.");
                }
            }
            (passed, refused) = (passed + made.Count(past => past.WentOn), refused + made.Count(past => !past.WentOn));
            Assert.All(made.Where(past => past.WentOn).GroupBy(past => past.Step.Session), session => Assert.InRange(session.Count(), 0, 12));
        }).Check(Laws.Config.WithMaxTest(100));
        Assert.True(passed > 1_000 && refused > 1_000, $"{passed} went on and {refused} did not: too few to say anything.");
    }

    private static List<Past> Run(PolicyInterpreter interpreter, Step[] trace)
    {
        var past = new EventTrace(interpreter, withStateMachines: true);
        var (now, made, waiting) = (Start, new List<Past>(), new List<(int Number, Step Step)>());
        foreach (var step in trace)
        {
            now += step.After;
            // Some of what waits is answered, whatever came between.
            foreach (var held in waiting.Where(held => held.Step.Patience <= made.Count % 4).ToList())
            {
                past.Settle(held.Number, held.Step.Approved, now);
                made.Add(new Past(held.Step, held.Step.Approved, now, []));
                waiting.Remove(held);
            }
            var facts = step.Facts(now);
            var decision = interpreter.Decide(step.Point, facts, past);
            var number = past.Record(step.Point, facts, decision, now);
            if (decision.Outcome == Outcome.Hold)
                waiting.Add((number, step));
            else
                made.Add(
                    new Past(
                        step,
                        decision.Outcome < Outcome.Hold,
                        now,
                        [.. decision.Fired.SelectMany(rule => rule.Effects).OfType<FlagEffect>().Select(flag => flag.Reason)]));
        }
        return made;
    }

    private static Gen<Step[]> Traces() =>
        from length in Gen.Choose(1, LongestTrace)
        from steps in Gen.ArrayOf(Steps(), length)
        select steps;

    private static Gen<Step> Steps() =>
        from point in Gen.Elements("input", "tool_call", "tool_call")
        from person in Gen.Choose(1, 2)
        from session in Gen.Choose(1, 3)
        from said in Gen.Frequency((5, Gen.Constant("en")), (1, Gen.Constant("block")), (1, Gen.Constant("hold")), (1, Gen.Constant("")))
        from amount in Gen.Elements(0m, 0.01m, 1m, 7.5m, 20m)
        from weight in Gen.Frequency((30, Gen.Elements("1", "0.25", "-2", "null")), (1, Gen.Constant("0.0000000000001")))
        from to in Gen.Elements("a", "b", "c")
            // Around the windows and their sixtieths, exactly on them too.
        from after in Gen.Frequency(
            (4, Gen.Choose(0, 3).Select(s => s * TimeSpan.TicksPerSecond)),
            (1, Gen.Choose(0, 70).Select(s => s * TimeSpan.TicksPerSecond)),
            (1, Gen.Choose(0, 9_999_999).Select(t => (long)t)))
        from patience in Gen.Choose(0, 3)
        from approved in Gen.Elements(true, false)
        select new Step(point, $"u{person}", $"s{session}", said, amount, weight, to, after, patience, approved);

    private sealed record Past(Step Step, bool WentOn, long At, string?[] Flags);

    private sealed record Step(
        string Point,
        string User,
        string Session,
        string Said,
        decimal Amount,
        string Weight,
        string To,
        long After,
        int Patience,
        bool Approved)
    {
        public string Facts(long now)
        {
            var language = Said.Length == 0 ? "" : $",\"language\":\"{Said}\"";
            var own = Point == "input"
                ? $"\"input\":{{\"text\":\"x\",\"source\":\"user\",\"attachments\":[]}},\"weight\":{Weight}"
                : string.Create(CultureInfo.InvariantCulture, $"\"tool\":\"pay\",\"args\":{{\"amount\":{Amount},\"to\":\"{To}\"}}");
            return $"{{\"now\":\"{InstantText.Format(now)}\",\"user\":{{\"id\":\"{User}\",\"roles\":[],\"groups\":[]{language}}},\"session\":{{\"id\":\"{Session}\"}},{own}}}";
        }
    }
}
