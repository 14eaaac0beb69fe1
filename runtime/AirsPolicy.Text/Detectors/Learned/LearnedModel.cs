namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// What is learned of texts: a linear model, and a network for the few windows of which it says enough. Sums of features find most of what
/// can be found and are fast; the network sees the order of words, and decides with them.
/// </summary>
/// <param name="first">The linear model.</param>
/// <param name="second">The network; null where there is none.</param>
/// <param name="scale">The margins that turn into shares, of both together.</param>
internal sealed class LearnedModel(LinearModel first, SecondLook? second, MarginScale scale)
{
    /// <summary>How much a folded text is what the model looks for, in millionths, and the window that says so most.</summary>
    public int ShareOf(ReadOnlySpan<char> folded, out TextSpan window)
    {
        var isEnough = true;
        var strongest = second is null ? first.StrongestOf(folded) : second.StrongestOf(first, folded, out isEnough);
        window = strongest.SpanIn(folded.Length);
        return isEnough ? scale.ShareOf(strongest.Margin) : 0;
    }

    /// <summary>The words of a window that speak most for what the model looks for, the strongest first; how many there are.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="window">The window.</param>
    /// <param name="reasons">Room for <see cref="LinearModel.MostReasons"/>.</param>
    public int ReasonsOf(ReadOnlySpan<char> folded, TextSpan window, Span<TextSpan> reasons) => first.ReasonsOf(folded, window, reasons);
}
