using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>A parameter that says in which direction it is stricter. Its value is worked in; this is where.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="IsLowerStricter">A lower value is stricter; else a higher one.</param>
/// <param name="Uses">The places of its value in expressions, ordered by file and place.</param>
public sealed record ParamModel(string Name, bool IsLowerStricter, ValueList<SourcePlace> Uses);
