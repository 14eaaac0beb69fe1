using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>Where the events of one key stand in an order of steps. Its total is a <see cref="StepProgress"/>.</summary>
internal sealed class StepTally(TimeWindow window, NumberedSteps steps) : Tally(window)
{
    private int _state = StepAutomaton.Start;

    public override void Add(in Occurrence occurrence) => _state = steps.Next(_state, occurrence.Value);

    public override void Clear()
    {
        base.Clear();
        _state = StepAutomaton.Start;
    }

    public override void Write(ChangeWriter writer)
    {
        base.Write(writer);
        writer.Add((long)_state);
    }

    public override void Read(ref ChangeReader reader)
    {
        base.Read(ref reader);
        _state = reader.Int();
    }

    protected override TallyReading Total(long mark) => TallyReading.Of(StepProgress.Of(_state));
}
