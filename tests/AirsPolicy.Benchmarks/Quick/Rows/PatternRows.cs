using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Runtime.Text.Patterns;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What patterns cost to build.</summary>
internal static class PatternRows
{
    public static IEnumerable<QuickRow> Run()
    {
        var sources = GeneratedPolicies.Patterns(300).ToArray();
        var built = new Pattern[sources.Length];
        void Build()
        {
            for (var i = 0; i < sources.Length; i++)
                built[i] = Pattern.Compile(PatternParser.Parse(sources[i], PatternOptions.IgnoreCase).Tree!);
        }
        var time = Measure.Milliseconds(9, Build);
        var bytes = Measure.Allocated(Build);
        yield return new QuickRow("300 patterns built from source", $"{time:F1} ms", "at most 60 ms", time <= 60);
        yield return new QuickRow("memory of building them", $"{bytes / 1048576.0:F1} MiB", "at most 32 MiB", bytes <= 32 << 20);
    }
}
