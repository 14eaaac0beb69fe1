using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>Who decides on what waits, as the host knows them.</summary>
/// <param name="Id">
/// Who: the id by which requests name the same person (<c>user.id</c>), so that nobody approves what they asked for.
/// </param>
/// <param name="Kind">What they are.</param>
/// <param name="Roles">Their roles, of which a queue asks for one.</param>
public sealed record Reviewer(string Id, ReviewerKind Kind, ValueList<string> Roles);

/// <summary>What decides; only people can.</summary>
public enum ReviewerKind
{
    Person = 0,
    Agent = 1,
    Service = 2,
}
