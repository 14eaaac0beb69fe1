namespace AirsPolicy.Runtime.Runs;

/// <summary>Why an order of steps has no automaton.</summary>
public enum StepProblem
{
    /// <summary>More than <see cref="StepLimits.MaxSteps"/> steps.</summary>
    TooManySteps,

    /// <summary>Nested deeper than <see cref="StepLimits.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>More than <see cref="StepLimits.MaxStates"/> states: what came many steps ago decides what may come now.</summary>
    TooManyStates,
}
