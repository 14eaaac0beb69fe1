namespace AirsPolicy.DetectorTraining;

/// <summary>A text and what a model that has not learned from its hand says of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Margin">How much it looks like an attack.</param>
internal sealed record Judged(LabelledText Text, double Margin);
