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
        yield return new QuickRow(
            "tool decision, 100 controls over 20 tools, 5 apply",
            "at most 1.2x the same by hand",
            () => QuickFigure.Against(mix.Value[0], mix.Value[1], 1.2));
        var every = new Lazy<double[]>(Every);
        yield return new QuickRow(
            "the same where all 100 apply, half on decimals",
            "at most 1.2x the same by hand",
            () => QuickFigure.Against(every.Value[0], every.Value[1], 1.2));
        yield return new QuickRow(
            "interpreter, the first row",
            "at most 2,500x the same by hand",
            () => QuickFigure.Against(Interpreter(), mix.Value[1], 2_500));
    }

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

    private static double Interpreter()
    {
        var source = GeneratedPolicies.ToolMix(20);
        var frame = new DecisionLoop(source, "tool_call", HandWritten.Json("tool_7")).Frame;
        var interpreter = new PolicyInterpreter(Policy.Model(source));
        const int times = 20;
        return Measure.Nanoseconds(times, () =>
        {
            for (var i = 0; i < times; i++)
                interpreter.Decide("tool_call", frame);
        })[0];
    }
}
