using System.Globalization;
using System.Text.RegularExpressions;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How long it takes to show that a policy does what it should: by proofs and by changing it.</summary>
internal static partial class EvidenceRows
{
    private const double LongestProof = 5;
    private const double LongestMutation = 60;
    private const int LeastMutants = 200;
    private const double LeastScore = 90;

    public static IEnumerable<QuickRow> All() =>
    [
        new("airs check of the examples that state properties, the longest", "each property in 5 s", Proofs),
        new("airs test --mutate of aria", "at most 60 s, 200 mutants, 90%", Mutation),
    ];

    // The time of the whole command, with all properties of the example, is more than any of them takes.
    private static QuickFigure Proofs()
    {
        var (stated, longest) = (0, 0.0);
        foreach (var example in Checkout.Examples)
        {
            var properties = Directory.GetFiles(example, "*.airs", SearchOption.AllDirectories).Sum(file => Stated().Count(File.ReadAllText(file)));
            if (properties == 0)
                continue;
            stated += properties;
            longest = Math.Max(longest, CommandRows.Run("check", example).Seconds);
        }
        return new QuickFigure($"{longest:F2} s, {stated} properties", stated >= 10 && longest <= LongestProof);
    }

    private static QuickFigure Mutation()
    {
        var (seconds, output) = CommandRows.Run("test", Checkout.Examples.First(example => example.EndsWith("aria", StringComparison.Ordinal)), "--mutate");
        // The example's own score, and not that of the packages that it takes in.
        var score = Score().Matches(output).MaxBy(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"No score in: {output}");
        var (mutants, share) = (int.Parse(score.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(score.Groups[2].Value, CultureInfo.InvariantCulture));
        return new QuickFigure($"{seconds:F1} s, {mutants}, {share}%", seconds <= LongestMutation && mutants >= LeastMutants && share >= LeastScore);
    }

    [GeneratedRegex("^prove ", RegexOptions.Multiline)]
    private static partial Regex Stated();

    [GeneratedRegex(@"of (\d+) changes are noticed \(([\d.]+)%\)")]
    private static partial Regex Score();
}
