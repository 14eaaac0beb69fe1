using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Runtime.Schemas.Patterns;

/// <summary>The patterns of one compilation, each made ready once.</summary>
internal sealed class PatternCache
{
    private readonly Dictionary<string, Pattern> _patterns = new(StringComparer.Ordinal);

    /// <summary>The pattern, or null with what keeps it from being matched, as the rest of a sentence about its place.</summary>
    public Pattern? Of(string text, out string? problem)
    {
        problem = null;
        if (_patterns.TryGetValue(text, out var pattern))
            return pattern;
        var parse = EcmaScriptPattern.Parse(text);
        if (parse.Tree is null)
        {
            problem = parse.Problem;
            return null;
        }
        pattern = Pattern.Compile(parse.Tree);
        _patterns.Add(text, pattern);
        return pattern;
    }
}
