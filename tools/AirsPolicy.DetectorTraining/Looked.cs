namespace AirsPolicy.DetectorTraining;

/// <summary>A text and what models that have not learned from its hand say of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="First">How much it looks like an attack to the linear model.</param>
/// <param name="Second">How much it does to the network.</param>
internal sealed record Looked(LabelledText Text, double First, double Second);
