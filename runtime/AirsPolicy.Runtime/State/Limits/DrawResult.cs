using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>What became of draws, which are made all together or not at all.</summary>
/// <param name="Drawn">All were made.</param>
/// <param name="Refused">
/// The place of the draw that would pass its ceiling or failed, or -1: all were made, or too many decisions wait.
/// </param>
/// <param name="Failure">Why it cannot be told whether the draw would, or <see cref="FailureKind.None"/>.</param>
public readonly record struct DrawResult(bool Drawn, int Refused, FailureKind Failure)
{
    /// <summary>The number of the limit that had no room for another key, and its room; null where that is not why.</summary>
    internal (int Limit, NoRoom NoRoom)? NoRoom { get; init; }

    internal static DrawResult Made { get; } = new(true, -1, FailureKind.None);

    internal static DrawResult Stopped(int draw, FailureKind failure = FailureKind.None) => new(false, draw, failure);
}
