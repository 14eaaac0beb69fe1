using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>A queue in which a request waits, as it was when the request was held.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="Reviewers">The roles of which an approval needs one.</param>
/// <param name="Approvals">How many different people have to agree.</param>
/// <param name="Due">When silence refuses, in UTC ticks; <see cref="long.MaxValue"/> for never.</param>
public sealed record AskedPeople(string Name, ValueList<string> Reviewers, int Approvals, long Due);
