using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Evaluation.Coverage;

namespace AirsPolicy.Cli.Testing;

/// <summary>The least that tests have to cover of every package.</summary>
/// <param name="percent">How much, 0 to 100.</param>
internal sealed class CoverageThreshold(decimal percent)
{
    /// <summary>Says what falls short.</summary>
    /// <returns>Whether something does.</returns>
    public bool Report(Ink ink, IEnumerable<TestedPackage> packages)
    {
        var lines = packages.SelectMany(Short).ToList();
        foreach (var line in lines)
            ink.Line(line, Tone.Bad);
        return lines.Count > 0;
    }

    private IEnumerable<string> Short(TestedPackage package)
    {
        foreach (var (what, count) in Counts(package))
        {
            if ((decimal)count.Covered * 100 < percent * count.All)
                yield return $"{package.Name}: {CoverageText.Share(count)} of {what}, where at least {percent.ToString(CultureInfo.InvariantCulture)}% are asked for";
        }
    }

    private static IEnumerable<(string What, CoverageCount Count)> Counts(TestedPackage package)
    {
        if (package.Coverage is { } coverage)
        {
            yield return ("the rules have matched", coverage.OfRules);
            yield return ("the sides of conditions were seen", coverage.OfConditions);
        }
        if (package.Mutation is { } mutation)
            yield return ("the changes are noticed", mutation.Score);
    }
}
