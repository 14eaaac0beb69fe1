using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Values of assignments that look drawn.</summary>
internal static class AssignedValue
{
    private const int Shortest = 12, Longest = 200, LongestWord = 5;
    private const double LeastBits = 3.2;

    /// <summary>What is read of it.</summary>
    public static TrailPart Trail { get; } =
        new(SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code).Where(IsPart)]), Shortest, Longest + 1);

    /// <summary>Where a value that begins at a place ends, or 0 where it does not look drawn.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= Longest && IsPart(text[end])) end++;
        var value = text[start..end].TrimEnd(".,:;!?)");
        if (value.Length is < Shortest or > Longest || end < text.Length && text[end] is '(' or '{' or '<' or '>' or '[')
            return 0;
        if (!SecretText.HasDigits(value)
            || Placeholders.Is(value)
            || SecretText.Entropy(value) < LeastBits
            || PublishedExamples.Contain(value))
            return 0;
        return IsAddress(value) || IsMadeOfWords(value) ? 0 : start + value.Length;
    }

    private static bool IsPart(char unit) =>
        unit
            is > ' '
                and < '\x7F'
                and not ('"' or '\'' or '`' or ';' or ',' or '(' or ')' or '{' or '}' or '[' or ']' or '<' or '>' or '\\' or '|');

    // A path, a URL, a variable, another name.
    private static bool IsAddress(ReadOnlySpan<char> value) =>
        value[0] is '/' or '.' or '$' or '@' or '-' or '&' or '*' or '#' or '%'
        || value.Contains("://", StringComparison.Ordinal)
        || value.Contains("::", StringComparison.Ordinal)
        || value.Contains("==", StringComparison.Ordinal) && !value.EndsWith("==");

    // Each part between hyphens, underscores and points is letters, or digits, or short: source code and names of things.
    private static bool IsMadeOfWords(ReadOnlySpan<char> value)
    {
        foreach (var range in value.SplitAny("-_./:"))
        {
            var part = value[range];
            if (part.Length > LongestWord && SecretText.HasDigits(part) && !IsCounted(part)) return false;
        }
        return true;
    }

    // A word with a number behind it, such as X25519.
    private static bool IsCounted(ReadOnlySpan<char> part)
    {
        var letters = part.TrimEnd("0123456789");
        return part.Length < 2 * Shortest
            && letters.Length < part.Length
            && !letters.ContainsAnyInRange('0', '9')
            && part.Length - letters.Length <= LongestWord;
    }
}
