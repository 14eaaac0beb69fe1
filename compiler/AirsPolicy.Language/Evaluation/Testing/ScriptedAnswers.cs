using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>What a test lets judges say of a request.</summary>
internal static class ScriptedAnswers
{
    /// <summary>The facts with what those judges say that the decision asks: one may be asked only once another has answered.</summary>
    /// <param name="facts">The facts without answers, as JSON text.</param>
    /// <param name="answers">What the judges of the test would say.</param>
    /// <param name="decide">The decision on facts.</param>
    /// <returns>The facts with answers, and the judges that nobody has asked.</returns>
    public static (string Facts, IReadOnlyList<ScriptedAnswer> Unasked) Give(
        string facts,
        ValueList<ScriptedAnswer> answers,
        Func<string, Decision> decide)
    {
        var waiting = answers.ToList();
        while (waiting.Count > 0)
        {
            var decision = decide(facts);
            var asked = waiting.FindAll(answer => Asks(decision, answer.Judge));
            if (asked.Count == 0)
                break;
            facts = GivenFacts.Insert(facts, [.. asked.SelectMany(Members)]);
            waiting.RemoveAll(asked.Contains);
        }
        return (facts, waiting);
    }

    private static bool Asks(Decision decision, string judge) =>
        decision.Fired.Concat(decision.Detected).Any(rule => rule.Effects.Contains(new EventEffect(EventAction.Ask, judge)));

    private static IEnumerable<string> Members(ScriptedAnswer answer) => answer.Json is { } json
        ? answer.Facts.Select(fact => $"{Quoted(fact)}:{json}")
        : [$"{Quoted(JudgeFact.Unanswered(answer.Judge))}:\"failed\""];

    private static string Quoted(string name) => System.Text.Json.JsonSerializer.Serialize(name, TextJson.Default.String);
}
