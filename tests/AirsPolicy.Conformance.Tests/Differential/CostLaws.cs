using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Costs;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class CostLaws
{
    private const int Policies = 150;
    private const int Requests = 10;

    [Fact]
    public void No_decision_takes_more_operations_than_its_point_costs_at_most()
    {
        var evaluated = 0L;
        foreach (var (seed, model, draw) in Drawn())
        {
            var costs = PolicyCost.Of(model).ToDictionary(point => point.Point, point => point.Cost, StringComparer.Ordinal);
            var interpreter = new PolicyInterpreter(model);
            for (var i = 0; i < Requests; i++)
            {
                var (point, facts) = draw.Request();
                var steps = 0L;
                interpreter.Observe(point, facts, (_, _) => steps++);
                Assert.True(
                    steps <= costs.GetValueOrDefault(point).Steps,
                    $"{seed}: {steps} operations at {point}, where at most {costs.GetValueOrDefault(point).Steps} are expected of {facts}");
                evaluated += steps;
            }
        }
        Assert.True(evaluated > Policies * Requests);
    }

    [Fact]
    public void One_control_more_never_lowers_what_a_point_costs()
    {
        foreach (var (seed, model, _) in Drawn())
        {
            var all = PolicyCost.Of(model).ToDictionary(point => point.Point, point => point.Cost, StringComparer.Ordinal);
            foreach (var control in model.Controls)
            {
                foreach (
                    var point in PolicyCost.Of(model with { Controls = model.Controls.Where(other => other != control).ToValueList() }))
                {
                    var (more, less) = (all[point.Point], point.Cost);
                    Assert.True(more.Total >= less.Total, $"{seed}: {control.Id} makes {point.Point} cost {more} instead of {less}");
                }
            }
        }
    }

    private static IEnumerable<(int Seed, PolicyModel Model, PolicyDraw Draw)> Drawn()
    {
        for (var seed = 20_260_615; seed < 20_260_615 + Policies; seed++)
        {
            var draw = new PolicyDraw(seed);
            yield return (seed, draw.Model, draw);
        }
    }
}
