using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Halts;

/// <summary>A halt and whom it is of.</summary>
/// <param name="Halt">The halt.</param>
/// <param name="Key">The id of what is halted; null where that cannot be told.</param>
internal readonly record struct KeyedHalt(ActiveHalt Halt, StateKey? Key);
