using AirsPolicy.Benchmarks.Policies;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How fast policies are read and checked.</summary>
internal static class FrontEndRows
{
    public static IEnumerable<QuickRow> Run()
    {
        var thousand = GeneratedPolicies.Members(1_000);
        var small = Measure.Milliseconds(9, () => Policy.Model(thousand));
        yield return new QuickRow("parse + bind + check of 1,000 controls, warm", $"{small:F1} ms", "at most 35 ms", small <= 35);

        var many = GeneratedPolicies.Members(10_000);
        var large = Measure.Milliseconds(3, () => Policy.Model(many));
        yield return new QuickRow("the same of 10,000, against ten times as long", $"{large / small / 10:F2}x", "linear (at most 1.3x)", large <= 13 * small);
    }
}
