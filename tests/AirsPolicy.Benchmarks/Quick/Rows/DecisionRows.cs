using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Language.Evaluation;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What a decision on structured facts costs, beside the same logic by hand.</summary>
internal static class DecisionRows
{
    private const int Operations = 20_000;

    public static IEnumerable<QuickRow> Run()
    {
        var model = Policy.Model(GeneratedPolicies.ToolMix(20));
        var policy = Policy.Compile(model);
        var point = policy.PointNumber("tool_call");
        var frame = Policy.Frame(policy, point, HandWritten.Json("tool_7"));
        var evaluation = policy.NewEvaluation();
        var hand = new HandWritten();
        var call = HandWritten.Call(tool: 7);
        long sink = 0;
        var mix = Measure.Nanoseconds(
            Operations,
            () => { for (var i = 0; i < Operations; i++) { policy.Evaluate(point, frame, evaluation); sink += evaluation.Fired.Length; } },
            () => { for (var i = 0; i < Operations; i++) sink += hand.DecideMix(call).Length; });
        yield return new QuickRow("tool decision, 100 controls over 20 tools, 5 apply", $"{mix[0]:F0} ns", "at most 80 ns", mix[0] <= 80);
        yield return new QuickRow("  against the same by hand", $"{mix[0] / mix[1]:F2}x of {mix[1]:F0} ns", "at most 1.2x", mix[0] <= 1.2 * mix[1]);

        var all = Policy.Compile(Policy.Model(GeneratedPolicies.AllApply(100)));
        var allPoint = all.PointNumber("tool_call");
        var allFrame = Policy.Frame(all, allPoint, HandWritten.Json("pay"));
        var allEvaluation = all.NewEvaluation();
        var apply = Measure.Nanoseconds(
            Operations,
            () => { for (var i = 0; i < Operations; i++) { all.Evaluate(allPoint, allFrame, allEvaluation); sink += allEvaluation.Fired.Length; } },
            () => { for (var i = 0; i < Operations; i++) sink += hand.DecideAll(call).Length; });
        yield return new QuickRow("the same where all 100 apply, half on decimals", $"{apply[0]:F0} ns", "at most 600 ns", apply[0] <= 600);
        yield return new QuickRow("  against the same by hand", $"{apply[0] / apply[1]:F2}x of {apply[1]:F0} ns", "at most 1.2x", apply[0] <= 1.2 * apply[1]);

        var interpreter = new PolicyInterpreter(model);
        var interpreted = Measure.Nanoseconds(200, () => { for (var i = 0; i < 200; i++) interpreter.Decide("tool_call", frame); });
        yield return new QuickRow("interpreter, the first row", $"{interpreted[0] / 1000:F1} µs", "at most 25 µs", interpreted[0] <= 25_000);
        GC.KeepAlive(sink);
    }
}
