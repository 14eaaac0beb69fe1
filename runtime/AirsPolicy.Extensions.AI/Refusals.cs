using System.Globalization;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>What callers get in the place of what does not go on.</summary>
internal static class Refusals
{
    /// <summary>What the user is told.</summary>
    public static string Text(Exchange exchange, Verdict verdict) =>
        verdict.Decision.Message
            ?? (verdict.Waits is null ? exchange.Policy.Options.Refusal : exchange.Policy.Options.Waiting);

    /// <summary>A response that is valid and says nothing but that.</summary>
    public static ChatResponse Response(Exchange exchange, Verdict verdict) =>
        new(new ChatMessage(ChatRole.Assistant, Text(exchange, verdict)))
        {
            FinishReason = ChatFinishReason.ContentFilter,
            AdditionalProperties = Properties(exchange, verdict),
        };

    /// <summary>The end of a stream that says the same.</summary>
    public static ChatResponseUpdate Update(Exchange exchange, Verdict verdict, bool retracted)
    {
        var properties = Properties(exchange, verdict);
        if (retracted)
            properties[PolicyProperties.Retracted] = "true";
        // A message of its own: it does not go on from what was shown.
        return new ChatResponseUpdate(ChatRole.Assistant, Text(exchange, verdict))
        {
            MessageId = $"airs-{exchange.Id}",
            FinishReason = ChatFinishReason.ContentFilter,
            AdditionalProperties = properties,
        };
    }

    /// <summary>What is said of a decision.</summary>
    public static AdditionalPropertiesDictionary Properties(Exchange exchange, Verdict verdict)
    {
        var decision = verdict.Decision;
        var properties = new AdditionalPropertiesDictionary
        {
            [PolicyProperties.Request] = exchange.Id,
            [PolicyProperties.Point] = decision.Point,
            [PolicyProperties.Outcome] = Name(decision.Outcome),
            [PolicyProperties.Rules] = ChatPolicy.Rules(decision),
        };
        if (decision.Bundle is { } bundle)
            properties[PolicyProperties.Bundle] = bundle;
        if (FailureOf(decision) is { } failure)
            properties[PolicyProperties.Failure] = $"{failure.Kind}: {failure.Detail}";
        if (verdict.Waits is { } waits)
            properties[PolicyProperties.Waits] = waits.ToString(CultureInfo.InvariantCulture);
        return properties;
    }

    private static Failure? FailureOf(Decision decision)
    {
        if (decision.Failure is not null)
            return decision.Failure;
        var deciding = decision.Fired.Where(rule => rule.Effects.Any(effect => effect.Outcome == decision.Outcome)).ToList();
        return deciding.TrueForAll(rule => rule.Failure is not null) ? deciding.FirstOrDefault()?.Failure : null;
    }

    private static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Allow => "allow",
        Outcome.Flag => "flag",
        Outcome.Amend => "amend",
        Outcome.Hold => "hold",
        Outcome.Block => "block",
        _ => "halt",
    };
}
