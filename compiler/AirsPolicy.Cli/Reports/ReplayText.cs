using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Reports;

/// <summary>A replayed trace for people: a line for each event, below it why.</summary>
internal static class ReplayText
{
    private const int MostOfOneText = 100;

    private static readonly string[] s_questions = ["count of ", "sum of ", "distinct of ", "mean of ", "deviation of "];

    public static void Write(Ink ink, IReadOnlyList<ReplayedEvent> events)
    {
        foreach (var replayed in events)
            Write(ink, replayed);
        var outcomes = events
            .GroupBy(replayed => replayed.Decision.Outcome)
            .OrderBy(group => group.Key)
            .Select(group => $"{Number(group.Count())} {OutcomeTone.Word(group.Key)}");
        if (events.Count > 0)
            ink.Line();
        ink.Write($"{Number(events.Count)} {(events.Count == 1 ? "event" : "events")}", Tone.Strong)
            .Line(events.Count == 0 ? "" : $": {string.Join(", ", outcomes)}");
        var differing = events.Where(replayed => replayed.Differs).Select(replayed => Number(replayed.Event.Line)).ToList();
        if (differing.Count > 0)
            ink.Line(
                $"decided otherwise than recorded: {(differing.Count == 1 ? "line" : "lines")} {string.Join(", ", differing)}",
                Tone.Warning);
    }

    private static void Write(Ink ink, ReplayedEvent replayed)
    {
        var decision = replayed.Decision;
        ink.Write($"{Number(replayed.Event.Line),4}  {InstantText.Format(replayed.Event.At)}  ", Tone.Faint);
        ink.Write(OutcomeTone.Word(decision.Outcome).PadRight(5), OutcomeTone.Of(decision.Outcome))
            .Write($"  {DisplayText.Visible(replayed.Event.Point)}{Tool(replayed)}");
        ink.Write(decision.Message is { } message ? $"  \"{DisplayText.Visible(message)}\"" : "");
        ink.Line(replayed.Differs ? $"  (recorded: {OutcomeTone.Word(replayed.Event.Outcome!.Value)})" : "", Tone.Warning);
        if (decision.Failure is { } failure)
            ink.Write("        the point failed: ", Tone.Bad).Line(DisplayText.Visible(failure.Detail));
        foreach (var rule in replayed.Explanation.Rules.Where(rule => rule.Matched is not null))
            Write(ink, rule);
    }

    private static void Write(Ink ink, RuleExplanation rule)
    {
        var outcome = rule.Matched!.Effects.Select(effect => effect.Outcome).DefaultIfEmpty(Outcome.Allow).Max();
        ink.Write($"        {(rule.Detect ? "would " : "")}{OutcomeTone.Word(outcome)} by {rule.Origin.Control}")
            .Line($" ({rule.Origin.File}:{Number(rule.Origin.Line)})", Tone.Faint);
        if (rule.Matched.Failure is { } failure)
            ink.Line($"          failed: {DisplayText.Visible(failure.Detail)}", Tone.Bad);
        if (rule.Matched.Refusal is { } refusal)
            ink.Line($"          {DisplayText.Visible(refusal.Reason)}");
        foreach (var condition in rule.Evaluated.Take(1))
        {
            if (rule.Refusal is null)
                ink.Line($"          {OnOneLine(condition.Text)}", Tone.Mark);
            foreach (var asked in Questions(condition).Distinct())
                ink.Line($"            {asked}", Tone.Faint);
        }
    }

    // What was asked of the past, with its answer: the rest can be read from the facts.
    private static IEnumerable<string> Questions(ExpressionExplanation condition)
    {
        if (condition.Value is { } value
            && condition.State == ExplanationState.Evaluated
            && IsQuestion(condition.Text)
            && value is not ("true" or "false"))
            yield return $"{OnOneLine(condition.Text)}  is {DisplayText.Visible(value)}";
        if (condition.Limit is { } limit)
            yield return limit.ToString();
        foreach (var asked in condition.Parts.Where(part => part.State != ExplanationState.NotEvaluated).SelectMany(Questions))
            yield return asked;
    }

    private static bool IsQuestion(string text) => s_questions.Any(begin => text.StartsWith(begin, StringComparison.Ordinal));

    private static string OnOneLine(string text)
    {
        var line = DisplayText.Visible(SourceLine.Of(text));
        return line.Length <= MostOfOneText ? line : $"{line[..MostOfOneText]}…";
    }

    private static string Tool(ReplayedEvent replayed) => replayed.Tool is { } tool ? $" {DisplayText.Visible(tool)}" : "";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
