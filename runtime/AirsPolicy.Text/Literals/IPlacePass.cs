namespace AirsPolicy.Text.Literals;

/// <summary>
/// A pass that can look at a part of the places of a text, so that several passes look at them while they lie in the nearest caches.
/// </summary>
internal interface IPlacePass : ILiteralPass
{
    /// <summary>Looks at the places from one on up to another.</summary>
    /// <param name="text">The text, of which all literals lie inside that stand there.</param>
    /// <param name="from">The first place, a multiple of <see cref="LiteralScan.Step"/>.</param>
    /// <param name="to">Where to end: another such multiple, or the end of the text.</param>
    /// <param name="hits">Takes the places of literals.</param>
    void Scan(ReadOnlySpan<char> text, int from, int to, LiteralHits hits);
}
