namespace AirsPolicy.Text.Patterns;

/// <summary>What a pattern may cost. Every limit has its own <see cref="PatternErrorKind"/>, so that nothing is cut silently.</summary>
public static class PatternLimits
{
    /// <summary>The longest source, in UTF-16 units.</summary>
    public const int MaxLength = 10_000;

    /// <summary>The deepest nesting of groups. It bounds the recursion of everything that walks a tree.</summary>
    public const int MaxDepth = 250;

    /// <summary>The largest number inside <c>{n,m}</c>.</summary>
    public const int MaxRepeat = 1_000;

    /// <summary>
    /// The most instructions a pattern may have once its repetitions are written out.
    /// It bounds the memory of a scratch (about 24 bytes an instruction).
    /// </summary>
    public const int MaxInstructions = 10_000;

    /// <summary>The most steps that one character of text may take (<see cref="Pattern.StepsPerCharacter"/>), whatever the text.</summary>
    public const int MaxStepsPerCharacter = 4_000;

    /// <summary>About how many nanoseconds a step takes.</summary>
    public const int NanosecondsPerStep = 10;
}
