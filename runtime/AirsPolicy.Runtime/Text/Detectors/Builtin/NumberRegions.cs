namespace AirsPolicy.Runtime.Text.Detectors.Builtin;

/// <summary>
/// The places of a folded text in which there can be a number of some length, found once for all detectors of numbers. A scratch: it is filled again
/// and again and keeps the room it has grown to.
/// </summary>
internal sealed class NumberRegions
{
    /// <summary>The fewest digits of a region: shorter ones are no identifier of anybody, and texts are full of them.</summary>
    public const int LeastDigits = 4;

    /// <summary>The most units between two digits of a region. Identifiers have at most one letter or separator there, or a bracket and a space.</summary>
    public const int WidestGap = 2;

    private NumberRegion[] _regions = new NumberRegion[16];
    private int _count;
    private int _most;

    /// <summary>The regions, from left to right.</summary>
    public ReadOnlySpan<NumberRegion> All => _regions.AsSpan(0, _count);

    /// <summary>Whether a detector that needs so many digits can find something.</summary>
    public bool Have(int digits) => digits <= _most;

    /// <summary>Fills this, whatever it held before. Linear in the text.</summary>
    public void Fill(ReadOnlySpan<char> folded)
    {
        _count = 0;
        _most = 0;
        for (var at = 0; folded[at..].IndexOfAny(NumberText.Digits) is var next and >= 0;)
        {
            var start = at + next;
            var (end, digits) = EndOf(folded, start);
            if (digits >= LeastDigits) Add(new NumberRegion(start, end, digits));
            at = end;
        }
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
