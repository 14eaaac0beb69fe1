using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Cli.Reports;

/// <summary>An explanation as one JSON document: the decision in its own form, and every rule with every sub-expression.</summary>
internal static class ExplanationJson
{
    public static void Write(TextWriter output, Explanation explanation, StreamTimings timings) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("decision");
        DecisionJson.Write(json, explanation.Decision);
        json.WriteStartArray("rules");
        foreach (var rule in explanation.Rules)
            Write(json, rule, timings);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, RuleExplanation rule, StreamTimings timings)
    {
        json.WriteStartObject();
        json.WriteString("control", rule.Origin.Control);
        json.WriteString("file", rule.Origin.File);
        json.WriteNumber("line", rule.Origin.Line);
        json.WriteNumber("column", rule.Origin.Column);
        json.WriteBoolean("fired", rule.Matched is not null);
        json.WriteBoolean("detect", rule.Detect);
        if (timings.NameFor(rule.Origin) is { } timing)
            json.WriteString("acts", timing);
        if (rule.Refusal is { } refusal)
            DecisionJson.Write(json, refusal);
        if (rule.Matched?.Failure is { } failure)
            json.WriteString("failure", failure.Detail);
        json.WriteStartArray("evaluated");
        foreach (var expression in rule.Evaluated)
            Write(json, expression);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExpressionExplanation expression)
    {
        json.WriteStartObject();
        json.WriteString("text", expression.Text);
        if (expression.Name is not null)
            json.WriteString("name", expression.Name);
        if (expression.Fact is not null)
            json.WriteString("fact", expression.Fact);
        json.WriteString("state", expression.State switch
        {
            ExplanationState.Evaluated => "evaluated",
            ExplanationState.Absent => "absent",
            ExplanationState.Failed => "failed",
            _ => "not_evaluated",
        });
        if (expression.Value is not null)
            json.WriteString("value", expression.Value);
        if (expression.Limit is { } limit)
        {
            json.WriteStartObject("limit");
            json.WriteString("drawn", limit.Drawn);
            json.WriteString("draw", limit.Draw);
            json.WriteString("bound", limit.Bound);
            json.WriteString("allowed", limit.Allowed);
            json.WriteEndObject();
        }
        json.WriteBoolean("decided", expression.Decided);
        json.WriteStartArray("parts");
        foreach (var part in expression.Parts)
            Write(json, part);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
