using System.Globalization;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>Decisions in a few words, for the message of a test that failed.</summary>
internal static class DecisionSummary
{
    /// <summary>The outcome, the message, and the rules that fired with their lines.</summary>
    public static string Of(Decision decision)
    {
        var said = decision.Message is { } message ? $" saying \"{message}\"" : "";
        var failed = decision.Failure is { } failure ? $", since the point failed ({failure.Detail.TrimEnd('.')})" : "";
        return $"{NameOf(decision.Outcome)}{said}{failed}; {Rules(decision)}";
    }

    /// <summary>The outcome as the language writes it.</summary>
    public static string NameOf(Outcome outcome) => Model.DecisionFacts.Outcome.Names[(int)outcome];

    private static string Rules(Decision decision)
    {
        var fired = decision
            .Fired.Select(rule => Rule(rule, "fired"))
            .Concat(decision.Detected.Select(rule => Rule(rule, "would have fired")))
            .ToList();
        return fired.Count == 0 ? "nothing fired" : string.Join("; ", fired);
    }

    private static string Rule(MatchedRule rule, string verb)
    {
        var outcome = rule.Effects.Select(e => e.Outcome).DefaultIfEmpty(Outcome.Allow).Max();
        var place =
            rule.Origin.File.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({rule.Origin.File}:{rule.Origin.Line})");
        var failed = rule.Failure is { } failure ? $" on error: {failure.Detail.TrimEnd('.')}" : "";
        var stands = string.Concat(rule.Effects.OfType<HaltedEffect>().Select(Since));
        return $"'{rule.Origin.Control}'{place} {verb} with {NameOf(outcome)}{stands}{failed}";
    }

    private static string Since(HaltedEffect halted)
    {
        var scope = halted.Scope.ToString().ToLowerInvariant();
        var end = halted.Until is { } until ? $"until {InstantText.Format(until)} or a person lifts it" : "until a person lifts it";
        return $" of the {scope} since {InstantText.Format(halted.Since)}, {end} at 'recovery'";
    }
}
