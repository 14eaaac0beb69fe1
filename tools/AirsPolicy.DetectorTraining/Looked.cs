namespace AirsPolicy.DetectorTraining;

/// <summary>A text and what models that have not learned from its hand say of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Looks">
/// How much each stretch of it looks like an attack to the linear model, and to the network; first the one around the strongest window.
/// </param>
internal sealed record Looked(LabelledText Text, IReadOnlyList<(double First, double Second)> Looks)
{
    /// <summary>How much it looks like an attack to the linear model.</summary>
    public double First => Looks[0].First;

    /// <summary>How much it does to the network, around the strongest window.</summary>
    public double Second => Looks[0].Second;
}
