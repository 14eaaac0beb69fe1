using System.Globalization;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.State.Stores;

/// <summary>There was no room for one more key.</summary>
/// <param name="Most">For how many there is.</param>
/// <param name="Since">Since when, in UTC ticks.</param>
internal readonly record struct NoRoom(int Most, long Since)
{
    /// <summary>What it comes to where rules ask: what happened before cannot be told.</summary>
    public Failure OfCount => new(FailureKind.OverLimit, Say("What is counted here"));

    /// <summary>What it comes to where something would be drawn.</summary>
    /// <param name="control">The control that the limit is of.</param>
    public Failure OfLimit(string control) => new(FailureKind.OverLimit, Say($"The limit of '{control}'"));

    private string Say(string store) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{store} has room for {Most} keys, and none for another since {new DateTime(Since, DateTimeKind.Utc):yyyy-MM-dd'T'HH:mm:ss'Z'}. "
        )
        + "Room comes when what was counted is older than its 'within', and when sessions and runs end that it is counted for ('EndSession', 'EndRun').";
}
