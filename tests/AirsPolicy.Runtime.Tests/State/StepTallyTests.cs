using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.Tests.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State;

public class StepTallyTests
{
    private static StateKey Key(string text)
    {
        var writer = new StateKeyWriter();
        writer.Begin();
        writer.Add(text);
        return writer.ToKey();
    }

    private static EventHistory History(StepAutomaton order) => new([new AggregateDefinition(AggregateKind.Steps, 0, 0, Order: order)]);

    [Fact]
    public void A_run_stands_where_its_own_steps_have_led() =>
        Prop.ForAll(RandomSteps.Cases, x =>
        {
            var order = StepCompiler.Compile(x.Order).Automaton!;
            var history = History(order);
            foreach (var (i, name) in x.Run.Index())
            {
                history.RecordValue(0, Key("one"), Key(name), i);
                history.RecordValue(0, Key("other"), Key("foreign"), i);
            }

            var standing = history.Read(0, Key("one"), x.Run.Length).Amount;
            Assert.Equal(x.Run.Length > 0, StepProgress.HasBegun(standing));
            Assert.Equal(x.Run.Aggregate(StepAutomaton.Start, (state, name) => order.Next(state, name)), StepProgress.StateOf(standing));
            return history.Read(0, Key("third"), 0).Amount == 0;
        }).Check(Laws.Config);

    [Fact]
    public void A_step_that_cannot_be_told_leaves_the_run_unknown_until_it_ends()
    {
        var history = History(StepCompiler.Compile(new NamedStep("a")).Automaton!);
        history.RecordFailure(0, Key("one"), FailureKind.MissingFact, 1);
        Assert.Equal(FailureKind.MissingFact, history.Read(0, Key("one"), 2).Failure);
        history.Forget(0, Key("one"));
        Assert.Equal(FailureKind.None, history.Read(0, Key("one"), 3).Failure);
    }
}
