namespace AirsPolicy.Text.Patterns.Intersection;

/// <summary>
/// Whether some text matches all of some patterns and none of others: that two patterns exclude each other, or that whatever one matches
/// the other does too. A pattern matches a text where it has a match anywhere in it (<see cref="Pattern.IsMatch"/>); texts are those of
/// facts, without lone surrogates.
/// </summary>
/// <remarks>
/// The automata of all patterns are followed side by side over the characters that no pattern tells apart. How far is bounded, so that the
/// cost is; what lies beyond is undecided and never guessed.
/// </remarks>
public static class PatternIntersection
{
    /// <summary>The most instructions that all patterns may have together.</summary>
    public const int MaxInstructions = 4_000;

    /// <summary>Looks for the shortest such text.</summary>
    /// <param name="matching">The patterns that have to match.</param>
    /// <param name="excluded">The patterns that must not.</param>
    /// <param name="maxStates">How many combinations of states are looked at, at most.</param>
    public static PatternIntersectionResult Find(
        IReadOnlyCollection<Pattern> matching,
        IReadOnlyCollection<Pattern> excluded,
        int maxStates)
    {
        ArgumentNullException.ThrowIfNull(matching);
        ArgumentNullException.ThrowIfNull(excluded);
        var programs = matching.Concat(excluded).Select(pattern => pattern.Program).ToArray();
        if (programs.Sum(program => program.Code.Length) > MaxInstructions || JointAlphabet.Of(programs) is not { } alphabet)
            return PatternIntersectionResult.Undecided;
        return new ProductSearch([.. programs.Select(program => new SubsetAutomaton(program, alphabet))], matching.Count, alphabet).Find(
            maxStates);
    }
}
