using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Cli.Reports;

/// <summary>A decision as <c>airs eval</c> writes it: its one JSON form and, behind it, the texts that go on changed.</summary>
internal static class DecisionReport
{
    public static void Write(TextWriter output, Decision decision, string facts) => JsonOutput.Write(output, json =>
    {
        using var document = JsonDocument.Parse(DecisionJson.ToText(decision));
        json.WriteStartObject();
        foreach (var member in document.RootElement.EnumerateObject())
            member.WriteTo(json);
        var texts = AmendedTexts.Of(decision, facts).ToList();
        if (texts.Count > 0)
        {
            json.WriteStartObject("amended");
            foreach (var (pointer, text) in texts)
                json.WriteString(pointer, text);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    });
}
