using System.Text.Json.Nodes;
using AirsPolicy.Language.Reasoning.Proofs;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Reasoning.Judges;

/// <summary>Answers of judges as they are written in policies.</summary>
internal static class AnswerText
{
    /// <summary>What an answer says of some members (<c>{ verdict: escalate }</c>).</summary>
    public static string Of(JsonObject answer, RecordShape returns, IReadOnlyList<ShapeMember> members)
    {
        var said = new JsonObject(
            answer
                .Where(member => members.Any(read => read.WireName == member.Key))
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        return Of(said, returns);
    }

    /// <summary>A value.</summary>
    public static string Of(JsonNode value, Shape shape) => TestFactsText.Text(value, shape);
}
