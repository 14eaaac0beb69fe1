namespace AirsPolicy.DetectorTraining;

/// <summary>A text that a model learns from or is judged by.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Group">What it is counted under: the source, and the language where one is said.</param>
/// <param name="Text">The text.</param>
/// <param name="IsAttack">Whether it should be flagged.</param>
internal sealed record LabelledText(TextSource Source, string Group, string Text, bool IsAttack);
