using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Compiler.Planning.Past;
using AirsPolicy.Compiler.Planning.Rules;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning;

/// <summary>Lowers a policy model to the plan of its program.</summary>
internal static class PolicyPlanner
{
    /// <summary>The plan. The same model always gives the same plan.</summary>
    public static PolicyPlan Plan(PolicyModel model)
    {
        var parts = new ProgramParts(
            model.Detectors,
            model.Contents.Count == 0 ? [] : OriginKinds.Shape(model.Labels.Select(label => label.Name)).Names,
            model.Aggregates.Select(aggregate => aggregate.Order?.Compile()).ToValueList(),
            model.Providers,
            model.Data)
        {
            HoldsRuns = model.Agents?.Runs.Count > 0,
        };
        var stream = new StreamPlanner(model);
        var standing = model
            .Controls.SelectMany(
                (control, number) => control.Placements.Select(placement => (Control: control, Number: number, Placement: placement)))
            .ToLookup(entry => entry.Placement.Point, StringComparer.Ordinal);
        var points = model
            .Layouts.Select((layout, point) => PointPlanner.Plan(point, layout, standing[layout.Point], parts, stream))
            .ToList();
        var past = new PastPlanner(model, parts);
        var (aggregates, limits) = (past.Aggregates(), past.Limits());
        var contents = new ContentPlanner(model, parts).Contents();
        var streaming = stream.Table(parts);
        var pace = new PacePlanner(model, parts);
        var (charts, breakers) = (pace.Charts(), pace.Breakers());
        var tables = new ProgramTables(
            points.Select(point => point.Table).ToValueList(),
            model.Controls.Select(Table).ToValueList(),
            parts.Rules,
            parts.Required,
            parts.Indexes,
            parts.Entries.Count,
            parts.Blocks.Count,
            parts.Detectors,
            parts.Patterns,
            parts.Shapes,
            parts.Functions,
            parts.TextSets,
            parts.Tests.Count,
            aggregates,
            limits,
            model.Stops(),
            parts.Origins,
            contents,
            RunPlanner.Runs(model),
            RunPlanner.Points(model),
            streaming,
            charts,
            breakers,
            pace.Points(),
            JudgePlanner.Judges(model),
            model.Audit is { } audit ? new AuditTable(audit.Rules, audit.Detectors) : null,
            model.Queues.Select(queue => queue.ToDefinition()).ToValueList(),
            model.Data);
        return new PolicyPlan(
            model.Name, points.Select(point => point.Block).ToValueList(), parts.Entries, parts.Blocks, parts.Tests, tables, model.Sources);
    }

    private static ControlTable Table(ControlModel control) => new(
        new RuleOrigin(
            control.Id,
            control.Title,
            control.Severity,
            string.Join(",", control.Satisfies.Concat(control.Mitigates)),
            FailedPoint.Ordinal,
            control.Place.File,
            control.Place.Line,
            control.Place.Column),
        [EffectPlanner.OnError(control.OnError)],
        control.Detect is not null,
        control.Detect?.Until);
}
