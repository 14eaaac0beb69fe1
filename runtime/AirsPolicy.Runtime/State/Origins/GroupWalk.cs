namespace AirsPolicy.Runtime.State.Origins;

/// <summary>Goes through the groups of a number from a word on; it may end with every word.</summary>
internal ref struct GroupWalk(ReadOnlySpan<byte> spelled, int start)
{
    private readonly ReadOnlySpan<byte> _spelled = spelled[start..];
    private int _at;
    private int _kept;
    private int _digits;
    private bool _ended;

    /// <summary>How many groups were gone through.</summary>
    public int Groups { get; private set; }

    /// <summary>Goes on to the next place where a number may end.</summary>
    /// <param name="length">How many bytes it spans up to there, the mark of its last word among them.</param>
    public bool Next(out int length)
    {
        while (!_ended && Group())
        {
            length = _at;
            var closed = At(_at) == Spelling.WordEnd;
            if (closed)
                length = ++_at;
            // The next group follows behind one divider.
            _ended = At(_at) is not ((byte)'-' or (byte)' ') || At(_at) == ' ' != closed || !GroupedNumber.IsKept(At(_at + 1));
            _at++;
            if (closed && 2 * _digits >= _kept && _kept >= OriginLimits.ShortestValue)
                return true;
        }
        length = 0;
        return false;
    }

    private bool Group()
    {
        var before = _kept;
        for (; GroupedNumber.IsKept(At(_at)); _at++)
        {
            _kept++;
            if (char.IsAsciiDigit((char)At(_at)))
                _digits++;
        }
        Groups++;
        _ended = _kept == before || _digits == 0 || _kept > OriginLimits.LongestNumber || Groups > OriginLimits.MostGroups;
        return !_ended;
    }

    private readonly byte At(int place) => place < _spelled.Length ? _spelled[place] : (byte)0;
}
