using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Tests.Semantics;

public class PlannedToolTests
{
    private const string Irreversible =
        "control c { at plan  when any s in plan.steps: s.tool.class >= irreversible then block  when any s in plan.steps: s.tool == " +
        "look_up then flag }";

    [Fact]
    public void A_planned_tool_has_the_class_of_its_declaration()
    {
        var model = Binding.Model(Binding.Policy(
            "tool look_up as \"look-up\" { class read_only }", "tool pay { class irreversible }", Irreversible,
            "test \"a\" { given plan { plan: { steps: [{ tool: look_up }] } }  expect flag }",
            "test \"b\" { given plan { plan: { steps: [{ tool: look_up }, { tool: pay }] } }  expect block by c }",
            "test \"c\" { given plan { plan: { steps: [] } }  expect allow }"));
        Assert.All(new PolicyTestRunner(model).Run(), result => Assert.Empty(result.Findings));
    }

    [Fact]
    public void Where_no_tool_is_declared_a_planned_one_counts_as_the_worst()
    {
        var library = "library l\ncontrol c { at plan  when any s in plan.steps: s.tool.class >= irreversible then block }\n";
        Assert.Empty(Binding.Of(library).Diagnostics);
        var model = Binding.Model(
            "policy p\nextends l\nsystem s {}\ntest \"t\" { given plan { plan: { steps: [{ tool: \"x\" }] } }  expect block }\n",
            library);
        Assert.All(new PolicyTestRunner(model).Run(), result => Assert.Empty(result.Findings));
    }

    [Fact]
    public void A_member_tool_of_a_fact_of_the_policys_own_is_what_it_is_declared_to_be() =>
        Assert.Equal(["AIRS2002"], Binding.Codes(
            "when any s in steps: s.tool.class == read_only then block", "plan", "fact steps: [{ tool: text }]"));

    [Fact]
    public void A_planned_tool_has_no_first_use() =>
        Assert.Equal(["AIRS2002"], Binding.Codes("when any s in plan.steps: s.tool.first_use then block", "plan", "tool pay {}"));

    [Fact]
    public void The_layout_of_a_plan_names_the_declared_tools()
    {
        var plan = Binding.Model(Binding.Policy("tool look_up as \"look-up\" {}")).Layouts.Single(layout => layout.Point == "plan");
        var steps = Assert.IsType<ListShape>(Assert.IsType<RecordShape>(plan.Facts.Find("plan")!.Shape).Find("steps")!.Shape);
        Assert.Equal(["look-up"], Assert.IsType<EnumShape>(Assert.IsType<RecordShape>(steps.Element).Find("tool")!.Shape).Names);
    }
}
