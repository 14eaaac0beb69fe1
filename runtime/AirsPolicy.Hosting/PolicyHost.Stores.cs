using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Hosting;

/// <summary>How full is what the host keeps.</summary>
public sealed partial class PolicyHost
{
    /// <summary>
    /// How full each bounded store of <see cref="State"/> is, the fullest first: what is halted, breakers, labels and texts of sessions,
    /// what waits for people, and the keys of each limit and count. Give the
    /// greatest share to the policy as a reading of <c>signal</c>, so that it tells somebody at 80%: a full store refuses what it has no
    /// room for. Reads every store; ask once a minute, not with each request.
    /// </summary>
    public IReadOnlyList<StoreReading> Stores()
    {
        if (_active is not { State: { } state, Bundle.Policy.Tables: var tables })
            return [];
        return state.Stores(
            _clock.Now().UtcTicks,
            limit => $"limit of {tables.Controls[tables.Limits[limit].Control].Origin.Control}",
            aggregate =>
                $"count {aggregate} at {string.Join(", ", tables.Aggregates[aggregate].Feeds.Select(feed => tables.Points[feed.Point].Layout.Point).Distinct())}"
        );
    }
}
