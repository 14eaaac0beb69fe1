using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How fast policies are read and checked.</summary>
internal static class FrontEndRows
{
    public static IEnumerable<QuickRow> All()
    {
        var small = new Lazy<double>(() => Time(1_000, runs: 9));
        yield return new QuickRow("parse + bind of 1,000 controls, warm", "at most 6x parsing alone", () =>
        {
            var source = SourceText.From(GeneratedPolicies.Members(1_000), "bench.airs");
            var parsing = Measure.Milliseconds(9, () => SyntaxTree.Parse(source));
            return QuickFigure.Against(small.Value * 1e6, parsing * 1e6, 6);
        });
        yield return new QuickRow("the same of 10,000, against ten times as long", "at most 1.3x", () =>
        {
            return QuickFigure.Against(Time(10_000, runs: 3) * 1e6, 10 * small.Value * 1e6, 1.3);
        });
    }

    private static double Time(int controls, int runs)
    {
        var source = GeneratedPolicies.Members(controls);
        return Measure.Milliseconds(runs, () => Policy.Model(source));
    }
}
