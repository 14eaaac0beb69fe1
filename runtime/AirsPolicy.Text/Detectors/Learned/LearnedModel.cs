namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// What is learned of texts: a linear model, and a network for the few texts of which it says enough. Sums of features find most of what
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
        var margin = first.MarginOf(folded, out window);
        if (second is null) return scale.ShareOf(margin);
        return margin < second.From ? 0 : scale.ShareOf(Look(second, folded, margin, ref window));
    }

    // The strongest of the stretches of which the linear model says enough, and its window.
    private long Look(SecondLook look, ReadOnlySpan<char> folded, long margin, ref TextSpan window)
    {
        var (strongest, best) = (window, long.MinValue);
        for (var number = 0; number < Stretches.CountIn(folded.Length); number++)
        {
            var span = Stretches.At(number, strongest, folded.Length);
            var stretch = folded[span.Start..span.End];
            var inside = new TextSpan(strongest.Start - span.Start, strongest.End - span.Start);
            var own = number == 0 ? margin : first.MarginOf(stretch, out inside);
            if (own < look.From || own + look.MarginOf(stretch) is var sum && sum <= best) continue;
            best = sum;
            window = new TextSpan(span.Start + inside.Start, span.Start + inside.End);
        }
        return best;
    }

    /// <summary>The words of a window that speak most for what the model looks for, the strongest first; how many there are.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="window">The window.</param>
    /// <param name="reasons">Room for <see cref="LinearModel.MostReasons"/>.</param>
    public int ReasonsOf(ReadOnlySpan<char> folded, TextSpan window, Span<TextSpan> reasons) => first.ReasonsOf(folded, window, reasons);
}
