using System.Globalization;
using System.Text.RegularExpressions;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How long it takes to show that a policy does what it should: by proofs and by changing it.</summary>
internal static partial class EvidenceRows
{
    private const double LongestProof = 8;
    private const double LongestMutation = 40;
    private const int LeastMutants = 200;
    private const double LeastScore = 90;

    public static IEnumerable<QuickRow> All() =>
    [
        new("airs check of the examples that state properties, the longest", "at most 8x an example that states none", Proofs),
        new("airs test --mutate of aria", "at most 40x its tests; 200 mutants, 90%", Mutation),
    ];

    // The time of the whole command, with all properties of the example, is more than any of them takes.
    private static QuickFigure Proofs()
    {
        var (stated, longest) = (0, 0.0);
        var plain = CommandRows.Run("check", Checkout.Example).Seconds;
        foreach (var example in Checkout.Examples)
        {
            var properties = Directory
                .GetFiles(example, "*.airs", SearchOption.AllDirectories)
                .Sum(file => Stated().Count(File.ReadAllText(file)));
            if (properties == 0)
                continue;
            stated += properties;
            longest = Math.Max(longest, CommandRows.Run("check", example).Seconds);
        }
        return QuickFigure.Against(longest * 1e9, plain * 1e9, LongestProof, stated >= 10, $", {stated} stated");
    }

    private static QuickFigure Mutation()
    {
        var aria = Checkout.Examples.First(example => example.EndsWith("aria", StringComparison.Ordinal));
        var tests = CommandRows.Run("test", aria).Seconds;
        var (seconds, output) = CommandRows.Run("test", aria, "--mutate");
        // The example's own score, and not that of the packages that it takes in.
        var score =
            Score().Matches(output).MaxBy(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            ?? throw new InvalidOperationException($"No score in: {output}");
        var (mutants, share) = (
            int.Parse(score.Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(score.Groups[2].Value, CultureInfo.InvariantCulture));
        return QuickFigure.Against(
            seconds * 1e9,
            tests * 1e9,
            LongestMutation,
            mutants >= LeastMutants && share >= LeastScore,
            $", {mutants}, {share}%");
    }

    [GeneratedRegex("^prove ", RegexOptions.Multiline)]
    private static partial Regex Stated();

    [GeneratedRegex(@"of (\d+) changes are noticed \(([\d.]+)%\)")]
    private static partial Regex Score();
}
