using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What the system may do: its tools, its agents and the limits on both.</summary>
internal static class GrantsSection
{
    public static DossierSection Of(DossierSource source)
    {
        var model = source.Model;
        var blocks = Blocks.Table(
                "tools", "Tools: no others may be called", ["tool", "what it does", "class", "at a stop"],
                model.Tools.Select(tool => (IEnumerable<DossierCell>)
                [
                    DossierCell.Code(tool.WireName), DossierWords.OrNone(tool.Title),
                    tool.Class.Replace('_', ' '),
                    tool.OnStop is { } stop ? stop.Action.ToString().ToLowerInvariant() : DossierWords.None,
                ]))
            .Concat(Blocks.Table(
                "agents", "Agents", ["agent", "workflow", "model", "tools", "hands work to"],
                (model.Agents?.Agents ?? []).Select(agent => (IEnumerable<DossierCell>)
                [
                    DossierCell.Code(agent.WireName), DossierWords.OrNone(agent.Workflow), Models(agent),
                    DossierWords.List(agent.Grants.Tools), DossierWords.List(agent.DelegatesTo),
                ])))
            .Concat(Blocks.Table(
                "data", "Rows that rules look up", ["table", "rows", "found by", "columns"],
                model.Data.Select(table => (IEnumerable<DossierCell>)
                [
                    DossierCell.Code(table.Name), table.Columns[0].Values.Count.ToString("N0", CultureInfo.InvariantCulture),
                    DossierCell.Code(table.Columns[0].Name), DossierWords.List(table.Columns.Skip(1).Select(column => column.Name)),
                ])))
            .Concat(Blocks.Table(
                "limits", "Limits", ["limit", "what it bounds", "at", "what it allows", "for each", "within", "mode"],
                model.Limits.Where(limit => limit.Draws.Count > 0).Select(limit => (IEnumerable<DossierCell>)
                [
                    DossierCell.Code(limit.Id), DossierWords.OrNone(limit.Title),
                    DossierWords.List(limit.Draws.Select(draw => draw.Point).Distinct(StringComparer.Ordinal)),
                    DossierCell.Code(Quotes(source, limit.Draws.Select(draw => draw.Value))),
                    limit.Draws[0].Keys.Count == 0 ? "all together" : DossierCell.Code(Quotes(source, limit.Draws[0].Keys)),
                    limit.Within == 0 ? "as long as its key lives" : DossierWords.Duration(limit.Within),
                    Blocks.Enforced(IsEnforced(source, limit), "tried out"),
                ])))
            .ToValueList();
        return new DossierSection("grants", "What the system may do", DossierView.Auditor | DossierView.Engineer,
            blocks.Count == 0 ? [new ProseBlock("The policy declares no tool, agent or limit.")] : blocks);
    }

    private static string Models(AgentModel agent) => agent.Models is not { } models ? "that of the system"
        : models.Provider is { } provider ? $"{DossierWords.List(models.Names)} from {provider}"
        : DossierWords.List(models.Names);

    private static string Quotes(DossierSource source, IEnumerable<Expression> expressions) => DossierWords.List(
        expressions.Select(expression => DossierWords.Quote(source.Texts, expression)).Distinct(StringComparer.Ordinal));

    private static bool IsEnforced(DossierSource source, LimitModel limit) => source.Model.Controls
        .Where(control => control.Id == limit.Control).All(control => Enforcement.IsEnforced(control, source.Day.DayNumber));
}
