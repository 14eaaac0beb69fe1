namespace AirsPolicy.Runtime.Facts;

/// <summary>How far a frame was filled at one time.</summary>
/// <param name="Chars">How many characters it held.</param>
/// <param name="Slots">How many slots it held.</param>
/// <param name="WorkedOut">How much of <see cref="Json.FactLimits.MaxWorkedOut"/> the rule at hand had taken.</param>
internal readonly record struct FrameMark(int Chars, int Slots, int WorkedOut);
