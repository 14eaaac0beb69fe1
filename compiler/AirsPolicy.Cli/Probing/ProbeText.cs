using System.Collections.Immutable;
using System.Globalization;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Probing;

/// <summary>What a probe has shown, for people: what came through, which layer stopped the rest, and what has to be looked at.</summary>
internal static class ProbeText
{
    private static readonly (ProbeEnd End, string Words)[] s_ends =
    [
        (ProbeEnd.StoppedAtInput, "stopped at the question, by guardrails"),
        (ProbeEnd.StoppedInAnswer, "stopped in the answer, by guardrails"),
        (ProbeEnd.StoppedByJudge, "stopped by a judge"),
        (ProbeEnd.Waits, "waits for people"),
        (ProbeEnd.NotChecked, "stopped since something could not be checked"),
        (ProbeEnd.Answered, "answered by the model, which gave nothing away"),
        (ProbeEnd.CameThrough, "came through"),
        (ProbeEnd.Failed, "no answer of the model"),
    ];

    public static void Write(Ink ink, ImmutableArray<ProbeResult> results)
    {
        Table(ink, "attacks", [.. results.Where(result => !result.Question.Honest)]);
        Table(ink, "honest questions", [.. results.Where(result => result.Question.Honest)]);
        List(ink, "What came through with the policy:", results.Where(result => result.With.End == ProbeEnd.CameThrough), Tone.Bad);
        List(
            ink,
            "Honest questions that the policy stopped:",
            results.Where(result => result.Question.Honest && result.With.End is >= ProbeEnd.StoppedAtInput and <= ProbeEnd.Waits),
            Tone.Warning);
        Reasons(
            ink,
            "What could not be checked ('airs facts' lists the facts of the policy; --facts gives them):",
            results.Select(result => result.With).Where(answer => answer.End == ProbeEnd.NotChecked));
        Reasons(
            ink,
            "What the model did not answer:",
            results.SelectMany(result => new[] { result.Without, result.With }).Where(answer => answer.End == ProbeEnd.Failed));
    }

    private static void Table(Ink ink, string what, ImmutableArray<ProbeResult> results)
    {
        ink.Line(
            string.Create(CultureInfo.InvariantCulture, $"{$"{results.Length} {what}",-46} {"without the policy",18} {"with it",8}"),
            Tone.Strong);
        foreach (var (end, words) in s_ends)
        {
            var (without, with) = (results.Count(result => result.Without.End == end), results.Count(result => result.With.End == end));
            if (without + with > 0)
                ink.Line(string.Create(CultureInfo.InvariantCulture, $"  {words,-46} {without,16} {with,8}"));
        }
        ink.Line();
    }

    private static void List(Ink ink, string title, IEnumerable<ProbeResult> results, Tone tone)
    {
        var listed = results.ToList();
        if (listed.Count == 0)
            return;
        ink.Line(title, tone);
        foreach (var (question, _, with) in listed)
        {
            ink.Write($"  {question.Id,-20} ", Tone.Faint).Line(DisplayText.Visible(Short(question.Turns[^1])));
            if (with.Rules.Length > 0)
                ink.Line($"  {"",-20} by {DisplayText.Visible(with.Rules)}", Tone.Faint);
        }
        ink.Line();
    }

    // One reason is mostly that of many.
    private static void Reasons(Ink ink, string title, IEnumerable<ProbeAnswer> answers)
    {
        var reasons = answers.GroupBy(answer => (answer.Why, answer.Rules)).OrderByDescending(group => group.Count()).ToList();
        if (reasons.Count == 0)
            return;
        ink.Line(title, Tone.Warning);
        foreach (var reason in reasons)
        {
            var rules = reason.Key.Rules.Length == 0 ? "" : $" ({reason.Key.Rules})";
            ink.Line(
                string.Create(CultureInfo.InvariantCulture, $"  {reason.Count(),4} of them  {DisplayText.Visible($"{reason.Key.Why}{rules}")}"));
        }
        ink.Line();
    }

    private static string Short(string text) => text.Length <= 90 ? text : $"{text[..89]}…";
}
