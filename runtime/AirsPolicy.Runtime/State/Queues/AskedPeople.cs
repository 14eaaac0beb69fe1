using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>A queue in which a request waits, as it was when the request was held.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="Reviewers">The roles of which an approval needs one, from the beginning.</param>
/// <param name="Approvals">How many different people have to agree.</param>
/// <param name="Due">When silence refuses, in UTC ticks; <see cref="long.MaxValue"/> for never.</param>
public sealed record AskedPeople(string Name, ValueList<string> Reviewers, int Approvals, long Due)
{
    /// <summary>Since when it waits in this queue, in UTC ticks.</summary>
    public long Since { get; init; }

    /// <summary>The roles that an approval may come from later too.</summary>
    public ValueList<HandOn> HandsOn { get; init; } = [];

    /// <summary>How urgent the queue makes it.</summary>
    public ReviewPriority Priority { get; init; }

    /// <summary>The roles of which an approval needs one at a time, each once.</summary>
    /// <param name="now">The time, in UTC ticks.</param>
    public ValueList<string> RolesAt(long now) =>
        Reviewers
            .Concat(HandsOn.Where(on => From(on) <= now).SelectMany(on => on.Roles))
            .Distinct(StringComparer.Ordinal)
            .ToValueList();

    /// <summary>When roles that decide later may, in UTC ticks; <see cref="long.MaxValue"/> where that is beyond any time.</summary>
    public long From(HandOn on)
    {
        ArgumentNullException.ThrowIfNull(on);
        return on.After > long.MaxValue - Since ? long.MaxValue : Since + on.After;
    }

    /// <summary>Whether somebody has a role that may decide at a time.</summary>
    public bool IsReviewer(Reviewer by, long now)
    {
        ArgumentNullException.ThrowIfNull(by);
        return RolesAt(now).Any(by.Roles.Contains);
    }
}
