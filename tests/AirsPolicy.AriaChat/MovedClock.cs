namespace AirsPolicy.AriaChat;

/// <summary>The time of the machine, moved ahead where somebody does not want to wait for it.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Move(TimeSpan by) => _ahead += by;
}
