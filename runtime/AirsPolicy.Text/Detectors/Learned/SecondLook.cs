namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>A network that is asked of the texts of which a linear model says enough.</summary>
/// <param name="From">The margin of the linear model from which on it is asked; below it a text is not what is looked for.</param>
/// <param name="Factor">
/// What its margin is multiplied with before it is added to that of the linear model, in parts of <see cref="PhraseNetwork.Unit"/>; from 0
/// to <see cref="MostFactor"/>.
/// </param>
/// <param name="Network">The network.</param>
internal sealed record SecondLook(long From, long Factor, PhraseNetwork Network)
{
    /// <summary>The most that <see cref="Factor"/> can be.</summary>
    public const long MostFactor = 1L << 31;

    /// <summary>What is added to the margin of the linear model.</summary>
    /// <param name="stretch">The stretch of a folded text that the network is asked about.</param>
    public long MarginOf(ReadOnlySpan<char> stretch) => Network.MarginOf(stretch) * Factor / PhraseNetwork.Unit;
}
