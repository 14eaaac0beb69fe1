using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Reports;

/// <summary>An explanation for people: the decision, each rule with what decided in it, those that fired first.</summary>
internal static class ExplanationText
{
    public static void Write(Ink ink, Explanation explanation, StreamTimings timings)
    {
        var decision = explanation.Decision;
        ink.Write(OutcomeTone.Word(decision.Outcome), OutcomeTone.Of(decision.Outcome)).Write($" at {decision.Point}");
        ink.Line(decision.Message is { } message ? $": \"{DisplayText.Visible(message)}\"" : "");
        if (decision.Failure is { } failure)
            ink.Write("  the point failed: ", Tone.Bad).Line(DisplayText.Visible(failure.Detail));
        if (decision.Failure is null && explanation.Rules.Count == 0)
            ink.Line("  no rule stands there");
        foreach (var rule in explanation.Rules.OrderBy(rule => rule.Matched is null))
            Write(ink, rule, timings);
    }

    private static void Write(Ink ink, RuleExplanation rule, StreamTimings timings)
    {
        ink.Line();
        ink.Write(rule.Origin.Control, Tone.Strong)
            .Write($"  {rule.Origin.File}:{rule.Origin.Line}:{rule.Origin.Column}", Tone.Faint)
            .Write("  ");
        WriteVerdict(ink, rule);
        if (timings.WordsFor(rule.Origin) is { } words)
            ink.Line("  " + words, Tone.Faint);
        if (rule.Refusal is not null)
            WriteRefusal(ink, rule);
        foreach (var expression in rule.Refusal is null ? rule.Evaluated : [])
            Write(ink, expression, 1);
    }

    // Nobody has written the condition, so that its parts say nothing to anybody.
    private static void WriteRefusal(Ink ink, RuleExplanation rule)
    {
        if (rule.Matched?.Refusal is { } refusal)
            ink.Line("  " + DisplayText.Visible(refusal.Reason));
        foreach (var expression in rule.Evaluated.Where(expression => expression.Limit is not null))
            Write(ink, expression, 1);
    }

    private static void WriteVerdict(Ink ink, RuleExplanation rule)
    {
        if (rule.Matched is not { } matched)
        {
            ink.Line("did not fire", Tone.Faint);
            return;
        }

        var outcome = matched.Effects.Select(effect => effect.Outcome).DefaultIfEmpty(Outcome.Allow).Max();
        ink.Write(
                rule.Detect ? "would fire: "
                : matched.Failure is null ? "fired: "
                : "failed: ")
            .Line(OutcomeTone.Word(outcome), OutcomeTone.Of(outcome));
        if (matched.Failure is { } failure)
            ink.Line("  " + DisplayText.Visible(failure.Detail), Tone.Bad);
    }

    private static void Write(Ink ink, ExpressionExplanation expression, int depth)
    {
        if (!expression.Decided)
            return;
        var name = expression.Name is { } let ? let + " = " : "";
        ink.Write(new string(' ', depth * 2) + DisplayText.Visible(name + SourceLine.Of(expression.Text)));
        ink.Write(
            expression.State switch
            {
                ExplanationState.Absent => "  is absent",
                ExplanationState.Failed => "  failed: ",
                _ => "  is ",
            },
            Tone.Faint);
        ink.Write(
            expression.Value is { } value ? DisplayText.Visible(value) : "",
            expression.State == ExplanationState.Failed ? Tone.Bad : Tone.Mark);
        ink.Line(expression.Limit is { } limit ? $": {limit}" : "", Tone.Faint);
        foreach (var part in expression.Parts)
            Write(ink, part, depth + 1);
    }
}
