using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Model.Governance;

namespace AirsPolicy.Cli.Assessing;

/// <summary>An assessment for people: the tier of each scheme with its reasons, then what it requires or what a policy lacks.</summary>
internal static class AssessmentText
{
    public static void Write(Ink ink, Assessment assessment, IReadOnlyCollection<Lack>? lacks)
    {
        ink.Line(DisplayText.Visible(assessment.System.Title), Tone.Strong);
        foreach (var scheme in assessment.Answered)
            Write(ink, scheme);
        if (lacks is null)
            Requirements(ink, assessment);
        else
            Lacking(ink, lacks);
    }

    private static void Write(Ink ink, AssessedScheme scheme)
    {
        var ladder = scheme.Scheme;
        ink.Line();
        ink.Write($"{ladder.Title ?? scheme.Name}: ").Write(scheme.Tier.Title ?? scheme.Tier.Name, Tone.Strong)
            .Line(string.Create(CultureInfo.InvariantCulture, $", with a score of {scheme.Points}"));
        foreach (var rule in scheme.Score.Counted)
            ink.Line($"  {SchemeRuleText.Of(ladder, rule),-16} {rule.Because}");
        foreach (var rule in scheme.Score.Unknown)
            ink.Line($"  {"not known",-16} {rule.Because}: {SchemeRuleText.Of(ladder, rule)} if so", Tone.Warning);
        foreach (var lane in scheme.Left)
        {
            var why = lane.Failing.Count == 0
                ? ": something raises the tier."
                : $", since this does not hold or is not known: {string.Join("; ", lane.Failing)}.";
            ink.Line($"  {lane.Tier.Title ?? lane.Tier.Name} is no choice{why}", Tone.Faint);
        }
    }

    private static void Requirements(Ink ink, Assessment assessment)
    {
        foreach (var scheme in assessment.Answered.Where(scheme => scheme.Ids.Any()))
        {
            ink.Line();
            ink.Line($"What {scheme.Name}.{scheme.Tier.Name} requires, what every system needs first:", Tone.Strong);
            if (assessment.System.IsConsumed)
                Parted(ink, scheme);
            else
                Ids(ink, scheme.Ids);
            foreach (var bound in scheme.Scheme.Tiers.Take(scheme.Score.Most + 1).SelectMany(tier => tier.Values).Reverse()
                .DistinctBy(bound => (bound.Path, bound.IsLeast, bound.Value.Value as string)).Reverse())
                ink.Line($"  {bound.Path} {(bound.IsLeast ? "at least" : "at most")} {bound.Text}");
        }
        if (assessment.System.IsConsumed)
            Asked(ink);
    }

    private static void Ids(Ink ink, IEnumerable<(TierModel Tier, RequiredIdModel Required)> ids)
    {
        foreach (var (tier, required) in ids)
            ink.Line($"  {required.Id,-10} {required.Entry.Title}{Carrier(required)}  ({tier.Name})");
    }

    private static void Parted(Ink ink, AssessedScheme scheme)
    {
        foreach (var part in scheme.Ids.GroupBy(each => ConsumedSystem.IsInFront(each.Required)).OrderByDescending(part => part.Key))
        {
            ink.Line(
                part.Key
                    ? "In front of it, by a policy at a gateway of yours:"
                    : "Inside it, shown by its maker in a contract, an attestation or a report:");
            Ids(ink, part);
        }
        ink.Line("Bounds of a policy at a gateway; its maker shows the same of what is inside:");
    }

    private static void Asked(Ink ink)
    {
        ink.Line();
        ink.Line("What its maker is asked beside that, with the autonomy of agents from which on the framework asks it:", Tone.Strong);
        foreach (var entry in ConsumedSystem.Asked)
            ink.Line($"  {entry.Id,-10} {entry.Title}  ({entry.From})");
    }

    // What no decision point decides somebody has to do outside of the policy.
    private static string Carrier(RequiredIdModel required) =>
        required.Entry.Points.Count == 0 && required.Entry.By.Count == 0 ? " [keep evidence]" : "";

    private static void Lacking(Ink ink, IReadOnlyCollection<Lack> lacks)
    {
        ink.Line();
        if (lacks.Count == 0)
        {
            ink.Write("ok", Tone.Good).Line(": the policy lacks nothing that its tiers require");
            return;
        }
        ink.Line("What the policy lacks, what every system needs first:", Tone.Strong);
        foreach (var lack in lacks)
            ink.Write($"  {lack.Tier,-10} ", Tone.Faint).Write($"{lack.Id,-12} ", Tone.Strong).Line(lack.What);
    }
}
