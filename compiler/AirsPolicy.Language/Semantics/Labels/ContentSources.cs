using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Labels;

/// <summary>
/// What decisions bring into sessions, as far as the rules in force ask for it: texts where they ask for origins, labels where they ask for
/// either.
/// </summary>
/// <param name="table">The facts of the points.</param>
/// <param name="asksOrigin">Some rule asks where a value came from.</param>
internal sealed class ContentSources(FactTable table, bool asksOrigin)
{
    // The table of points declares these; no file does.
    private static readonly SourcePlace s_nowhere = new("", 0, 0, 0, 0);

    private static readonly PathExpression s_session = new(["session", "id"], TextShape.Instance, s_nowhere);

    public ValueList<ContentSourceModel> Of(
        IReadOnlyList<ToolModel> tools,
        ValueList<LabelModel> labels,
        IReadOnlyList<ControlModel> controls)
    {
        var rules = controls
            .SelectMany(control =>
                control.Placements.SelectMany(placement => placement.Rules, (placement, rule) => (placement.Point, Rule: rule)))
            .ToList();
        if (!asksOrigin
            && !rules.Exists(placed => placed.Rule.Condition is CarriesLabelExpression)
            && !ReadsLabels(labels, rules.Select(placed => placed.Rule)))
            return [];
        var labelling = rules
            .Where(placed => placed.Rule.Effects.Any(effect => effect is FixedEffectModel { Effect: LabelEffect }))
            .Select(placed => placed.Point)
            .ToHashSet(StringComparer.Ordinal);
        return DecisionPoints.All.SelectMany(point => Of(point.Name, tools, labels, labelling.Contains(point.Name))).ToValueList();
    }

    // Without labels the list among the facts is the host's alone.
    private static bool ReadsLabels(ValueList<LabelModel> labels, IEnumerable<RuleModel> rules) =>
        labels.Count > 0 && rules.Any(rule => ExpressionTree.All(rule).Any(LabelModel.IsRead));

    private IEnumerable<ContentSourceModel> Of(string point, IReadOnlyList<ToolModel> tools, ValueList<LabelModel> labels, bool labelling)
    {
        switch (point)
        {
            case PointNames.Input when asksOrigin:
                return Input();
            case PointNames.Retrieve when asksOrigin:
                return [Texts(point, OriginKinds.Source, "sources")];
            case PointNames.Message when asksOrigin:
                return [Texts(point, OriginKinds.Agent, "message", "text")];
            case PointNames.ToolResult:
                return
                [
                    .. tools.Select(tool =>
                        Result(tool.Name, labels.Where(label => label.Tools.Contains(tool.Name)).Select(label => label.Name).ToValueList())
                    ),
                    .. tools.Count == 0 ? [Result(null, [])] : Array.Empty<ContentSourceModel>(),
                ];
            case PointNames.Remember:
                return [new ContentSourceModel(point, null, s_session, null, null, [], [], Remembered: At(point, "memory", "key"))];
            case PointNames.Recall:
                return
                [
                    new ContentSourceModel(
                        point,
                        null,
                        s_session,
                        null,
                        asksOrigin ? At(point, "memory", "text") : null,
                        [OriginKinds.Memory],
                        [],
                        Recalled: At(point, "memory", "key")),
                ];
            default:
                return labelling ? [new ContentSourceModel(point, null, s_session, null, null, [], [])] : [];
        }
    }

    // Whoever sends it is told by the source; attachments, where a host gives any, are documents.
    private IEnumerable<ContentSourceModel> Input()
    {
        var (source, attachments) = (At(PointNames.Input, "input", "source"), At(PointNames.Input, "input", "attachments"));
        var kinds = (EnumShape)source.Shape;
        for (var i = 0; i < kinds.Names.Count; i++)
        {
            var kind = new ConstantExpression((long)i, kinds, s_nowhere);
            var isOfKind = new CompareExpression(CompareOperator.Equal, source, kind, s_nowhere);
            var text = At(PointNames.Input, "input", "text");
            yield return new ContentSourceModel(PointNames.Input, null, s_session, isOfKind, text, [kinds.Names[i]], []);
        }
        yield return new ContentSourceModel(
            PointNames.Input,
            null,
            s_session,
            new HasExpression(attachments, s_nowhere),
            attachments,
            [OriginKinds.Document],
            []);
    }

    private ContentSourceModel Result(string? tool, ValueList<string> labels) =>
        new(
            PointNames.ToolResult,
            tool,
            s_session,
            null,
            asksOrigin ? At(PointNames.ToolResult, "result_text") : null,
            labels.Count == 0 ? [OriginKinds.Tool] : labels,
            labels);

    private ContentSourceModel Texts(string point, string origin, params string[] path) =>
        new(point, null, s_session, null, At(point, path), [origin], []);

    private PathExpression At(string point, params string[] path) =>
        new(ValueList.Create<string>(path), SlotLayout.Find(table.Layout(point).Facts, path)!.Value.Shape, s_nowhere);
}
