namespace AirsPolicy.Runtime.State.Origins;

/// <summary>Where a value came from.</summary>
/// <param name="Labels">The labels of all texts in which it occurs, a bit each.</param>
/// <param name="IsUnclear">It may occur in more texts than those, or is too short to say.</param>
public readonly record struct OriginReading(ulong Labels, bool IsUnclear)
{
    /// <summary>It cannot be told.</summary>
    public static OriginReading Unclear { get; } = new(0, IsUnclear: true);

    /// <summary>It was found in no text: a model made it.</summary>
    public bool IsOfModel => Labels == 0 && !IsUnclear;
}
