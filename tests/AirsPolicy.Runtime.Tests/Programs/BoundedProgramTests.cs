using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Runtime.Tests.Programs;

/// <summary>A program that reaches itself through the runtime ends, and never in an allow.</summary>
[Trait("Length", "long")]
public sealed class BoundedProgramTests
{
    // Each block may run this often in a decision.
    private const int Repeats = 16;
    // So many that the stack ends before their runs are counted out.
    private const int ManyBlocks = 1 << 20;
    private static readonly long s_oneItem = Handle.Of(0, 1);

    [Fact]
    public void A_block_that_leads_into_itself_is_stopped_by_the_count() =>
        Refused("runs its blocks more often", new WrittenPolicy(Dispatch) { Block = (_, evaluation) => Dispatch(evaluation) });

    [Fact]
    public void A_block_that_leads_into_itself_is_stopped_before_the_stack_ends() => Refused(
        nameof(InsufficientExecutionStackException),
        new WrittenPolicy(Dispatch, ManyBlocks) { Block = (_, evaluation) => Dispatch(evaluation) });

    [Fact]
    public void Blocks_that_each_run_the_next_twice_are_stopped_by_the_count() => Refused(
        "runs its blocks more often",
        new WrittenPolicy(Dispatch, blocks: 64)
        {
            Block = (block, evaluation) =>
            {
                evaluation.DispatchEnum(0, block + 1);
                evaluation.DispatchEnum(0, block + 1);
            },
        });

    [Fact]
    public void Blocks_run_as_often_as_the_bound_in_every_decision_and_no_more()
    {
        var policy = new WrittenPolicy(evaluation => DispatchOften(evaluation, 2 * Repeats), blocks: 2).Compile();
        var evaluation = policy.NewEvaluation();

        Assert.Equal(Outcome.Allow, Decide(policy, evaluation).Outcome);
        Assert.Equal(Outcome.Allow, Decide(policy, evaluation).Outcome);

        Refused("runs its blocks more often", new WrittenPolicy(one => DispatchOften(one, 2 * Repeats + 1), blocks: 2));
    }

    [Fact]
    public void What_has_fired_does_not_let_a_program_through_that_is_stopped() => Refused(
        "runs its blocks more often",
        new WrittenPolicy(evaluation =>
        {
            evaluation.Fire(0, (int)Outcome.Allow);
            DispatchOften(evaluation, Repeats + 1);
        }));

    [Theory]
    [InlineData("any")]
    [InlineData("all")]
    [InlineData("count")]
    public void A_condition_that_leads_into_itself_is_stopped_before_the_stack_ends(string quantifier) => Refused(
        nameof(InsufficientExecutionStackException),
        new WrittenPolicy(evaluation => Ask(quantifier, evaluation)) { Condition = (_, evaluation) => Ask(quantifier, evaluation) });

    [Fact]
    public void A_condition_and_a_block_that_lead_into_each_other_are_stopped_before_the_stack_ends() => Refused(
        nameof(InsufficientExecutionStackException),
        new WrittenPolicy(Dispatch, ManyBlocks)
        {
            Block = (_, evaluation) => Ask("any", evaluation),
            Condition = (_, evaluation) =>
            {
                Dispatch(evaluation);
                return true;
            },
        });

    [Fact]
    public void Conditions_that_each_ask_the_next_twice_fail_their_rule()
    {
        var policy = new WrittenPolicy(evaluation =>
        {
            evaluation.Any(0, 0, s_oneItem, 0);
            if (evaluation.Failed)
                evaluation.FailRule(0);
        })
        {
            Condition = (test, evaluation) =>
                test < 64 && (evaluation.Any(test + 1, 0, s_oneItem, 0) || evaluation.Any(test + 1, 0, s_oneItem, 0)),
        };

        var decision = Decide(policy.Compile());

        Assert.Equal((Outcome.Block, null), (decision.Outcome, decision.Failure));
        Assert.Equal(FailureKind.OverLimit, Assert.Single(decision.Fired).Failure?.Kind);
    }

    [Fact]
    public void What_is_drawn_from_a_limit_and_asks_the_same_limit_is_stopped_before_the_stack_ends()
    {
        var limit = new LimitTable(
            new KeptLimit("limit", StateOwner.None, new LimitDefinition(0, 0)),
            0,
            [1_000_000],
            [new FeedTable(0, -1, 0)]);
        var policy = new WrittenPolicy(evaluation => evaluation.LimitPassed(0, 0))
        {
            Limits = [limit],
            Condition = (_, evaluation) => evaluation.LimitPassed(0, 0),
        }.Compile();

        var decision = policy.Decide(0, Facts(policy), policy.NewEvaluation(), new PolicyState(policy.State));

        Refused(nameof(InsufficientExecutionStackException), decision);
    }

    [Fact]
    public void A_program_as_policies_have_them_decides()
    {
        var policy = new WrittenPolicy(
            evaluation =>
            {
                for (var block = 0; block < 4; block++)
                    evaluation.DispatchEnum(0, block);
            },
            blocks: 4)
        {
            Block = (block, evaluation) =>
            {
                if (block == 3 && evaluation.Any(0, 0, s_oneItem, 0))
                    WrittenPolicy.Fire(evaluation);
            },
            Condition = (test, evaluation) => test == 8 || evaluation.All(test + 1, 0, s_oneItem, 0),
        };

        var decision = Decide(policy.Compile());

        Assert.Equal((Outcome.Block, null), (decision.Outcome, decision.Failure));
        Assert.Null(Assert.Single(decision.Fired).Failure);
    }

    private static void Dispatch(Evaluation evaluation) => evaluation.DispatchEnum(0, 0);

    private static void DispatchOften(Evaluation evaluation, int times)
    {
        for (var time = 0; time < times; time++)
            Dispatch(evaluation);
    }

    private static bool Ask(string quantifier, Evaluation evaluation) => quantifier switch
    {
        "any" => evaluation.Any(0, 0, s_oneItem, 0),
        "all" => evaluation.All(0, 0, s_oneItem, 0),
        _ => evaluation.Count(0, 0, s_oneItem, 0) > 0,
    };

    private static void Refused(string cause, WrittenPolicy policy) => Refused(cause, Decide(policy.Compile()));

    private static void Refused(string cause, Decision decision)
    {
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(FailureKind.Internal, decision.Failure?.Kind);
        Assert.Contains(cause, decision.Failure!.Detail, StringComparison.Ordinal);
        Assert.Equal("written.control", Assert.Single(decision.Fired).Origin.Control);
    }

    private static Decision Decide(CompiledPolicy policy, Evaluation? evaluation = null) =>
        policy.Decide(0, Facts(policy), evaluation ?? policy.NewEvaluation());

    private static FactFrame Facts(CompiledPolicy policy)
    {
        var facts = new FactFrame();
        facts.Reset(policy.Slots(0));
        return facts;
    }
}
