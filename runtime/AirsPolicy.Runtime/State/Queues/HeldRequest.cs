using System.Globalization;
using System.Text;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>A request that waits for people: what they decide on, and who may.</summary>
/// <param name="Decision">The decision that holds it; it says why.</param>
/// <param name="Tool">The tool, by its name outside; null where the point knows none.</param>
/// <param name="Askers">Who asked for it, by every id under which the facts name them; empty where they name nobody.</param>
/// <param name="Digest">
/// What is approved: the SHA-256 of what the request asks for, of who asks, and of how the content would go on, in lower-case hexadecimal.
/// </param>
/// <param name="Since">When it was held, in UTC ticks.</param>
/// <param name="Queues">Where it waits, ordered by queue; everyone of them has to agree.</param>
/// <param name="Common">What the facts say of user, agent, session and run, as members of a JSON object.</param>
public sealed record HeldRequest(
    Decision Decision, string? Tool, ValueList<string> Askers, string Digest, long Since, ValueList<AskedPeople> Queues, string Common)
{
    /// <summary>When silence refuses it: the shortest time counts, since all have to agree.</summary>
    public long Due => Queues.Count == 0 ? long.MaxValue : Queues.Min(queue => queue.Due);

    /// <summary>How urgent it is: as the most urgent of its queues says, or as reviewers have made it.</summary>
    internal ReviewPriority AtLeast(ReviewPriority raised) => Queues.Select(queue => queue.Priority).Append(raised).Max();

    /// <summary>
    /// The facts of <c>approval</c> at which the word of a reviewer is decided on, as JSON text: those of the request that all points know,
    /// and who decides.
    /// </summary>
    public string FactsOfApproval(Reviewer reviewer)
    {
        ArgumentNullException.ThrowIfNull(reviewer);
        var facts = new StringBuilder("{");
        if (Common.Length > 0)
            facts.Append(Common).Append(',');
        // The id of the request is the host's to give.
        facts.Append(
            CultureInfo.InvariantCulture,
            $"\"request\":{{\"id\":\"approval\"{(Askers.Count == 0 ? "" : $",\"user\":{Text(Askers[0])}")}}},\"flagged\":false,");
        facts.Append(
            CultureInfo.InvariantCulture,
            $"\"approver\":{{\"kind\":\"{reviewer.Kind switch { ReviewerKind.Person => "person", ReviewerKind.Agent => "agent", _ => "service" }}\","
        );
        facts.Append(
            CultureInfo.InvariantCulture,
            $"\"id\":{Text(reviewer.Id)},\"roles\":[{string.Join(',', reviewer.Roles.Select(Text))}]}}}}");
        return facts.ToString();
    }

    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
