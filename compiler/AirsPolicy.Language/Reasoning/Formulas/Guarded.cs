namespace AirsPolicy.Language.Reasoning.Formulas;

/// <summary>
/// A value that something has where a condition holds. The conditions of all values of a thing exclude each other, and one holds wherever
/// the thing has a value.
/// </summary>
/// <param name="Guard">When it has the value.</param>
/// <param name="Value">The value.</param>
internal sealed record Guarded<T>(Formula Guard, T Value);
