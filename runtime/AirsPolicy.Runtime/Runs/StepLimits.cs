namespace AirsPolicy.Runtime.Runs;

/// <summary>
/// What an order of steps may cost. Beyond a limit there is no automaton, and <see cref="StepProblem"/> says which limit it was.
/// </summary>
public static class StepLimits
{
    /// <summary>The most steps, each counted as often as it is written.</summary>
    public const int MaxSteps = 128;

    /// <summary>The deepest nesting of sequences, alternatives and repetitions.</summary>
    public const int MaxDepth = 500;

    /// <summary>
    /// The most states before equal ones are merged. It bounds the work of compiling and the size of what a policy carries.
    /// </summary>
    public const int MaxStates = 1_000;
}
