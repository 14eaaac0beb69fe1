using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class RecordedEventTests
{
    private readonly EventHistory _history = new([
        new AggregateDefinition(AggregateKind.Sum, 0, 0),
        new AggregateDefinition(AggregateKind.Distinct, 0, 5),
    ]);

    [Fact]
    public void An_amount_a_value_and_a_failure_are_written_down_for_their_key()
    {
        new RecordedEvent(0, Keys.Of(1), 7, null, FailureKind.None).RecordIn(_history, 10);
        new RecordedEvent(1, Keys.Of(1), 1, Keys.Of(5), FailureKind.None).RecordIn(_history, 10);
        new RecordedEvent(1, Keys.Of(1), 1, Keys.Of(5), FailureKind.None).RecordIn(_history, 10);
        new RecordedEvent(0, Keys.Of(2), 7, null, FailureKind.Overflow).RecordIn(_history, 10);
        Assert.Equal(new TallyReading(FailureKind.None, 7), _history.Read(0, Keys.Of(1), 10));
        Assert.Equal(new TallyReading(FailureKind.None, 1), _history.Read(1, Keys.Of(1), 10));
        Assert.Equal(FailureKind.Overflow, _history.Read(0, Keys.Of(2), 10).Failure);
    }

    [Fact]
    public void What_cannot_be_told_whose_it_is_fails_for_everyone()
    {
        new RecordedEvent(0, null, 7, null, FailureKind.MissingFact).RecordIn(_history, 10);
        Assert.Equal(FailureKind.MissingFact, _history.Read(0, Keys.Of(1), 10).Failure);
        Assert.Equal(FailureKind.None, _history.Read(1, Keys.Of(1), 10).Failure);
    }
}
