namespace AirsPolicy.Runtime.Tests.State;

/// <summary>What happens next in a trace.</summary>
internal enum StepKind
{
    /// <summary>An event that adds something.</summary>
    Event,

    /// <summary>An event of a key that cannot say what it adds.</summary>
    FailedForKey,

    /// <summary>An event that cannot say whose it is.</summary>
    FailedForAll,
}

/// <summary>An event of a trace.</summary>
/// <param name="Now">When, in ticks.</param>
internal sealed record Step(StepKind Kind, long Now, int Key, int Amount, int Value);
