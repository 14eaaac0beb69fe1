using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>The controls by what they do: how many, and each.</summary>
internal static class ControlsSection
{
    public static IEnumerable<DossierSection> Of(DossierSource source)
    {
        var roles = new ControlRoles(source.Model, source.Day);
        var byRole = source.Model.Controls.ToLookup(roles.RoleOf);
        yield return new DossierSection("layers", "Layers", DossierView.Board,
        [
            new FiguresBlock(Enum.GetValues<ControlRole>().Select(role =>
            {
                var inForce = byRole[role].Count(control => IsEnforced(source, control));
                return new DossierFigure(
                    ControlRoles.Names[(int)role], inForce.ToString(CultureInfo.InvariantCulture),
                    DossierWords.TriedOut(byRole[role].Count() - inForce),
                    inForce == 0 ? DossierState.Partial : DossierState.Plain);
            }).ToValueList()),
        ]);
        yield return new DossierSection("controls", "Controls", DossierView.Auditor | DossierView.Engineer,
            Enum.GetValues<ControlRole>().SelectMany(role => Blocks.Table(
                $"controls_{role.ToString().ToLowerInvariant()}", ControlRoles.Names[(int)role],
                ["control", "what it does", "stands at", "goes up to", "claims", "mode"],
                byRole[role].Select(control => Row(source, roles, control)))).ToValueList());
    }

    private static IEnumerable<DossierCell> Row(DossierSource source, ControlRoles roles, ControlModel control) =>
    [
        DossierCell.Code(control.Id),
        DossierWords.OrNone(control.Title),
        DossierWords.List(control.Placements.Select(placement => placement.Point).Distinct(StringComparer.Ordinal)),
        roles.StrongestOf(control) is { } outcome ? DecisionFacts.Outcome.Names[(int)outcome] : DossierWords.None,
        DossierWords.List(control.Satisfies.Concat(control.Mitigates)),
        Blocks.Enforced(
            IsEnforced(source, control),
            control.Detect?.Until is { } until ? $"tried out until {DossierWords.Day(until)}" : "tried out"),
    ];

    private static bool IsEnforced(DossierSource source, ControlModel control) => Enforcement.IsEnforced(control, source.Day.DayNumber);
}
