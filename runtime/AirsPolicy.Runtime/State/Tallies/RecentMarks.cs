namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>
/// Counts events exactly, up to a number: that many of the latest are enough to tell every count below it and that it is reached. Events
/// older than the window go when somebody looks.
/// </summary>
/// <param name="most">The greatest count that is told; more reads as this.</param>
internal sealed class RecentMarks(TimeWindow window, int most) : Tally(window)
{
    // A ring, which grows as events come.
    private long[] _marks = [];
    private int _first;
    private int _count;

    public override void Add(in Occurrence occurrence)
    {
        Forget(occurrence.Mark);
        if (_count == most)
            DropOldest();
        if (_count == _marks.Length)
            Grow();
        _marks[Place(_count++)] = occurrence.Mark;
    }

    public override void Clear()
    {
        base.Clear();
        (_first, _count) = (0, 0);
        if (_marks.Length > KeptRoom)
            _marks = [];
    }

    protected override Int128 Total(long mark)
    {
        Forget(mark);
        return _count;
    }

    private void Forget(long now)
    {
        while (_count > 0 && !Window.Holds(_marks[_first], now))
            DropOldest();
    }

    private void DropOldest()
    {
        _first = Place(1);
        _count--;
    }

    private int Place(int offset)
    {
        var place = _first + offset;
        return place < _marks.Length ? place : place - _marks.Length;
    }

    private void Grow()
    {
        var marks = new long[Math.Min(most, Math.Max(1, 2 * _marks.Length))];
        for (var i = 0; i < _count; i++)
            marks[i] = _marks[Place(i)];
        (_marks, _first) = (marks, 0);
    }
}
