namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Facts with something broken in their text.</summary>
internal static class BrokenText
{
    private const string Signs = "{}[]\",:0-9eE+.\\u\u0000tfn ";

    /// <summary>The text with one thing broken, or none by luck.</summary>
    /// <param name="facts">Facts as JSON, not empty.</param>
    public static string Of(string facts, Random random)
    {
        var at = random.Next(facts.Length);
        return random.Next(6) switch
        {
            0 => facts[..at],
            1 => facts.Remove(at, 1),
            2 => facts.Insert(at, Signs[random.Next(Signs.Length)].ToString()),
            3 => string.Concat(facts.AsSpan(0, at), Signs.AsSpan(random.Next(Signs.Length), 1), facts.AsSpan(at + 1)),
            // A member twice, which no reader may take for either.
            4 => $"{{{facts[1..^1]},{facts[1..^1]}}}",
            _ => facts + facts[at..],
        };
    }
}
