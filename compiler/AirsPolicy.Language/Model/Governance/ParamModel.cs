using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>A parameter that says in which direction it is stricter. Its value is worked in; this is where.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="IsLowerStricter">A lower value is stricter; else a higher one.</param>
/// <param name="Uses">Where its value stands in expressions, ordered by file and place.</param>
public sealed record ParamModel(string Name, bool IsLowerStricter, ValueList<ParamUseModel> Uses);

/// <summary>A value of a parameter in an expression.</summary>
/// <param name="Place">Where it is written.</param>
public sealed record ParamUseModel(SourcePlace Place);
