namespace AirsPolicy.Text.Views;

/// <summary>
/// The folded view: a text with its disguises taken off. In one forward pass
/// <list type="number">
/// <item>invisible characters (zero-width, tags, variation selectors, soft hyphens, controls) are removed, and white space becomes a
/// space;</item>
/// <item>decimal digits of every script become 0–9, by value;</item>
/// <item>compatibility forms (full width, mathematical, circled, ligatures) become their letters;</item>
/// <item>non-ASCII letters that look like ASCII letters or digits become these (UTS #39); ASCII is never mapped;</item>
/// <item>case is folded, in full: ß is ss, final sigma is sigma;</item>
/// <item>nonspacing and enclosing marks on an ASCII letter, digit or space are dropped, accents among them: é is e, however it was written
/// and
/// whatever is piled on it. On other letters marks are kept, in canonical order, up to <see cref="LongestMarkRun"/>, and composed;</item>
/// <item>every run of spaces becomes one.</item>
/// </list>
/// Steps 1 to 5 are one table that maps each code point to parts which map to themselves, so that folding a folded text changes nothing.
/// The view is at most <see cref="LongestExpansion"/> times as long as the text; the cost is linear.
/// </summary>
public static class Folding
{
    /// <summary>
    /// The most UTF-16 units that one unit of the original becomes. The two Arabic phrases encoded as one character that would
    /// become longer (U+FDFA, U+FDFB) stay as they are.
    /// </summary>
    public const int LongestExpansion = 6;

    /// <summary>
    /// The marks that one letter keeps; further ones are dropped, as no language writes that many (UAX #15, Stream-Safe Text Format).
    /// </summary>
    public const int LongestMarkRun = 30;

    /// <summary>
    /// Fills <paramref name="target"/>, whatever it held before. Allocates nothing once the target has grown to its texts.
    /// </summary>
    public static void Fold(ReadOnlySpan<char> source, TextView target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Clear(source.Length);
        new FoldingPass(source, target, stackalloc int[1 + LongestMarkRun]).Run();
    }

    /// <summary>
    /// Adds what has arrived since to the folded view of a text that still arrives; the last character with its marks is held back until
    /// the text ends.
    /// </summary>
    /// <param name="source">The whole text so far.</param>
    /// <param name="from">Where what is new begins.</param>
    /// <param name="last">Whether the text ends with it.</param>
    /// <param name="target">The view of what came before; emptied where a text begins.</param>
    /// <param name="held">What is held back.</param>
    internal static void FoldOn(ReadOnlySpan<char> source, int from, bool last, TextView target, HeldCluster held)
    {
        if (held is { IsOpen: true, IsWritten: true } && held.End == from && target.GoesOn(from))
        {
            var end = target.AppendAscii(source, from);
            if (end > from && !FoldingPass.DropsMarks(target.Text[^1]))
            {
                target.TakeBack();
                end--;
            }
            if (end > from)
            {
                held.Characters[0] = target.Text[^1];
                (held.Start, held.End, from) = (end - 1, end, end);
                if (end == source.Length && !last) return;
            }
        }
        new FoldingPass(source, target, held, last).Run(from, held);
    }

    /// <summary>
    /// The folded form of a text; the same instance if it is folded already. For terms, not for the decision path: it allocates.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var view = new TextView();
        Fold(text, view);
        return view.Text.SequenceEqual(text) ? text : view.Text.ToString();
    }
}
