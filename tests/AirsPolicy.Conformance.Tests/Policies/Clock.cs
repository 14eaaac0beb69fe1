namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>A clock that stands until it is told to go on.</summary>
internal sealed class Clock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private DateTimeOffset _now = Start;

    public void Advance(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;
}
