namespace AirsPolicy.Runtime.State.Stores;

/// <summary>
/// How full one of the bounded stores of a host's state is, for the readings of <c>signal</c> and for whoever watches the host.
/// </summary>
/// <param name="Store">What is kept: <c>halted sessions</c>, <c>open breakers</c>, <c>limit NAME</c>.</param>
/// <param name="Held">How many have room of their own now.</param>
/// <param name="Most">How many can have.</param>
/// <param name="Crowded">
/// How many places are shared by those that found none: what shares a place is taken for any other that falls in it.
/// </param>
/// <param name="FullSince">
/// Since when there has been no room for one more, in UTC ticks; null where there is, or where none was asked for.
/// </param>
public sealed record StoreReading(string Store, long Held, long Most, long Crowded, long? FullSince)
{
    /// <summary>From which share on somebody should look: 80%.</summary>
    public const decimal Warning = 0.8m;

    /// <summary>Which part of the room is taken, 0 to 1.</summary>
    public decimal Share => Crowded > 0 || FullSince is not null ? 1 : decimal.Min(1, (decimal)Held / Most);

    /// <summary>The store is filling up or full: it is at 80% or more.</summary>
    public bool IsFilling => Share >= Warning;
}
