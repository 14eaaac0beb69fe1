using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Benchmarks.References;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What patterns cost to build.</summary>
internal static class PatternRows
{
    public static IEnumerable<QuickRow> All()
    {
        var sources = GeneratedPolicies.Patterns(300).ToArray();
        var built = new Pattern[sources.Length];
        void Build()
        {
            for (var i = 0; i < sources.Length; i++)
                built[i] = Pattern.Compile(PatternParser.Parse(sources[i], PatternOptions.IgnoreCase).Tree!);
        }
        yield return new QuickRow("300 patterns built from source", "at most 4x the framework's own engine", () =>
        {
            var other = Measure.Milliseconds(9, () => PlainPatterns.Build(sources));
            return QuickFigure.Against(Measure.Milliseconds(9, Build) * 1e6, other * 1e6, 4);
        });
        yield return new QuickRow("memory of building them", "at most 32 MiB", () =>
        {
            var bytes = Measure.Allocated(Build);
            return new QuickFigure($"{bytes / 1048576.0:F1} MiB", bytes <= 32 << 20);
        });
    }
}
