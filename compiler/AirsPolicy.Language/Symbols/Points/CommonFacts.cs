using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using static AirsPolicy.Language.Symbols.Points.FactShapes;

namespace AirsPolicy.Language.Symbols.Points;

/// <summary>The facts that every decision point has.</summary>
internal static class CommonFacts
{
    public static ValueList<PointFact> All { get; } =
    [
        new(
            "request",
            Record(Member("id", TextValue), Member("user", TextValue, optional: true)),
            "The request at hand; its id is made by the host.",
            TestValue: """{"id":"test-request"}""",
            OfRuntime: ["id"]),
        new(
            "now",
            Runtime.Facts.Shapes.InstantShape.Instance,
            "The time of the decision, from the host's clock, which never runs back.",
            Giver: FactGiver.Runtime),
        new("today", Runtime.Facts.Shapes.DateShape.Instance, "The day of the decision in the system's zone.", Giver: FactGiver.Runtime),
        new("time_of_day", Duration, "What a clock on the wall shows in the system's zone, from 0s to below 24h.", Giver: FactGiver.Runtime),
        new(
            "user",
            Record(Member("id", TextValue), Member("roles", Texts), Member("groups", Texts), Member("language", TextValue, optional: true)),
            "Who asks, as the host knows them; groups are closed under inheritance.",
            TestValue: """{"id":"test-user","roles":[],"groups":[]}"""
        ),
        new(
            "agent",
            Record(
                Member("id", TextValue),
                Member("kind", TextValue),
                Member("chain", Texts),
                Member("depth", Int),
                Member("scope", Texts)),
            "The agent that acts, and who it acts for.",
            TestValue: """{"id":"test-agent","kind":"task","chain":[],"depth":0,"scope":[]}""",
            Giver: FactGiver.SomeHosts),
        new(
            "session",
            Record(
                Member("id", TextValue),
                Member("age", Duration),
                Member("idle", Duration),
                Member("turns", Int),
                Member("context_used", Share, optional: true),
                Member("transcript", TextValue, optional: true),
                Member("labels", Texts)),
            "The conversation so far.",
            TestValue: """{"id":"test-session","age":0,"idle":0,"turns":1,"labels":[]}"""
        ),
        new(
            "run",
            Record(
                Member("id", TextValue),
                Member("elapsed", Duration),
                Member("failed", Bool),
                Member("followed", Bool),
                Member("missing", Texts)),
            "The run of a workflow.",
            TestValue: """{"id":"test-run","elapsed":0,"failed":false,"followed":true,"missing":[]}""",
            Giver: FactGiver.SomeHosts),
        new(
            "pace",
            Record(
                Member("guardrail", PaceState),
                Member("judge", PaceState),
                Member("human", PaceState),
                Member("system", PaceState),
                Member("age", Duration),
                Member("layers_at_emergency", Int),
                Member("silent", Duration, optional: true)),
            "The state of each layer and of the system, how long ago that of the system has changed, how many layers are at emergency, " +
            "and how long ago the last signal was; what the charts of the policy say stands over what the host says.",
            TestValue: """{"guardrail":"primary","judge":"primary","human":"primary","system":"primary","age":0,"layers_at_emergency":0}""",
            Giver: FactGiver.SomeHosts),
        new("flagged", Bool, "Some control has flagged this request at an earlier point.", TestValue: "false"),
        new("approvals", List(Record(Member("queue", TextValue), Member("by", TextValue))),
            "Who has approved this content, bound to its digest.", TestValue: "[]", Giver: FactGiver.Runtime),
    ];

    /// <summary>The system, which every point has too. A rule reads of it how severe the use case is, as <c>tier</c>.</summary>
    public static PointFact System { get; } =
        new(
            "system",
            Record(Member("name", TextValue), Member("tier", FactShapes.Tier), Member("model", TextValue)),
            "The AI system that the request is for; where it does not say how severe the use case is, the highest tier counts.",
            OfRuntime: ["tier"]);

    /// <summary>The facts that tell when a decision is made: one moment, seen in three ways.</summary>
    internal static ValueList<string> Times { get; } = ["now", "today", "time_of_day"];

    /// <summary>The facts that hosts of agents give together; a chat has neither.</summary>
    internal static ValueList<string> OfAgents { get; } = ["agent", "run"];

    /// <summary>
    /// What a policy test takes for the members that it leaves out of a fact that only some hosts give; null for other facts.
    /// </summary>
    internal static JsonNode? TestValueOfSomeHosts(string name, string point) =>
        All.FirstOrDefault(fact => fact.Name == name && fact.GiverAt(point) == FactGiver.SomeHosts)?.TestValue is { } value
            ? JsonNode.Parse(value)
            : null;
}
