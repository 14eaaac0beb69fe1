using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>What people say of what waits: rightly and wrongly, by those who may and those who may not.</summary>
internal sealed class ReviewDraw(Random random)
{
    private static readonly string[] s_people = ["ann", "bob", "cat", "dan", "eve", ""];

    /// <summary>The word of somebody, which counts or does not.</summary>
    public Review Any(HeldRequest request)
    {
        var queue = request.Queues[random.Next(request.Queues.Count)];
        ValueList<string> roles =
            Chance(75) ? queue.Reviewers
            : queue.HandsOn.Count > 0 ? queue.HandsOn[random.Next(queue.HandsOn.Count)].Roles
            : ["clerk"];
        var id =
            Chance(15) && request.Askers.Count > 0
                ? request.Askers[random.Next(request.Askers.Count)]
                : s_people[random.Next(s_people.Length)];
        return new Review(
            Chance(90) ? queue.Name : "people",
            new Reviewer(
                id,
                Chance(85) ? ReviewerKind.Person
                    : random.Next(2) == 0 ? ReviewerKind.Agent
                    : ReviewerKind.Service,
                roles),
            Chance(85) ? request.Digest : new string('0', 64),
            Chance(95));
    }

    /// <summary>The word of somebody who may decide, and has not approved it.</summary>
    public static Review Right(HeldRequest request, AskedPeople queue, int number, bool approves) =>
        new(queue.Name, new Reviewer($"reviewer-{number}", ReviewerKind.Person, queue.Reviewers), request.Digest, approves);

    /// <summary>How many words are said in vain.</summary>
    public int Words() => random.Next(4);

    /// <summary>The facts on which it is decided again: the time has gone on, and now and then something else is asked for.</summary>
    /// <param name="others">The facts of other requests at the point.</param>
    public string Facts(string facts, long now, IReadOnlyList<string> others)
    {
        var chosen = others.Count > 0 && Chance(25) ? others[random.Next(others.Count)] : facts;
        try
        {
            if (JsonNode.Parse(chosen) is not JsonObject changed)
                return facts;
            changed["now"] = InstantText.Format(now);
            return changed.ToJsonString();
        }
        // What cannot be read cannot be changed either, and is refused.
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return chosen;
        }
    }

    public bool Chance(int percent) => random.Next(100) < percent;
}
