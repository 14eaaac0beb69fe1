using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>
/// What has happened before a request that is made up: the user has said every text in it. A rule that pays nobody whom the user has not
/// named would hide what all other rules do.
/// </summary>
internal static class SaidPast
{
    /// <summary>The past; empty where a policy does not ask where anything came from.</summary>
    public static EventTrace Of(PolicyInterpreter interpreter, JsonObject facts)
    {
        if (interpreter.Model.Contents.Count == 0)
            return new EventTrace(interpreter);
        var input = new JsonObject
        {
            ["input"] = new JsonObject { ["text"] = Said(facts), ["source"] = "user" },
            ["session"] = facts["session"]?.DeepClone(),
        };
        var past = new EventTrace(interpreter);
        past.Record(
            PointNames.Input,
            input.ToJsonString(WireJson.Options),
            new Decision { Point = PointNames.Input, Outcome = Outcome.Allow },
            VirtualClock.Start.Ticks);
        return past;
    }

    /// <summary>Every text of a request.</summary>
    public static string Said(JsonObject facts) => string.Join('\n', Texts(facts));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
