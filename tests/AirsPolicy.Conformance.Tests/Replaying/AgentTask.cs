using System.Globalization;
using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Detecting;

namespace AirsPolicy.Conformance.Tests.Replaying;

/// <summary>A task of a suite of AgentDojo with the calls that fulfil it, or an injection with the calls that it wants.</summary>
internal sealed record AgentTask(string Id, string Suite, string Text, bool IsInjection, IReadOnlyList<AgentCall> Calls)
{
    public const string FileName = "agentdojo_tasks.jsonl";

    /// <summary>Whether its number in the suite is even. The policies were written for these, and the others are looked at apart.</summary>
    public bool IsEven => int.Parse(Id[(Id.LastIndexOf("Task", StringComparison.Ordinal) + 4)..], CultureInfo.InvariantCulture) % 2 == 0;

    public static IReadOnlyList<AgentTask> Read() =>
        [.. File.ReadLines(LabelledRowsFactAttribute.PathOf(FileName)).Select(line => Of(JsonNode.Parse(line)!))];

    private static AgentTask Of(JsonNode row)
    {
        var text = row["text"]!.GetValue<string>();
        var calls = row["calls"]!.AsArray().Select((call, place) => new AgentCall(
            call!["function"]!.GetValue<string>(),
            new FilledArguments(text, place).Of(call["args"]!.AsObject())));
        return new AgentTask(
            row["id"]!.GetValue<string>(),
            row["suite"]!.GetValue<string>(),
            text,
            row["label"]!.GetValue<string>() == "attack",
            [.. calls]);
    }
}
