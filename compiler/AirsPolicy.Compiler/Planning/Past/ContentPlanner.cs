using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Expressions;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Programs.Tables;
using static AirsPolicy.Compiler.Planning.Expressions.ExpressionPlanner;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>
/// Plans what decisions bring into sessions: for each source one condition, which tells the evaluation the session, first, and then the
/// texts.
/// </summary>
internal sealed class ContentPlanner(PolicyModel model, ProgramParts parts)
{
    public ValueList<ContentTable> Contents() => model.Contents.Select(Content).ToValueList();

    private ContentTable Content(ContentSourceModel source)
    {
        var (number, layout) = model.Layouts.Index().First(candidate => candidate.Item.Point == source.Point);
        var tool = source.Tool is null ? -1 : layout.Tools.Index().First(candidate => candidate.Item.Tool == source.Tool).Index;
        // Nothing has checked the facts of a decision whose point failed: each that is read may be absent.
        var planner = new ExpressionPlanner(new RuleScope(layout, tool < 0 ? null : layout.Tools[tool], trusted: false), parts);
        var told = new List<PlanExpression> { Call(PastMembers.ContentOf, KeyPlanner.Plan([source.Session], planner)) };
        if (source.Where is { } where)
            told.Add(planner.Plan(where));
        if (source.Remembered is { } remembered)
            told.Add(Call(PastMembers.ContentRemembered, planner.Plan(remembered)));
        if (source.Recalled is { } recalled)
            told.Add(Call(PastMembers.ContentRecalled, planner.Plan(recalled)));
        if (source.Texts is { } texts)
            told.Add(Texts(texts, planner));
        return new ContentTable(
            number,
            tool,
            Numbers(source.Origins),
            Numbers(source.Labels),
            source.Texts is not null,
            parts.Test(new TestPlan(Join(all: true, told), null)).Value);
    }

    private CallPlan Texts(PathExpression texts, ExpressionPlanner planner)
    {
        var shape = planner.ShapeOf(texts);
        var value = planner.Plan(texts);
        return ValueKinds.IsText(shape)
            ? Call(PastMembers.ContentText, value)
            : Call(PastMembers.ContentTexts, parts.Shape(ValueKinds.Bare(shape)), planner.SlotOf(texts), value);
    }

    private ValueList<int> Numbers(ValueList<string> names) => names.Select(name => parts.Origin(name).Value).ToValueList();
}
