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

    /// <summary>
    /// The strongest window of a text, by the linear model and the network together; by the linear model alone, which says too little,
    /// where <paramref name="isEnough"/> is false.
    /// </summary>
    /// <param name="first">The linear model.</param>
    /// <param name="folded">The folded text.</param>
    /// <param name="isEnough">Whether the linear model says enough of any window.</param>
    public StrongWindow StrongestOf(LinearModel first, ReadOnlySpan<char> folded, out bool isEnough)
    {
        var marks = new BlockMarks(stackalloc ulong[BlockMarks.Cells]);
        var strongest = first.StrongestOf(folded, From, marks);
        isEnough = strongest.Margin >= From;
        if (!isEnough) return strongest;
        var looked = new Strongest(this);
        first.LookWith(Network, folded, marks, ref looked);
        return looked.Best;
    }

    private struct Strongest(SecondLook look) : IWindowSink
    {
        public StrongWindow Best { get; private set; } = StrongWindow.None;

        public void Add(StrongWindow window, scoped in PhraseFilters filters)
        {
            if (window.Margin < look.From) return;
            var second = filters.MarginOf(window.Blocks) * look.Factor / PhraseNetwork.Unit;
            Best = StrongWindow.StrongerOf(Best, window with { Margin = window.Margin + second });
        }
    }
}
