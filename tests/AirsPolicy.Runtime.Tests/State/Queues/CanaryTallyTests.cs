using AirsPolicy.Runtime.State;

namespace AirsPolicy.Runtime.Tests.State.Queues;

public sealed class CanaryTallyTests
{
    private readonly PolicyState _state = new(new PolicyStateDefinition([], [], [], []));

    [Fact]
    public void What_was_missed_is_a_share_of_the_last_hundred_of_the_queue()
    {
        Assert.Null(_state.Canaries.Missed("sales"));
        _state.Canaries.Add("sales", caught: false);
        Assert.Equal(1_000_000, _state.Canaries.Missed("sales"));
        for (var i = 0; i < 3; i++)
            _state.Canaries.Add("sales", caught: true);
        Assert.Equal(250_000, _state.Canaries.Missed("sales"));
        for (var i = 0; i < 96; i++)
            _state.Canaries.Add("sales", caught: true);
        Assert.Equal(10_000, _state.Canaries.Missed("sales"));
        _state.Canaries.Add("sales", caught: true);
        Assert.Equal(0, _state.Canaries.Missed("sales"));
        Assert.Null(_state.Canaries.Missed("support"));
    }
}
