using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Tests.State.Pace;

public sealed class PaceStateTests
{
    private static readonly ChartDefinition s_guardrail = new(
        "guardrail",
        [new ChartTrigger("slow", PaceLevel.Alternate), new ChartTrigger("down", PaceLevel.Contingency)],
        [new ChartRecovery(PaceLevel.Alternate, ["on-call"], 10), new ChartRecovery(PaceLevel.Contingency, ["lead"], 100)]);

    private readonly PaceState _state = new([s_guardrail]);

    [Fact]
    public void Automatic_moves_only_get_worse()
    {
        Assert.Equal(
            [new PaceChange("guardrail", PaceLevel.Primary, PaceLevel.Contingency, "c", 5)],
            _state.Degrade([new PaceMove(0, PaceLevel.Contingency, "c")], 5));
        Assert.Empty(_state.Degrade([new PaceMove(0, PaceLevel.Alternate, "c")], 6));
        Assert.Equal(new ChartReading(PaceLevel.Contingency, 5), _state.Reading.Charts[0]);
    }

    [Fact]
    public void A_trigger_has_held_since_the_first_of_the_signals_at_which_it_does()
    {
        Observe(10, TriggerResult.Holds);
        Observe(15, TriggerResult.Holds);
        Assert.True(_state.HasHeld(0, 5, 15));
        Assert.False(_state.HasHeld(0, 6, 15));
        Observe(16, TriggerResult.Quiet);
        Observe(17, TriggerResult.Holds);
        Assert.False(_state.HasHeld(0, 1, 17));
        Observe(18, TriggerResult.Unknown);
        Assert.False(_state.HasHeld(0, 0, 18));
    }

    [Fact]
    public void The_quiet_period_runs_from_the_last_time_anything_asked_for_the_state_or_a_worse_one()
    {
        _state.Degrade([new PaceMove(0, PaceLevel.Contingency, "c")], 0);
        Observe(50, TriggerResult.Quiet, TriggerResult.Unknown);
        Assert.Contains("at the last signal contingency was asked for", Refusal(1_000, "lead"), StringComparison.Ordinal);
        Observe(60, TriggerResult.Holds, TriggerResult.Quiet);
        Assert.Contains("at the earliest", Refusal(149, "lead"), StringComparison.Ordinal);
        Assert.Null(Refusal(150, "lead"));
        Assert.Contains("'lead' alone", Refusal(150, "on-call"), StringComparison.Ordinal);
        Assert.Equal(new PaceChange("guardrail", PaceLevel.Contingency, PaceLevel.Alternate, "lead", 150), _state.Recover(0, "lead", 150));
        Assert.Contains("at the last signal alternate was asked for", Refusal(150, "on-call"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_refuses_less_for_an_agent_or_a_state_without_a_way_back()
    {
        _state.Degrade([new PaceMove(0, PaceLevel.Emergency, "c")], 0);
        Assert.Contains("no 'recover emergency -> contingency'", Refusal(1_000, "lead"), StringComparison.Ordinal);
        Assert.Contains(
            "a person alone",
            PaceRecovery.Refusal(
                s_guardrail,
                new ChartHealth(PaceLevel.Alternate, PaceLevel.Primary, null),
                isPerson: false,
                ["on-call"],
                0),
            StringComparison.Ordinal);
        Assert.Contains(
            "nothing to recover",
            PaceRecovery.Refusal(s_guardrail, default, isPerson: true, ["on-call"], 0),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_chart_is_goes_over_to_the_next_policy_by_its_name_and_triggers_by_their_meaning()
    {
        _state.Degrade([new PaceMove(0, PaceLevel.Alternate, "c")], 5);
        Observe(10, TriggerResult.Holds, TriggerResult.Holds);
        var next = new PaceState(
            [
                new ChartDefinition("another", [], []),
                s_guardrail with
                {
                    Triggers = [new ChartTrigger("other", PaceLevel.Alternate), new ChartTrigger("down", PaceLevel.Contingency)],
                },
            ],
            _state);
        Assert.Equal((PaceLevel.Primary, PaceLevel.Alternate), (next.Reading.Charts[0].Level, next.Reading.Charts[1].Level));
        Assert.False(next.HasHeld(0, 0, 20));
        Assert.True(next.HasHeld(1, 10, 20));
        Assert.Equal(PaceLevel.Contingency, next.HealthOf(1).AskedNow);
        Assert.Single(next.Changes);
    }

    [Fact]
    public void Policies_look_at_one_board_and_a_chart_stays_as_it_is_while_another_policy_has_none()
    {
        var between = new PaceState([], _state);
        var next = new PaceState([s_guardrail], between);
        Observe(10, TriggerResult.Holds);

        Assert.Equal(
            [new PaceChange("guardrail", PaceLevel.Primary, PaceLevel.Emergency, "late", 20)],
            _state.Degrade([new PaceMove(0, PaceLevel.Emergency, "late")], 20));

        Assert.Equal(_state.Reading.Charts[0], next.Reading.Charts[0]);
        Assert.Equal(PaceLevel.Emergency, next.Reading.Charts[0].Level);
        Assert.True(next.HasHeld(0, 10, 20));
        Assert.Equal(20, next.HealthOf(0).LastAsked);
        Assert.Single(between.Changes);
        next.Recover(0, "lead", 30);
        Assert.Equal(PaceLevel.Contingency, _state.Reading.Charts[0].Level);
    }

    [Fact]
    public void Time_never_runs_back()
    {
        _state.Degrade([new PaceMove(0, PaceLevel.Alternate, "c")], 100);
        Observe(50, TriggerResult.Quiet);
        Assert.Equal(100, _state.Reading.Signal);
    }

    private void Observe(long now, TriggerResult slow, TriggerResult down = TriggerResult.Quiet) =>
        _state.Observe([slow, down], [], now);

    private string? Refusal(long now, params string[] roles) =>
        PaceRecovery.Refusal(s_guardrail, _state.HealthOf(0), isPerson: true, roles, now);
}
