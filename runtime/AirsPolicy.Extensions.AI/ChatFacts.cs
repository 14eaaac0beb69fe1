using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace AirsPolicy.Extensions.AI;

/// <summary>What the application knows of a request: it stands among the facts of every decision on it.</summary>
public sealed record ChatFacts
{
    /// <summary>Nobody in particular asks.</summary>
    public static readonly ChatFacts None = new();

    /// <summary>Who asks, from authentication and never from the messages: <c>user.id</c>.</summary>
    public string? User { get; init; }

    /// <summary>Their roles: <c>user.roles</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Their groups, closed under inheritance: <c>user.groups</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Their language: <c>user.language</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The conversation: <c>session.id</c>. Null for <c>ChatOptions.ConversationId</c>.</summary>
    public string? Session { get; init; }

    /// <summary>The task of a workflow: <c>run.id</c>.</summary>
    public string? Run { get; init; }

    /// <summary>The agent that acts. A chat has none.</summary>
    public ChatAgent? Agent { get; init; }

    /// <summary>
    /// Facts that the policy declares, by name, and <c>sources</c> where the application has looked something up. Each is given at the
    /// points that know it. Any other that the client gives itself fails the decision.
    /// </summary>
    public IReadOnlyDictionary<string, JsonNode?> Declared { get; init; } = FrozenDictionary<string, JsonNode?>.Empty;
}
