namespace AirsPolicy.Runtime.Schemas.Values;

/// <summary>What keeps a text from being read as JSON.</summary>
/// <param name="IsLimit">It is JSON, but over a limit.</param>
/// <param name="Clause">What is wrong, as a clause.</param>
internal sealed record JsonProblem(bool IsLimit, string Clause);
