using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>
/// Sums amounts, one sum for each mark that counts and has events, and their total beside them. Made for windows of few marks.
/// </summary>
internal sealed class MarkedSums(TimeWindow window) : Tally(window)
{
    // A ring, which grows as marks come; a window holds at most as many as it spans.
    private Part[] _parts = [];
    private int _first;
    private int _count;
    private Int128 _total;

    public override void Add(in Occurrence occurrence)
    {
        Forget(occurrence.Mark);
        if (!SumAmount.TryAdd(_total, occurrence.Amount, out var total))
        {
            Fail(occurrence.Mark, FailureKind.Overflow);
            return;
        }
        _total = total;
        if (_count > 0 && _parts[Place(_count - 1)] is var newest && newest.Mark == occurrence.Mark)
        {
            _parts[Place(_count - 1)] = Part.Of(newest.Mark, unchecked(newest.Sum + occurrence.Amount));
            return;
        }
        if (_count == _parts.Length)
            Grow();
        _parts[Place(_count++)] = Part.Of(occurrence.Mark, occurrence.Amount);
    }

    public override void Clear()
    {
        base.Clear();
        (_first, _count, _total) = (0, 0, 0);
        if (_parts.Length > KeptRoom)
            _parts = [];
    }

    public override void Write(ChangeWriter writer)
    {
        base.Write(writer);
        writer.Add((long)_count);
        for (var i = 0; i < _count; i++)
            writer.Add(_parts[Place(i)].Mark).Add(_parts[Place(i)].Sum);
    }

    public override void Read(ref ChangeReader reader)
    {
        base.Read(ref reader);
        _count = reader.Count();
        (_first, _total, _parts) = (0, 0, new Part[_count]);
        for (var i = 0; i < _count; i++)
        {
            _parts[i] = Part.Of(reader.Long(), reader.Int128());
            _total = unchecked(_total + _parts[i].Sum);
        }
    }

    protected override TallyReading Total(long mark)
    {
        Forget(mark);
        return TallyReading.Of(_total);
    }

    private void Forget(long now)
    {
        while (_count > 0 && !Window.Holds(_parts[_first].Mark, now))
        {
            _total = unchecked(_total - _parts[_first].Sum);
            _first = Place(1);
            _count--;
        }
    }

    private int Place(int offset)
    {
        var place = _first + offset;
        return place < _parts.Length ? place : place - _parts.Length;
    }

    private void Grow()
    {
        var parts = new Part[Math.Max(1, 2 * _parts.Length)];
        for (var i = 0; i < _count; i++)
            parts[i] = _parts[Place(i)];
        (_parts, _first) = (parts, 0);
    }

    // The sum in halves, since an array of 128-bit numbers beside marks would be a third larger.
    private readonly record struct Part(long Mark, ulong Upper, ulong Lower)
    {
        public Int128 Sum => new(Upper, Lower);

        public static Part Of(long mark, Int128 sum) => new(mark, (ulong)(sum >> 64), (ulong)sum);
    }
}
