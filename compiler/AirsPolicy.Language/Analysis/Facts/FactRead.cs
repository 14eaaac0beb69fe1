using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Analysis.Facts;

/// <summary>That something reads a fact.</summary>
/// <param name="Path">The names that lead to it, through the items of lists too.</param>
/// <param name="Need">How much it needs it, where nothing on the way is optional or the item of a list.</param>
/// <param name="Reader">The id of what reads it.</param>
/// <param name="Missing">What follows where it is missing.</param>
/// <param name="IsOnTrial">What follows is only recorded.</param>
internal readonly record struct FactRead(IReadOnlyList<string> Path, FactNeed Need, string Reader, Outcome Missing, bool IsOnTrial);
