using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>
/// The places of a folded text in which there can be a number of some length, found once for all detectors of numbers. A scratch: it is
/// filled again and again and keeps the room it has grown to.
/// </summary>
internal sealed class NumberRegions
{
    /// <summary>The fewest digits of a region: shorter ones are no identifier of anybody, and texts are full of them.</summary>
    public const int LeastDigits = 4;

    /// <summary>
    /// The most units between two digits of a region. Identifiers have at most one letter or separator there, or a bracket and a space.
    /// </summary>
    public const int WidestGap = 2;

    private NumberRegion[] _regions = new NumberRegion[16];
    private IdentifierStart[] _starts = new IdentifierStart[16];
    private int _count;
    private int _startCount;
    private bool _areStartsKnown;
    private int _most;

    /// <summary>The regions, from left to right.</summary>
    public ReadOnlySpan<NumberRegion> All => _regions.AsSpan(0, _count);

    /// <summary>Whether a detector that needs so many digits can find something.</summary>
    public bool Have(int digits) => digits <= _most;

    /// <summary>Fills this, whatever it held before. Linear in the text.</summary>
    public void Fill(ReadOnlySpan<char> folded)
    {
        _count = _startCount = _most = 0;
        _areStartsKnown = false;
        for (var at = 0; folded[at..].IndexOfAny(NumberText.Digits) is var next and >= 0;)
        {
            var start = at + next;
            var (end, digits) = EndOf(folded, start);
            if (digits >= LeastDigits) Add(new NumberRegion(start, end, digits));
            at = end;
        }
    }

    /// <summary>
    /// Where identifiers can begin in the text that this was filled from, from left to right. Looked for when first asked for, linear in
    /// the text.
    /// </summary>
    public ReadOnlySpan<IdentifierStart> StartsIn(ReadOnlySpan<char> folded)
    {
        if (!_areStartsKnown)
        {
            var from = 0;
            foreach (var region in All)
            {
                for (var at = Math.Max(from, region.Start - IdentifierStart.MostAhead); at < region.End; at++)
                    AddStart(folded, at, region);
                from = region.End;
            }
            _areStartsKnown = true;
        }
        return _starts.AsSpan(0, _startCount);
    }

    // Within a word nothing begins but a number behind a letter.
    private void AddStart(ReadOnlySpan<char> folded, int at, NumberRegion region)
    {
        if (!char.IsAsciiLetterOrDigit(folded[at])) return;
        var isDigit = char.IsAsciiDigit(folded[at]);
        var isWithin = at > 0 && char.IsAsciiLetterOrDigit(folded[at - 1]);
        var isGlued = isWithin && isDigit && char.IsAsciiLetterLower(folded[at - 1]);
        if (!isGlued && (isWithin || !Boundaries.BeginsAt(folded, at))) return;
        var leading = 0;
        while (leading < IdentifierStart.MostLeading && NumberText.IsDigitAt(folded, at + leading)) leading++;
        if (_startCount == _starts.Length) Array.Resize(ref _starts, 2 * _startCount);
        _starts[_startCount++] = new IdentifierStart(at, (byte)leading, (byte)Math.Max(0, region.Start - at), isGlued);
    }

    private static (int End, int Digits) EndOf(ReadOnlySpan<char> folded, int start)
    {
        int end = start, digits = 0;
        for (var at = start; at < folded.Length && at - end <= WidestGap; at++)
        {
            if (!char.IsAsciiDigit(folded[at])) continue;
            digits++;
            end = at + 1;
        }
        return (end, digits);
    }

    private void Add(NumberRegion region)
    {
        if (_count == _regions.Length) Array.Resize(ref _regions, 2 * _count);
        _regions[_count++] = region;
        _most = Math.Max(_most, region.Digits);
    }
}
