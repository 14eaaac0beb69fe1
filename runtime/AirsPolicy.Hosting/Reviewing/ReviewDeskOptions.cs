using AirsPolicy.Collections;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting.Reviewing;

/// <summary>How a desk is reached, and by whom.</summary>
public sealed record ReviewDeskOptions
{
    /// <summary>
    /// Who a user of this machine is as a reviewer, with their roles; null for nobody, who is refused. The name is the one that the
    /// operating system gives of whoever is connected. Asked once a connection.
    /// </summary>
    public required Func<string, Reviewer?> Reviewers { get; init; }

    /// <summary>
    /// The roles of which one lets a reviewer halt, lift, degrade a chart and see how the host stands. Empty by default, so that nobody
    /// may. Who brings a chart back says the policy alone.
    /// </summary>
    public ValueList<string> Operators { get; init; } = [];

    /// <summary>
    /// The name of the pipe, <c>airs-review</c> by default. Elsewhere than on Windows it may be the whole path of a socket.
    /// </summary>
    public string Pipe { get; init; } = "airs-review";

    /// <summary>
    /// Lets the group connect that the file of the socket has, and not the user of this process alone. Takes a whole path as
    /// <see cref="Pipe"/>, whose folder says the group (its set-group-id bit); on Windows this is not known. False by default.
    /// </summary>
    public bool AllowGroup { get; init; }

    /// <summary>How many reviewers can be connected at a time, 1 to 100. 8 by default.</summary>
    public int MostConnections { get; init; } = 8;

    /// <summary>How long a connection may say nothing, or take for one line. 5 minutes by default.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Is told of each word that counts, with the number under which the request waits now. Where everybody has agreed, decide it again
    /// there (<see cref="PolicyHost.Resume(long, ReadOnlySpan{byte}, out long?)"/>), or have that done. What it throws is left aside.
    /// </summary>
    public Action<long, ReviewResult>? Counted { get; init; }

    /// <summary>The clock of <see cref="Idle"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
