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
            _most = Math.Max(_most, digits);
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
                var near = Math.Max(from, region.Start - IdentifierStart.MostAhead);
                AddWords(folded, from, region.Start, near);
                for (var at = near; at < region.End; at++)
                    AddStart(folded, at, region.Start);
                from = region.End;
            }
            AddWords(folded, from, folded.Length, folded.Length);
            _areStartsKnown = true;
        }
        return _starts.AsSpan(0, _startCount);
    }

    // Beside the regions stand words of letters with few digits among them, of which identifiers are made too.
    private void AddWords(ReadOnlySpan<char> folded, int from, int to, int end)
    {
        for (var at = from; at < to && folded[at..to].IndexOfAny(NumberText.Digits) is var next and >= 0;)
        {
            at += next;
            var start = at;
            while (start > from && at - start <= IdentifierStart.MostAhead && char.IsAsciiLetterOrDigit(folded[start - 1])) start--;
            while (at < to && char.IsAsciiDigit(folded[at])) at++;
            var isMixed = char.IsAsciiLetter(folded[start]) || at < folded.Length && char.IsAsciiLetter(folded[at]);
            if (isMixed && start < end) AddStart(folded, start, start);
            while (at < to && char.IsAsciiLetterOrDigit(folded[at])) at++;
        }
    }

    // Within a word nothing begins but a number behind a letter.
    private void AddStart(ReadOnlySpan<char> folded, int at, int digits)
    {
        if (!char.IsAsciiLetterOrDigit(folded[at])) return;
        var isDigit = char.IsAsciiDigit(folded[at]);
        var isWithin = at > 0 && char.IsAsciiLetterOrDigit(folded[at - 1]);
        var isGlued = isWithin && isDigit && char.IsAsciiLetterLower(folded[at - 1]);
        if (!isGlued && (isWithin || !Boundaries.BeginsAt(folded, at))) return;
        var leading = 0;
        while (leading < IdentifierStart.MostLeading && NumberText.IsDigitAt(folded, at + leading)) leading++;
        if (_startCount == _starts.Length) Array.Resize(ref _starts, 2 * _startCount);
        _starts[_startCount++] = new IdentifierStart(at, (byte)leading, (byte)Math.Max(0, digits - at), isGlued);
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
    }
}
