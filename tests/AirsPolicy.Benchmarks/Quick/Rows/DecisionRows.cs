using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Language.Evaluation;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What a decision on structured facts costs, beside the same logic by hand.</summary>
internal static class DecisionRows
{
    private const int Operations = 20_000;

    public static IEnumerable<QuickRow> All()
    {
        var mix = new Lazy<double[]>(Mix);
        yield return new QuickRow("tool decision, 100 controls over 20 tools, 5 apply", "at most 80 ns",
            () => new QuickFigure($"{mix.Value[0]:F0} ns", mix.Value[0] <= 80));
        yield return new QuickRow("  against the same by hand", "at most 1.2x", () => Ratio(mix.Value));
        var every = new Lazy<double[]>(Every);
        yield return new QuickRow("the same where all 100 apply, half on decimals", "at most 600 ns",
            () => new QuickFigure($"{every.Value[0]:F0} ns", every.Value[0] <= 600));
        yield return new QuickRow("  against the same by hand", "at most 1.2x", () => Ratio(every.Value));
        yield return new QuickRow("interpreter, the first row", "at most 25 µs", Interpreter);
    }

    private static QuickFigure Ratio(double[] times) => new($"{times[0] / times[1]:F2}x of {times[1]:F0} ns", times[0] <= 1.2 * times[1]);

    private static double[] Mix()
    {
        var loop = new DecisionLoop(GeneratedPolicies.ToolMix(20), "tool_call", HandWritten.Json("tool_7"));
        var hand = new HandWritten();
        var call = HandWritten.Call("tool_7");
        return Compare(loop, () => hand.DecideMix(call).Length);
    }

    private static double[] Every()
    {
        var loop = new DecisionLoop(GeneratedPolicies.AllApply(100), "tool_call", HandWritten.Json("pay"));
        var hand = new HandWritten();
        var call = HandWritten.Call("pay");
        return Compare(loop, () => hand.DecideAll(call).Length);
    }

    private static double[] Compare(DecisionLoop loop, Func<int> byHand)
    {
        if (loop.Once() != byHand())
            throw new InvalidOperationException($"By hand {byHand()} rules fire, and {loop.Once()} of the policy.");
        long fired = 0;
        return Measure.Nanoseconds(
            Operations,
            () => fired += loop.Run(Operations),
            () =>
            {
                for (var i = 0; i < Operations; i++)
                    fired += byHand();
            });
    }

    private static QuickFigure Interpreter()
    {
        var source = GeneratedPolicies.ToolMix(20);
        var frame = new DecisionLoop(source, "tool_call", HandWritten.Json("tool_7")).Frame;
        var interpreter = new PolicyInterpreter(Policy.Model(source));
        const int times = 20;
        var time = Measure.Nanoseconds(times, () =>
        {
            for (var i = 0; i < times; i++)
                interpreter.Decide("tool_call", frame);
        })[0];
        return new QuickFigure($"{time / 1000:F1} µs", time <= 25_000);
    }
}
