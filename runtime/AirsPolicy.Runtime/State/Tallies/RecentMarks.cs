using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>
/// Counts events exactly, up to a number: that many of the latest are enough to tell every count below it and that it is reached. Events
/// older than the window go when somebody looks.
/// </summary>
/// <param name="most">The greatest count that is told; more reads as this.</param>
internal sealed class RecentMarks(TimeWindow window, int most) : Tally(window)
{
    private const int GapBits = 7;
    private const byte More = 1 << GapBits;

    // From each mark to the next, seven bits a byte and the lowest first, in a ring that grows as events come: most gaps take half of what
    // a mark does.
    private byte[] _gaps = [];
    private int _first;
    private int _length;
    private int _count;
    private long _oldest;
    private long _newest;

    public override void Add(in Occurrence occurrence)
    {
        Forget(occurrence.Mark);
        if (_count == most)
            DropOldest();
        if (_count++ == 0)
            _oldest = occurrence.Mark;
        else
            Write((ulong)(occurrence.Mark - _newest));
        _newest = occurrence.Mark;
    }

    public override void Clear()
    {
        base.Clear();
        (_first, _length, _count) = (0, 0, 0);
        if (_gaps.Length > KeptRoom * sizeof(long))
            _gaps = [];
    }

    public override void Write(ChangeWriter writer)
    {
        base.Write(writer);
        writer.Add((long)_count).Add(_oldest).Add(_newest).Add((long)_length);
        for (var i = 0; i < _length; i++)
            writer.Add(_gaps[Place(i)]);
    }

    public override void Read(ref ChangeReader reader)
    {
        base.Read(ref reader);
        (_count, _oldest, _newest) = (reader.Int(), reader.Long(), reader.Long());
        (_first, _length) = (0, reader.Count());
        _gaps = new byte[_length];
        for (var i = 0; i < _length; i++)
            _gaps[i] = reader.Byte();
        // A gap ends in a byte that says so, and there is one less than there are events.
        if (_gaps.Count(part => part < More) != Math.Max(0, _count - 1))
            throw new InvalidDataException("The events of a key are not as many as is said.");
    }

    protected override TallyReading Total(long mark)
    {
        Forget(mark);
        return TallyReading.Of(_count);
    }

    private void Forget(long now)
    {
        while (_count > 0 && !Window.Holds(_oldest, now))
            DropOldest();
    }

    private void DropOldest()
    {
        if (--_count > 0)
            _oldest += (long)Read();
    }

    private void Write(ulong gap)
    {
        for (; gap >= More; gap >>= GapBits)
            Write((byte)(gap | More));
        Write((byte)gap);
    }

    private void Write(byte part)
    {
        if (_length == _gaps.Length)
            Grow();
        _gaps[Place(_length++)] = part;
    }

    private ulong Read()
    {
        var (gap, shift, part) = (0UL, 0, More);
        for (; part >= More; shift += GapBits)
        {
            part = _gaps[_first];
            gap |= (ulong)(part & ~More) << shift;
            _first = Place(1);
            _length--;
        }
        return gap;
    }

    private int Place(int offset)
    {
        var place = _first + offset;
        return place < _gaps.Length ? place : place - _gaps.Length;
    }

    private void Grow()
    {
        var gaps = new byte[Math.Max(sizeof(long), 2 * _gaps.Length)];
        for (var i = 0; i < _length; i++)
            gaps[i] = _gaps[Place(i)];
        (_gaps, _first) = (gaps, 0);
    }
}
