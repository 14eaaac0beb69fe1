using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>Counts how many different values there were: each with the mark at which it last occurred.</summary>
/// <param name="most">How many values are kept.</param>
/// <param name="saturates">
/// More than that reads as that many, for which the latest values are enough. Otherwise one value too many cannot be counted.
/// </param>
internal sealed class DistinctValues(TimeWindow window, int most, bool saturates) : Tally(window)
{
    private readonly RecencyTable _values = new();

    public override void Add(in Occurrence occurrence)
    {
        Forget(occurrence.Mark);
        if (_values.Find(occurrence.Value) is >= 0 and var entry)
        {
            _values.Touch(entry, occurrence.Mark);
            return;
        }
        if (_values.Count == most)
        {
            if (!saturates)
            {
                Fail(occurrence.Mark, FailureKind.OverLimit);
                return;
            }
            _values.Remove(_values.Oldest);
        }
        _values.Add(occurrence.Value, occurrence.Mark);
    }

    public override void Clear()
    {
        base.Clear();
        _values.Clear(KeptRoom);
    }

    public override void Write(ChangeWriter writer)
    {
        base.Write(writer);
        writer.Add((long)_values.Count);
        for (var entry = _values.Oldest; entry != RecencyTable.None; entry = _values.NewerOf(entry))
            writer.Add(_values.KeyOf(entry)).Add(_values.MarkOf(entry));
    }

    public override void Read(ref ChangeReader reader)
    {
        base.Read(ref reader);
        for (var left = reader.Count(); left > 0; left--)
            _values.Add(reader.Key(), reader.Long());
    }

    protected override TallyReading Total(long mark)
    {
        Forget(mark);
        return TallyReading.Of(_values.Count);
    }

    private void Forget(long now)
    {
        while (_values.Count > 0 && !Window.Holds(_values.MarkOf(_values.Oldest), now))
            _values.Remove(_values.Oldest);
    }
}
