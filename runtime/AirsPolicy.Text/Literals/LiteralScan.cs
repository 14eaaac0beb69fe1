using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Text.Literals;

/// <summary>
/// Looks for all literals of a set in one go: in one pass over the text for the long ones, and one more for each length of short ones that
/// there are.
/// </summary>
internal sealed class LiteralScan
{
    /// <summary>The shortest literal that can be looked for.</summary>
    public const int ShortestLiteral = PatternFacts.ShortestLiteral;

    /// <summary>The places that passes look at together are a multiple of so many.</summary>
    public const int Step = 64;

    // Of them every fourth place is enough.
    private const int ShortestOfLong = 7;

    // What is looked through at a time stays in the nearest caches from one pass to the next.
    private const int Block = 1 << 13;

    private readonly IPlacePass[] _passes;
    private readonly ILiteralPass[] _wholePasses;

    // For literals each of which holds a character beyond ASCII: passes that a text without such characters is spared, and the least that
    // one of them needs.
    private readonly ILiteralPass[] _passesBeyondAscii;
    private readonly char _leastBeyondAscii;
    private readonly int[] _special;
    private readonly int _owners;
    private readonly int _longest;

    /// <param name="literals">What to look for.</param>
    /// <param name="owners">More than any number of an owner.</param>
    public LiteralScan(IReadOnlyCollection<SoughtLiteral> literals, int owners)
    {
        _owners = owners;
        SoughtLiteral[] ascii = [.. literals.Where(literal => System.Text.Ascii.IsValid(literal.Text))];
        // The short ones are mostly few.
        var few = NibblePass.Of([.. ascii.Where(literal => literal.Text.Length is >= NibblePass.ShortestLiteral and < ShortestOfLong)]);
        var passes = PassesOf(
            few is null ? ascii : [.. ascii.Where(literal => literal.Text.Length is < NibblePass.ShortestLiteral or >= ShortestOfLong)],
            mostOfShort: ShortPass.MostLiterals);
        _passes = [.. passes.OfType<IPlacePass>(), .. few is null ? (IPlacePass[])[] : [few]];
        _wholePasses = [.. passes.Where(pass => pass is not IPlacePass)];
        _longest = literals.Count == 0 ? 0 : literals.Max(literal => literal.Text.Length);
        SoughtLiteral[] beyondAscii = [.. literals.Where(literal => !System.Text.Ascii.IsValid(literal.Text))];
        _passesBeyondAscii = PassesOf(beyondAscii, mostOfShort: 0);
        _leastBeyondAscii = beyondAscii.Length == 0 ? char.MaxValue : beyondAscii.Min(literal => literal.Text.Max());
        _special =
        [
            .. literals
                .Where(literal => literal.IgnoreCase && literal.Text.AsSpan().ContainsAny("kKsS"))
                .Select(literal => literal.Owner)
                .Distinct(),
        ];
    }

    /// <summary>Fills <paramref name="hits"/>, whatever it held before. Linear in the text.</summary>
    public void Scan(ReadOnlySpan<char> text, LiteralHits hits)
    {
        Begin(text.Length, hits);
        var place = 0;
        while (place + Block < text.Length) place = Look(text, place, place + Block, hits);
        End(text, place, hits);
    }

    /// <summary>Begins with a text that is looked through as it grows.</summary>
    /// <param name="units">How long it will be, roughly.</param>
    /// <param name="hits">To be filled, whatever it held before.</param>
    public void Begin(int units, LiteralHits hits) => hits.Begin(_owners, units);

    /// <summary>Looks through what has been added to a text, and gives from where on that is still to be done.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="place">What was given the last time; 0 at first.</param>
    /// <param name="hits">Takes the places of literals.</param>
    public int Continue(ReadOnlySpan<char> text, int place, LiteralHits hits) => Look(text, place, text.Length - _longest & -Step, hits);

    /// <summary>Ends with a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">What was given the last time.</param>
    /// <param name="hits">Takes the places of literals.</param>
    public void End(ReadOnlySpan<char> text, int place, LiteralHits hits)
    {
        Look(text, place, text.Length, hits);
        foreach (var pass in _wholePasses) pass.Scan(text, hits);
        if (_passesBeyondAscii.Length > 0 && text.ContainsAnyInRange(_leastBeyondAscii, char.MaxValue))
        {
            foreach (var pass in _passesBeyondAscii) pass.Scan(text, hits);
        }

        // The Kelvin sign and the long s are forms of k and s beyond ASCII. Hardly a text holds them; one that does is looked at as a
        // whole.
        if (_special.Length > 0 && text.ContainsAny('\u212A', '\u017F'))
        {
            foreach (var owner in _special) hits.AddEverywhere(owner);
        }

        hits.Settle();
    }

    private int Look(ReadOnlySpan<char> text, int from, int to, LiteralHits hits)
    {
        if (to <= from) return from;
        foreach (var pass in _passes) pass.Scan(text, from, to, hits);
        return to;
    }

    // The framework's own search is quick for texts of ASCII alone.
    private static ILiteralPass[] PassesOf(SoughtLiteral[] literals, int mostOfShort)
    {
        // The longer a literal, the fewer places have to be looked at to find it.
        (int Least, int Most, int Width, int Stride)[] passes =
        [
            (ShortestOfLong, int.MaxValue, 4, 4),
            (4, ShortestOfLong - 1, 3, 2),
            (3, 3, 3, 1),
            (2, 2, 2, 1),
        ];
        return
        [
            .. from pass in passes
            let ofLength = literals.Where(literal => literal.Text.Length >= pass.Least && literal.Text.Length <= pass.Most).ToArray()
            where ofLength.Length > 0
            select pass.Stride == 1 && ofLength.Length <= mostOfShort
                ? (ILiteralPass)new ShortPass(ofLength)
                : new GramPass(ofLength, pass.Width, pass.Stride),
        ];
    }
}
