using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Runtime.Tests.Runs;

public class RunOutcomesTests
{
    private static readonly StepAutomaton s_order = StepCompiler
        .Compile(new StepSequence([new NamedStep("read"), new NamedStep("write")]))
        .Automaton!;

    private static RunOutcome Classify(bool reached, params string[] steps) =>
        RunOutcomes.Of(s_order, steps.Aggregate(StepAutomaton.Start, (state, step) => s_order.Next(state, step)), reached);

    [Fact]
    public void A_run_is_classified_by_its_means_and_by_its_outcome()
    {
        Assert.Equal(RunOutcome.Normal, Classify(reached: true, "read", "write"));
        Assert.Equal(RunOutcome.ExecutionFailure, Classify(reached: false, "read", "write"));
        Assert.Equal(RunOutcome.VisibleFailure, Classify(reached: false, "write"));
        Assert.Equal(RunOutcome.CreativeSubstitution, Classify(reached: true, "write"));
    }

    [Fact]
    public void A_run_that_stops_half_way_has_not_kept_to_its_order() =>
        Assert.Equal(RunOutcome.CreativeSubstitution, Classify(reached: true, "read"));

    [Fact]
    public void Only_a_normal_run_is_a_success() =>
        Assert.Equal([RunOutcome.Normal], Enum.GetValues<RunOutcome>().Where(outcome => outcome.IsSuccess()));
}
