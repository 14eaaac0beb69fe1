using System.Text;
using AirsPolicy.Hosting.Tests.Programs;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Hosting.Tests;

public sealed class FactsTests
{
    private static readonly byte[] s_tenMegabytes = Encoding.UTF8.GetBytes($$$"""{"input":{"text":"{{{new string('a', 10 << 20)}}}"}}""");

    [Theory]
    [InlineData("", FailureKind.UnreadableFacts)]
    [InlineData("{", FailureKind.UnreadableFacts)]
    [InlineData("[]", FailureKind.MisfitFact)]
    [InlineData("null", FailureKind.MisfitFact)]
    [InlineData("{\"amount\":1}{}", FailureKind.UnreadableFacts)]
    [InlineData("{\"amount\":1,\"amount\":1}", FailureKind.MisfitFact)]
    [InlineData("{\"amount\":1,\"am\\u006funt\":1}", FailureKind.MisfitFact)]
    [InlineData("{\"input\":{\"text\":\"a\",\"text\":\"b\"}}", FailureKind.MisfitFact)]
    [InlineData("{\"amount\":1e400}", FailureKind.MisfitFact)]
    [InlineData("{\"amount\":-1e400}", FailureKind.MisfitFact)]
    [InlineData("{\"amount\":\"much\"}", FailureKind.MisfitFact)]
    [InlineData("{\"amount\":true}", FailureKind.MisfitFact)]
    [InlineData("{\"input\":{\"text\":\"\\ud83d\"}}", FailureKind.MisfitFact)]
    [InlineData("{\"input\":{\"text\":\"\\ude00 behind\"}}", FailureKind.MisfitFact)]
    [InlineData("{\"price\":{\"amount\":1,\"currency\":\"USD\"}}", FailureKind.MisfitFact)]
    [InlineData("{\"price\":{\"amount\":1}}", FailureKind.MisfitFact)]
    [InlineData("{\"amuont\":1}", FailureKind.MisfitFact)]
    [InlineData("{\"input\":\"text\"}", FailureKind.MisfitFact)]
    public void Facts_that_do_not_fit_block_with_the_kind_of_their_failure(string facts, FailureKind kind) =>
        Refused("input", Encoding.UTF8.GetBytes(facts), kind);

    [Fact]
    public void A_text_of_ten_megabytes_is_over_the_limit_and_blocks() => Refused("input", s_tenMegabytes, FailureKind.OverLimit);

    [Fact]
    public void Bytes_that_are_not_utf8_block() =>
        Refused("input", [.. "{\"input\":{\"text\":\""u8, 0xFF, .. "\"}}"u8], FailureKind.UnreadableFacts);

    [Fact]
    public void A_tool_that_is_not_declared_blocks() => Refused("tool_call", "{\"tool\":\"other\",\"args\":{}}"u8, FailureKind.Unknown);

    [Fact]
    public void A_call_that_names_no_tool_blocks() => Refused("tool_call", "{}"u8, FailureKind.MissingFact);

    [Fact]
    public void What_stands_at_the_point_gives_the_posture_and_nothing_else_runs()
    {
        var host = Host();
        var decision = host.Decide("input", "{\"amount\":1e400}"u8);

        var rule = Assert.Single(decision.Fired);
        Assert.Equal("written.control", rule.Origin.Control);
        Assert.Equal([new BlockEffect("No answer.")], rule.Effects);
        Assert.Equal(decision.Failure, rule.Failure);
    }

    [Fact]
    public void Points_where_nothing_stands_are_open_to_facts_that_fit()
    {
        var host = Host();

        Assert.Equal(Outcome.Allow, host.Decide("input", "{\"input\":{\"text\":\"hello\"}}"u8).Outcome);
        Assert.Equal(Outcome.Allow, host.Decide("output", "{}"u8).Outcome);
        Assert.Equal(Outcome.Allow, host.Decide("tool_call", "{\"args\":{\"query\":\"q\"},\"tool\":\"search\"}"u8).Outcome);
    }

    [Fact]
    public void Points_where_nothing_stands_block_facts_that_do_not_fit() =>
        Refused("output", "{\"amount\":1e400}"u8, FailureKind.MisfitFact);

    private static PolicyHost Host()
    {
        var host = new PolicyHost();
        host.Use(Written.Bundle(Written.Open));
        return host;
    }

    private static void Refused(string point, ReadOnlySpan<byte> facts, FailureKind kind)
    {
        var decision = Host().Decide(point, facts);

        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(kind, decision.Failure?.Kind);
        Assert.NotEmpty(decision.Fired);
        Assert.Equal("written", decision.Bundle);
    }
}
