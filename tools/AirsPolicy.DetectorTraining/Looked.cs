namespace AirsPolicy.DetectorTraining;

/// <summary>A text and what models that have not learned from its hand say of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Looks">
/// How much each window of it looks like an attack to the linear model, and to the network; at least one.
/// </param>
internal sealed record Looked(LabelledText Text, IReadOnlyList<(double First, double Second)> Looks)
{
    /// <summary>The one that looks most like an attack to the linear model.</summary>
    public (double First, double Second) Strongest { get; } = Looks.MaxBy(look => look.First);
}
