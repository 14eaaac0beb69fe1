using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>What the schema of facts says of a fact beside its type.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Description">What it means, and for whom it is; null where nothing is to be said.</param>
/// <param name="IsRequired">A rule fails where it is missing, or where null stands in its place.</param>
/// <param name="Members">What is said of its members, or of those of its items.</param>
public sealed record FactNote(string Name, string? Description, bool IsRequired, ValueList<FactNote> Members);

/// <summary>What the schema of facts says of a decision point.</summary>
/// <param name="Description">When the point is asked.</param>
/// <param name="Facts">Its facts, those of tools left out.</param>
/// <param name="Tools">For each tool by its wire name: what it is, and all facts of its requests.</param>
public sealed record PointNote(string Description, ValueList<FactNote> Facts, ValueList<FactNote> Tools);
