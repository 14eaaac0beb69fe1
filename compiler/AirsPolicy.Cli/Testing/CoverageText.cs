using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Testing;

/// <summary>What tests have seen of a policy, for people: three figures, and what is missing with its line.</summary>
internal sealed class CoverageText(Ink ink, SourceIndex sources)
{
    public void Write(PolicyCoverage coverage)
    {
        if (coverage.Controls.Count == 0)
            return;
        ink.Write("  coverage  ", Tone.Strong)
            .Line(
                $"controls {Count(coverage.OfControls)}, rules {Count(coverage.OfRules)}, conditions {Count(coverage.OfConditions)}",
                Full(coverage) ? Tone.Good : Tone.Plain);
        var shown = new HashSet<SourcePlace>();
        foreach (var control in coverage.Controls)
        {
            foreach (var rule in control.Rules)
            {
                if (rule.Matched == 0)
                    Missing(
                        rule.Place,
                        rule.Asked == 0 ? $"a rule of '{control.Id}' that no test asks" : $"a rule of '{control.Id}' that never matches");
                // Of a rule that is not asked its conditions are not either, which need not be said of each.
                foreach (
                    var condition in rule.Asked == 0
                        ? []
                        : rule.Conditions.Where(condition => condition.Sides < 2 && shown.Add(condition.Place)))
                    Missing(
                        condition.Place,
                        condition.Sides == 0 ? "is never asked"
                            : condition.Held == 0 ? "never holds"
                            : "always holds");
            }
        }
    }

    /// <summary>A share as people read it, never rounded up to the whole.</summary>
    public static string Share(CoverageCount count) =>
        (Math.Floor(count.Share * 1000) / 1000).ToString("0.#%", CultureInfo.InvariantCulture);

    /// <summary>"9 of 10 (90%)".</summary>
    public static string Count(CoverageCount count) => $"{count.Covered} of {count.All} ({Share(count)})";

    private static bool Full(PolicyCoverage coverage) => coverage.OfRules.Share >= 1 && coverage.OfConditions.Share >= 1;

    private void Missing(SourcePlace place, string what)
    {
        var at = sources.Find(place);
        ink.Write(
                "    " + (at is var (source, span) ? TextReport.Place(source, span) : $"{place.File}:{place.Line}:{place.Column}"),
                Tone.Strong)
            .Line($": {(what.StartsWith('a') && at is not null && what[1] == ' ' ? what : Quoted(at, what))}", Tone.Warning);
    }

    private static string Quoted((Language.Text.SourceText Source, AirsPolicy.Text.TextSpan Span)? at, string what) =>
        at is var (source, span) ? $"'{SourceWords.Of(source, span)}' {what}" : what;
}
