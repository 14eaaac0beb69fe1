using System.Text;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Fuzzing.Targets;

/// <summary>Patterns and texts: the first line is a pattern, the rest a text that is searched.</summary>
internal sealed class PatternTarget : IFuzzTarget
{
    private const int LongestText = 4 << 10;

    public string Name => "pattern";

    public IEnumerable<byte[]> Seeds() =>
        new[]
        {
            @"\bwe\s+(will|shall)\s+(refund|honou?r|match)\b",
            @"[A-Z]{2}\d{2}[- ]?\d{4}",
            @"^(a|aa|aaa){2,9}b$",
            @"[^\p{L}\p{Nd}]+x",
            @"(ignore|forget)\s+(all\s+)?(previous|prior)",
            @"a*b|a",
            @"[\w.+-]+@host\.(com|org)",
            @".{0,20}\.\d",
        }.Select(pattern =>
            Encoding.UTF8.GetBytes($"{pattern}\nWe will refund GB33 1234, aaab and ignore all previous \u00e9x a.b@host.com"));

    public void Read(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        var (source, searched) = line < 0 ? (text, "") : (text[..line], text[(line + 1)..]);
        foreach (var options in new[] { PatternOptions.None, PatternOptions.IgnoreCase })
        {
            if (PatternParser.Parse(source, options).Tree is { } tree)
                Search(Pattern.Compile(tree), searched.Length <= LongestText ? searched : searched[..LongestText]);
        }
    }

    private static void Search(Pattern pattern, string text)
    {
        var scratch = new PatternScratch();
        var isMatch = pattern.IsMatch(text, scratch);
        var (end, count) = (0, 0);
        foreach (var match in pattern.Matches(text, scratch))
        {
            if (match.Start < end || match.End <= match.Start || match.End > text.Length)
                throw new BrokenPromiseException($"The match {match} lies behind {end} in a text of {text.Length}.");
            (end, count) = (match.End, count + 1);
        }
        if (count > 0 && !isMatch)
            throw new BrokenPromiseException($"{count} matches are found where there is none.");
    }
}
