using System.Text.RegularExpressions;

namespace AirsPolicy.Benchmarks.References;

/// <summary>What it costs to make patterns ready with the framework's own engine, in the way that takes it the least time.</summary>
internal static class PlainPatterns
{
    public static Regex[] Build(IEnumerable<string> patterns) =>
        [.. patterns.Select(pattern => new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))];
}
