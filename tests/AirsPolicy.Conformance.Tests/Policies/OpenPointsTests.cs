using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class OpenPointsTests
{
    [Fact]
    public void Without_controls_every_point_is_open_to_facts_that_fit_and_closed_to_others()
    {
        var model = BoundPolicy.Of("policy empty\nsystem s { owner \"o\" }\n");
        var host = Host(model);
        Assert.True(model.Layouts.Count >= 8);
        Assert.All(model.Layouts, layout =>
        {
            var open = host.Decide(layout.Point, "{}"u8);
            Assert.Equal((layout.Point, Outcome.Allow), (open.Point, open.Outcome));
            var closed = host.Decide(layout.Point, "{\"request\":1e400}"u8);
            Assert.Equal((Outcome.Block, FailureKind.MisfitFact), (closed.Outcome, closed.Failure?.Kind));
        });
    }

    [Fact]
    public void Once_a_tool_is_declared_no_other_is_let_through()
    {
        var host = Host(BoundPolicy.Of("policy tools\nsystem s { owner \"o\" }\ntool search { class read_only args { query: text } }\n"));

        Assert.Equal(Outcome.Allow, Call(host, "search").Outcome);
        var other = Call(host, "delete");
        Assert.Equal((Outcome.Block, FailureKind.Unknown), (other.Outcome, other.Failure?.Kind));
    }

    [Fact]
    public void A_plan_is_decided_by_the_classes_of_its_tools_and_names_no_other()
    {
        var host = Host(
            BoundPolicy.Of(
                """
                policy planned
                system s { owner "o" }
                tool look_up as "look-up" { class read_only }
                tool pay { class irreversible }
                control careful { at plan  when any s in plan.steps: s.tool.class >= irreversible then block  when any s in plan.steps: s.tool == look_up then flag }
                test "a harmless plan" { given plan { plan: { steps: [{ tool: look_up }] } }  expect flag }
                test "a plan that pays" { given plan { plan: { steps: [{ tool: look_up }, { tool: pay }] } }  expect block by careful }
                """
            ));

        Assert.Equal(Outcome.Flag, Plan(host, "look-up").Outcome);
        Assert.Equal((Outcome.Block, null), (Plan(host, "pay").Outcome, Plan(host, "pay").Failure));
        Assert.Equal((Outcome.Block, FailureKind.MisfitFact), (Plan(host, "rm").Outcome, Plan(host, "rm").Failure?.Kind));
    }

    private static Decision Plan(PolicyHost host, string tool) =>
        host.Decide("plan", Encoding.UTF8.GetBytes($$$"""{"plan":{"steps":[{"tool":"{{{tool}}}"}]}}"""));

    private static Decision Call(PolicyHost host, string tool) =>
        host.Decide("tool_call", Encoding.UTF8.GetBytes($$$"""{"tool":"{{{tool}}}","args":{"query":"q"}}"""));

    private static PolicyHost Host(PolicyModel model)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        Assert.Null(host.Load(BundleBuilder.Build(model)).Reason);
        return host;
    }
}
