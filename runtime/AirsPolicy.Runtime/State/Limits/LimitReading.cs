namespace AirsPolicy.Runtime.State.Limits;

/// <summary>Which arms of a limit come in with a draw.</summary>
/// <param name="Passed">How many: those of the least shares.</param>
/// <param name="Ceiling">
/// The total up to which no other one does; <see cref="Int128.MaxValue"/> where all have come in. The ceiling of the draw.
/// </param>
public readonly record struct LimitReading(int Passed, Int128 Ceiling);
