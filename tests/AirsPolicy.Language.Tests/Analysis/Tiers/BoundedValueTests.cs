namespace AirsPolicy.Language.Tests.Analysis.Tiers;

/// <summary>What a tier bounds of streams, queues and postures.</summary>
public class BoundedValueTests
{
    private const string Queue = "queue people { sla 1h  reviewers \"staff\" }";

    [Theory]
    [InlineData("stream none", "at most none", null)]
    [InlineData("stream none", "at most buffered", null)]
    [InlineData("stream buffered", "at most buffered", null)]
    [InlineData("stream post_hoc", "at most post_hoc", null)]
    [InlineData("", "at most none", null)]
    [InlineData("stream buffered", "at most none", "the system has buffered")]
    [InlineData("stream post_hoc", "at most none", "the system has post_hoc")]
    [InlineData("stream post_hoc", "at most buffered", "the system has post_hoc")]
    [InlineData("stream none", "at least buffered", "the system has none")]
    [InlineData("stream buffered", "at least buffered", null)]
    public void A_stream_is_no_further_than_its_tier_says(string stream, string bound, string? broken) =>
        Assert.Equal(broken is null ? [] : [broken], Bounds.Broken($"requires system.stream {bound}", "", stream));

    [Fact]
    public void A_stream_that_goes_too_far_is_marked_and_mended_where_it_is_written()
    {
        Assert.Equal(["post_hoc"], Bounds.Marked("requires system.stream at most buffered", "", "stream post_hoc"));
        Assert.Equal(
            "buffered",
            Bounds.Fix("requires system.stream at most buffered", "", "model \"m\" from \"example\"  zone \"UTC\"  stream post_hoc"));
    }

    [Fact]
    public void A_stream_that_is_said_nowhere_is_marked_at_the_tier_and_has_no_fix()
    {
        Assert.Equal(["risk.high"], Bounds.Marked("requires system.stream at least buffered", ""));
        Assert.False(Bounds.HasFix("requires system.stream at least buffered", ""));
    }

    [Theory]
    [InlineData("requires queue.sla at most 4h", "queue people { sla 4h }")]
    [InlineData("requires queue.approvals at least 2", "queue people { approvals 2 }")]
    public void Where_there_is_no_queue_one_is_added_that_keeps_the_bound(string requires, string added)
    {
        Assert.Equal(["there is no queue"], Bounds.Broken(requires, ""));
        Assert.Equal(added, Bounds.Fix(requires, ""));
    }

    [Fact]
    public void A_queue_that_is_added_has_a_name_of_its_own() =>
        Assert.Equal(
            "queue people_2 { sla 4h }",
            Bounds.Fix("requires queue.sla at most 4h", "control people { at input  when length(text) > 5 then block }"));

    [Fact]
    public void Each_queue_is_held_to_a_bound_at_its_own_clause()
    {
        const string Queues = "queue one { sla 5h  approvals 1  reviewers \"staff\" }\nqueue two { sla 4h  reviewers \"staff\" }\n"
            + "queue three { sla 3h  approvals 3  reviewers \"staff\" }";
        Assert.Equal(["5h"], Bounds.Marked("requires queue.sla at most 4h", Queues));
        Assert.Equal(["1", "two"], Bounds.Marked("requires queue.approvals at least 2", Queues));
        Assert.Equal(["'one' has 1", "'two' has none"], Bounds.Broken("requires queue.approvals at least 2", Queues));
        Assert.Equal("approvals 2", Bounds.Fix("requires queue.approvals at least 2", "queue two { sla 4h  reviewers \"staff\" }"));
        Assert.Equal("4h", Bounds.Fix("requires queue.sla at most 4h", "queue two { approvals 3  sla 5h  reviewers \"staff\" }"));
    }

    [Theory]
    [InlineData("flag", "flag")]
    [InlineData("amend", "block")]
    [InlineData("hold", "block")]
    [InlineData("block", "block")]
    [InlineData("halt", "halt session")]
    public void A_posture_that_is_too_weak_becomes_the_weakest_that_is_enough(string least, string written) =>
        Assert.Equal(
            written,
            Bounds.Fix($"requires on_error at least {least}", "control c { at input  on error notify \"x\"  always block }"));

    [Fact]
    public void A_posture_that_is_not_written_is_the_controls_own_and_is_written_into_it()
    {
        const string Control = "control c { at input  when length(text) > 5 then halt session }";
        Assert.Equal(["'c' has block"], Bounds.Broken("requires on_error at least halt", Control));
        Assert.Equal(["c"], Bounds.Marked("requires on_error at least halt", Control));
        Assert.Equal("on error halt session", Bounds.Fix("requires on_error at least halt", Control));
        Assert.Empty(Bounds.Broken("requires on_error at least block", Control));
    }

    [Theory]
    [InlineData("timing inline  on error flag", "'guard' has flag")]
    [InlineData("timing inline  on error block", null)]
    [InlineData("timing inline", null)]
    [InlineData("timing async  on error flag", null)]
    [InlineData("on error flag", null)]
    [InlineData("timing inline  mode advisory  on error flag", null)]
    [InlineData("timing inline  mode shadow  on error flag", null)]
    public void Only_a_judge_that_something_waits_for_needs_a_posture(string clauses, string? broken)
    {
        var judge = $"judge guard {{ model \"m\"  at output  {clauses}  {Prompt}";
        Assert.Equal(broken is null ? [] : [broken], Bounds.Broken("requires on_error at least block", judge));
    }

    [Fact]
    public void The_posture_of_a_judge_is_mended_in_the_judge()
    {
        const string Judge = $"judge guard {{ model \"m\"  at output  timing inline  {Prompt}";
        Assert.Equal("on error halt session", Bounds.Fix("requires on_error at least halt", Judge));
        Assert.Equal(
            "halt session",
            Bounds.Fix("requires on_error at least halt", Judge.Replace("timeout", "on error flag  timeout", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_puts_samples_into_a_queue_stops_nothing_and_needs_no_posture()
    {
        const string Sampled = "queue sampled { sla 3d  reviewers \"qa\"  sample 20% where point == input }\n";
        const string Control = "control c { at input  on error flag  always block }";
        Assert.Empty(Bounds.Broken("requires on_error at least block", Sampled));
        Assert.Equal(["'c' has flag"], Bounds.Broken("requires on_error at least block", Sampled + Control));
    }

    [Fact]
    public void A_limit_has_its_own_posture_and_no_block_to_write_one_into()
    {
        const string Limit = "limit calls 9 per user within 1h at input";
        Assert.Empty(Bounds.Broken("requires on_error at least block", Limit));
        Assert.Equal(["'calls' has block"], Bounds.Broken("requires on_error at least halt", Limit));
        Assert.False(Bounds.HasFix("requires on_error at least halt", Limit));
    }

    [Fact]
    public void The_strictest_of_several_bounds_counts()
    {
        const string Low = "requires queue.sla at most 4h  requires queue.sla at most 2h  requires queue.sla at most 3h";
        Assert.Equal(["'people' has 1h"], Bounds.Broken($"{Low}  requires queue.sla at most 30m", Queue));
        Assert.Equal("2h", Bounds.Fix(Low, Queue.Replace("1h", "5h", StringComparison.Ordinal)));
        Assert.Equal(
            "3",
            Bounds.Fix(
            "requires queue.approvals at least 2  requires queue.approvals at least 3  requires queue.approvals at least 1",
            "queue people { sla 1h  approvals 1 }"));
    }

    [Theory]
    [InlineData("model \"a\" from \"x\"", "model \"b\" from \"y\"", "model \"c\" from \"z\"", null)]
    [InlineData("model \"a\" from \"x\"", "", "model \"c\" from \"X\"", null)]
    [InlineData("model \"a\" from \"x\"", "model \"b\" from \"x\"", "model \"c\" from \"X\"", "3 of 4 agents of 'w' hang on 'x'")]
    [InlineData("", "", "model \"c\" from \"O\"", "3 of 4 agents of 'w' hang on 'o'")]
    [InlineData("model \"a\"", "", "", "nothing says who provides the model of 'a'")]
    public void Few_agents_of_a_workflow_hang_on_one_provider(string one, string two, string three, string? broken) =>
        Assert.Equal(
            broken is null ? [] : [broken],
            Bounds.Broken(
                "requires workflow.one_provider at most 50%",
                $"workflow w {{}}  agent a in w {{ {one} }}  agent b in w {{ {two} }}  agent c in w {{ {three} }}"
                + "  agent d in w { model \"m\" from \"d\" }  agent alone {}",
                "model \"m\" from \"o\""));

    [Theory]
    [InlineData("workflow w { model \"m\" from \"p\" }  agent a in w {}  agent b in w { model \"n\" from \"q\" }")]
    [InlineData("workflow w {}  agent a in w {}  workflow v {}  agent b in v {}")]
    [InlineData("")]
    public void An_agent_takes_the_model_of_its_workflow_and_one_alone_is_no_concentration(string declarations) =>
        Assert.Empty(Bounds.Broken("requires workflow.one_provider at most 50%", declarations));

    private const string Prompt = "timeout 2s  prompt \"{{ text }}\"  returns { fine: bool }  when not fine then flag }";
}
