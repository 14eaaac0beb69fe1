using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Testing;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What the system is, who answers for it, and the figures that are read first.</summary>
internal static class SubjectSection
{
    public static DossierSection Of(DossierSource source)
    {
        var (model, system) = (source.Model, source.Model.System!);
        var account = model.Governance.Accounts.FirstOrDefault(account => account.Declaration == system.Name);
        var isPast = account?.Review < source.Day.DayNumber;
        return new DossierSection("summary", "At a glance", DossierView.All,
        [
            new FiguresBlock(Figures(source).ToValueList()),
            new ListBlock(
            [
                new("System", system.Title ?? system.Name),
                new("Policy", $"{model.Name} {model.Version}".TrimEnd()),
                new("Owner", DossierWords.OrNone(system.Owner)),
                new("Approved by", DossierWords.OrNone(account?.ApprovedBy)),
                new("In effect from", DossierWords.Day(account?.Effective)),
                new(
                    "To be reviewed by", DossierWords.Day(account?.Review), isPast ? "this day is past" : null,
                    isPast ? DossierState.Bad : default),
                new("Models", DossierWords.List(system.Models), system.Provider is null ? null : $"of {system.Provider}"),
                new("Answers that stream", system.Stream),
            ]),
        ]);
    }

    private static IEnumerable<DossierFigure> Figures(DossierSource source)
    {
        var (model, tests) = (source.Model, source.Tests);
        foreach (var standing in model.Governance.Standings)
        {
            var scheme = model.Governance.Schemes.First(scheme => scheme.Name == standing.Scheme);
            var score = SchemeScore.Of(scheme, standing.Profile);
            yield return standing.Tier >= score.Most
                ? new("Tier", standing.Written, standing.Because)
                : new(
                    "Tier", standing.Written, $"the profile comes to '{scheme.Tiers[score.Most].Name}'",
                    standing.Tier < score.Least ? DossierState.Bad : DossierState.Partial);
        }
        if (model.Governance.Standings.Count == 0)
            yield return new("Tier", "none", "the system stands in no tier", DossierState.Bad);
        var required = RequiredRows.Of(source);
        if (required.Count > 0)
        {
            var met = required.Count(row => row.State == DossierState.Good);
            yield return new(
                "Requirements of the tier", $"{met} of {required.Count}",
                met == required.Count ? "all are met" : $"{required.Count - met} are not met by something in force",
                required.Any(row => row.State == DossierState.Bad) ? DossierState.Bad
                    : met < required.Count ? DossierState.Partial : DossierState.Good);
        }
        var trial = model.Controls.Count(control => !Enforcement.IsEnforced(control, source.Day.DayNumber));
        yield return new(
            "Controls in force", Number(model.Controls.Count - trial), DossierWords.TriedOut(trial));
        var waivers = model.Governance.Waivers.Count(waiver => waiver.Until >= source.Day.DayNumber);
        var ended = model.Governance.Waivers.Count - waivers;
        yield return new(
            "Waivers", Number(waivers), ended == 0 ? null : $"{Number(ended)} more ended before this day",
            ended > 0 ? DossierState.Bad : waivers == 0 ? DossierState.Good : DossierState.Partial);
        var (failed, gaps) = (tests.Count(TestVerdict.Failed), tests.Count(TestVerdict.KnownGap));
        yield return new(
            "Tests", $"{tests.Count(TestVerdict.Passed)} of {tests.Results.Length}",
            failed > 0 ? $"{Number(failed)} failed"
                : tests.Results.IsEmpty ? "nothing is tested"
                : gaps > 0 ? $"passed; {Number(gaps)} known not to hold" : "passed",
            failed > 0 || tests.Results.IsEmpty ? DossierState.Bad : gaps > 0 ? DossierState.Partial : DossierState.Good);
        var errors = source.Analysis.Diagnostics.Count(found => found.Severity == DiagnosticSeverity.Error);
        if (errors > 0)
            yield return new("Errors", Number(errors), "no bundle can be built", DossierState.Bad);
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
