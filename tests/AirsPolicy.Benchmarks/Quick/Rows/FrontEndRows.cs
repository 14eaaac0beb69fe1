using AirsPolicy.Benchmarks.Policies;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How fast policies are read and checked.</summary>
internal static class FrontEndRows
{
    public static IEnumerable<QuickRow> All()
    {
        var small = new Lazy<double>(() => Time(1_000, runs: 9));
        yield return new QuickRow("parse + bind + check of 1,000 controls, warm", "at most 35 ms",
            () => new QuickFigure($"{small.Value:F1} ms", small.Value <= 35));
        yield return new QuickRow("the same of 10,000, against ten times as long", "linear (at most 1.3x)", () =>
        {
            var growth = Time(10_000, runs: 3) / small.Value / 10;
            return new QuickFigure($"{growth:F2}x", growth <= 1.3);
        });
    }

    private static double Time(int controls, int runs)
    {
        var source = GeneratedPolicies.Members(controls);
        return Measure.Milliseconds(runs, () => Policy.Model(source));
    }
}
