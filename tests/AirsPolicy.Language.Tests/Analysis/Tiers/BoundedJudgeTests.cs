namespace AirsPolicy.Language.Tests.Analysis.Tiers;

/// <summary>What a tier bounds of judges, decision points, agents and records.</summary>
public class BoundedJudgeTests
{
    private static string Judge(string name, string clauses) =>
        $"judge {name} {{ model \"m\"  at output  {clauses}  prompt \"{{{{ text }}}}\""
        + "  returns { fine: bool }  when not fine then flag }\n";

    [Theory]
    [InlineData("", "")]
    [InlineData("sample 20%", "")]
    [InlineData("sample 5%", "sample 30%")]
    [InlineData("sample 30%", "sample 5%")]
    public void The_judge_that_looks_at_most_counts(string one, string other) =>
        Assert.Empty(Bounds.Broken("requires judge.sample at least 20%", Judge("a", one) + Judge("b", other)));

    [Fact]
    public void A_sample_that_is_too_small_is_mended_where_it_is_written()
    {
        Assert.Equal(
            ["'b' looks at 19.99%"],
            Bounds.Broken("requires judge.sample at least 20%", Judge("a", "sample 5%") + Judge("b", "sample 19.99%")));
        Assert.Equal("20%", Bounds.Fix("requires judge.sample at least 20%", Judge("a", "sample 5%") + Judge("b", "sample 19.99%")));
        Assert.Equal(
            ["19.99%"], Bounds.Marked("requires judge.sample at least 20%", Judge("a", "sample 5%") + Judge("b", "sample 19.99%")));
    }

    [Fact]
    public void A_judge_in_the_shadow_is_listened_to_by_nobody()
    {
        Assert.Equal(
            ["there is no judge that is listened to"], Bounds.Broken("requires judge.sample at least 20%", Judge("a", "mode shadow")));
        Assert.Equal(["risk.high"], Bounds.Marked("requires judge.sample at least 20%", Judge("a", "mode shadow")));
        Assert.Equal(
            ["'b' looks at 5%"], Bounds.Broken("requires judge.sample at least 20%", Judge("a", "mode shadow") + Judge("b", "sample 5%")));
        Assert.Empty(Bounds.Broken("requires judge.sample at least 20%", Judge("a", "mode advisory")));
        Assert.Equal(
            ["there is no judge that is listened to"], Bounds.Broken("requires judge.agreement at least 90%", Judge("a", "mode shadow")));
        Assert.Equal(
            ["'b' is measured by nothing"],
            Bounds.Broken("requires judge.agreement at least 90%", Judge("a", "mode shadow") + Judge("b", "")));
    }

    [Theory]
    [InlineData("agreement at least 90%", "agreement at least 89%", "'a' has 89%", "90%")]
    [InlineData("missed at most 5%", "missed at most 6%", "'a' has 6%", "5%")]
    [InlineData("false_alarms at most 5%", "false_alarms at most 6%", "'a' has 6%", "5%")]
    [InlineData("agreement at least 90%", "missed at most 5%", "'a' sets no bar for it", "agreement at least 90%")]
    [InlineData("missed at most 5%", "agreement at least 90%", "'a' sets no bar for it", "missed at most 5%")]
    [InlineData("false_alarms at most 5%", "agreement at least 90%", "'a' sets no bar for it", "false_alarms at most 5%")]
    public void A_judge_is_held_to_bars_as_high_as_its_tier_says(string bound, string bar, string broken, string written)
    {
        var judges = Judge("a", $"calibrate large {{ {bar} }}") + Judge("large", $"mode shadow");
        Assert.Equal([broken], Bounds.Broken($"requires judge.{bound}", judges));
        Assert.Equal(written, Bounds.Fix($"requires judge.{bound}", judges));
        Assert.Empty(
            Bounds.Broken($"requires judge.{bound}", Judge("a", $"calibrate large {{ {bound} }}") + Judge("large", "mode shadow")));
    }

    [Theory]
    [InlineData("at output  always block", null)]
    [InlineData("at output  when length(text) > 5 then flag", "what stands there comes to flag at most")]
    [InlineData("at output  mode detect until 2024-06-01  always block", "nothing that is enforced stands there")]
    [InlineData("at output  mode detect until 2024-05-31  always block", null)]
    [InlineData("at output  mode detect  always block", "nothing that is enforced stands there")]
    [InlineData("at input  always block", "nothing that is enforced stands there")]
    public void What_is_enforced_at_a_point_goes_far_enough(string control, string? broken) => Assert.Equal(
        broken is null ? [] : [broken],
        Bounds.Broken("requires point.output at least block", $"control c {{ {control} }}", asOf: new DateOnly(2024, 6, 1)));

    [Theory]
    [InlineData("block", "control output_guarded { at output  always block }")]
    [InlineData("hold", "control output_guarded { at output  always block }")]
    [InlineData("halt", "control output_guarded { at output  always halt session }")]
    public void A_control_that_is_added_goes_as_far_as_the_bound(string least, string written) =>
        Assert.Equal(written, Bounds.Fix($"requires point.output at least {least}", ""));

    [Theory]
    [InlineData("audit.record at least full", "", "nothing says how much is recorded", "audit { record full }")]
    [InlineData("audit.record at least full", "audit { record metadata }", "records are 'metadata'", "full")]
    [InlineData("audit.record at least full", "audit { mask pii.any }", "nothing says how much is recorded", "record full")]
    [InlineData("audit.retain.content at least 2y", "audit { retain content 1y to 3y }", "records of 'content' are kept for 1y", "2y")]
    [InlineData("audit.retain.content at most 2y", "audit { retain content 1y to 3y }", "records of 'content' are kept for 3y", "2y")]
    [InlineData(
        "audit.retain.content at most 2y", "audit { retain content 1y }", "nothing says when records of 'content' are deleted", "to 2y")]
    [InlineData(
        "audit.retain.content at least 2y", "audit { retain guardrail 3y }", "nothing says how long records of 'content' are kept",
        "retain content 2y")]
    [InlineData("audit.mask at least pii.card", "audit { mask secret.any }", "what is masked is 'secret.any'", "mask pii.card")]
    [InlineData("audit.mask at least pii.any", "audit { mask pii.card }", "what is masked is 'pii.card'", "mask pii.any")]
    public void A_record_that_keeps_no_bound_is_mended_in_its_own_clause(string bound, string audit, string broken, string written)
    {
        Assert.Equal([broken], Bounds.Broken($"requires {bound}", audit));
        Assert.Equal(written, Bounds.Fix($"requires {bound}", audit));
    }

    [Theory]
    [InlineData("audit.mask at least pii.card", "audit { mask pii.any }")]
    [InlineData("audit.mask at least pii.card", "audit { mask secret.any, pii.card }")]
    [InlineData("audit.retain.content at most 2y", "audit { retain guardrail 5y  retain content 1y to 2y }")]
    [InlineData("audit.retain.content at least 1y", "audit { retain content 1y to 2y }")]
    [InlineData("audit.record at least metadata", "audit { record full }")]
    public void A_record_that_keeps_its_bound_is_left(string bound, string audit) =>
        Assert.Empty(Bounds.Broken($"requires {bound}", audit));

    private const string Tools = "tool search { class read_only }\ntool pay { class irreversible }\n";

    [Theory]
    [InlineData("agent.depth at most 1", "'one' has 2", "1")]
    [InlineData("agent.tools at most 1", "'one' has 2", null)]
    [InlineData("workflow.goals at least 1", "'work' has 0", "goal reached \"Say what is to be reached\"|covers reached")]
    public void Agents_and_workflows_are_held_to_bounds_one_by_one(string bound, string broken, string? written)
    {
        const string Declared = Tools + "workflow work { tools search, pay }\n"
            + "agent one in work { tools search, pay  delegates to two depth 2 }\nagent two in work { tools pay }";
        Assert.Equal([broken], Bounds.Broken($"requires {bound}", Declared));
        Assert.Equal(written is not null, Bounds.HasFix($"requires {bound}", Declared));
        if (written is not null)
            Assert.Equal(written, Bounds.Fix($"requires {bound}", Declared));
    }

    [Fact]
    public void An_agent_that_says_nothing_of_its_depth_is_as_good_as_one_that_says_1()
    {
        const string Declared = Tools + "agent one { tools search  delegates to two }\nagent two { tools pay }";
        Assert.Empty(Bounds.Broken("requires agent.depth at most 1", Declared));
        Assert.Equal(["'one' has 1"], Bounds.Broken("requires agent.depth at most 0", Declared).Take(1));
        Assert.Equal("one", Bounds.Marked("requires agent.depth at most 0", Declared)[0]);
    }

    [Theory]
    [InlineData("agent.depth at most 1", "there is no agent", "agent worker {}")]
    [InlineData("agent.tools at most 1", "there is no agent", "agent worker {}")]
    [InlineData(
        "workflow.goals at least 1", "there is no workflow",
        "workflow work { goal reached \"Say what is to be reached\" }\n\nagent worker in work { covers reached }")]
    public void Where_there_is_none_one_is_added(string bound, string broken, string written)
    {
        Assert.Equal([broken], Bounds.Broken($"requires {bound}", ""));
        Assert.Equal(written, Bounds.Fix($"requires {bound}", ""));
    }
}
