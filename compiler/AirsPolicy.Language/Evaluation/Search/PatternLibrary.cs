using System.Collections.Concurrent;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>The patterns of a policy, each parsed once.</summary>
internal sealed class PatternLibrary
{
    private readonly ConcurrentDictionary<(string Source, bool IgnoreCase), NaivePattern> _patterns = new();

    /// <summary>The pattern of that source.</summary>
    /// <exception cref="InvalidOperationException">The source is no pattern, which binding refuses.</exception>
    public NaivePattern Find(string source, bool ignoreCase) =>
        _patterns.GetOrAdd((source, ignoreCase), static key =>
        {
            var parse = PatternParser.Parse(key.Source, key.IgnoreCase ? PatternOptions.IgnoreCase : PatternOptions.None);
            return new NaivePattern(parse.Tree ?? throw new InvalidOperationException($"/{key.Source}/ is no pattern."));
        });
}
