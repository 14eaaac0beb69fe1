using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Analysis.Waivers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Cli.Assessing;

/// <summary>Something that a policy lacks for the tiers that its system comes to.</summary>
/// <param name="Tier">The tier that asks for it.</param>
/// <param name="Id">The id, or what is bounded.</param>
/// <param name="What">What is lacking.</param>
internal sealed record Lack(string Tier, string Id, string What)
{
    private static readonly DiagnosticDescriptor[] s_shown = [RequiredValueAnalysis.OutOfBounds, RequiredIdAnalysis.Missing];

    /// <summary>What a policy lacks, what every system needs first.</summary>
    public static ValueList<Lack> Of(Assessment assessment, PolicyAnalysis policy, DateOnly day)
    {
        var model = policy.Model!;
        var cover = new RequirementCover(
            model, day.DayNumber, new ClaimFaults(model, new RuleReach(model, day.DayNumber, new LeftOut())));
        var low = assessment.Answered
            .Select(scheme => (Scheme: scheme, Standing: StandingIn(model, scheme)))
            .Where(each => each.Standing is null || each.Standing.Tier < each.Scheme.Score.Most)
            .ToList();
        var standings = low.Select(each => new Lack(
            each.Scheme.Tier.Name, each.Scheme.Name,
            each.Standing is null
                ? "the system stands in no tier of this scheme"
                : $"the system stands in '{each.Standing.Written}' only"));
        var ids =
            from scheme in assessment.Answered
            from required in scheme.Ids
            let id = required.Required.Id
            where cover.TrulyMetBy(id) is null
                && !cover.WaiversOf(id).Any(waiver => waiver.Until >= day.DayNumber)
                && !(cover.InapplicableOf(id)?.Until >= day.DayNumber)
            select new Lack(required.Tier.Name, id, required.Required.Entry.Title);
        var bounds = policy.Diagnostics
            .Where(found => found.Descriptor == RequiredValueAnalysis.OutOfBounds)
            .Select(found => new Lack(found.Arguments[0], found.Arguments[1], found.Message));
        // Bounds of tiers above that in which the system stands are judged once it stands there.
        var later =
            from each in low
            from tier in each.Scheme.Scheme.Tiers.Take(each.Scheme.Score.Most + 1).Skip((each.Standing?.Tier ?? -1) + 1)
            from bound in tier.Values
            select new Lack(tier.Name, bound.Path, $"{(bound.IsLeast ? "at least" : "at most")} {bound.Text}; not judged yet");
        var others = policy.Diagnostics
            .Where(found => found.Severity == DiagnosticSeverity.Error && !s_shown.Contains(found.Descriptor))
            .Select(found => new Lack("", found.Descriptor.Code, found.Message));
        return [.. standings, .. ids, .. bounds, .. later, .. others];
    }

    private static StandingModel? StandingIn(PolicyModel model, AssessedScheme scheme) =>
        model.Governance.Standings.FirstOrDefault(standing => standing.Scheme == scheme.Scheme.Name);
}
