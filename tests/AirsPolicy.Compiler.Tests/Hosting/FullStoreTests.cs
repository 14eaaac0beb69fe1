using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>Limits and counts whose keys take all the room there is.</summary>
public sealed class FullStoreTests
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        tool pay { class irreversible  limit 3 per user  limit 5 per session within 1h }
        control many { at input  when count of input per user >= 2 then block }
        """;

    private readonly Clock _clock = new();
    private readonly PolicyHost _host;

    public FullStoreTests()
    {
        _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });
        Assert.True(_host.Load(BundleBuilder.Build(BoundPolicy.Of(Policy))).Activated);
    }

    [Fact]
    public void A_limit_without_room_refuses_the_new_key_and_says_since_when_and_what_makes_room()
    {
        FillLimit(0);
        var refused = Pay("new");
        Assert.Equal((Outcome.Block, FailureKind.OverLimit), (refused.Outcome, refused.Failure?.Kind));
        Assert.Equal(
            $"The limit of 'shop.tool.pay' has room for 100000 keys, and none for another since {Clock.Start.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}. "
                + "Room comes when what was counted is older than its 'within', and when sessions and runs end that it is counted for ('EndSession', 'EndRun').",
            refused.Failure!.Detail);
        Assert.Equal(
            ("limit of shop.tool.pay", 1m, Clock.Start.UtcTicks),
            (_host.Stores()[0].Store, _host.Stores()[0].Share, _host.Stores()[0].FullSince));
    }

    [Fact]
    public void A_limit_with_a_window_has_room_again_once_what_was_drawn_is_older()
    {
        FillLimit(1);
        Assert.Equal(Outcome.Block, Pay("u1").Outcome);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, _host.Stores().Max(store => store.Share));
        Assert.Equal(Outcome.Allow, Pay("u1").Outcome);
    }

    [Fact]
    public void A_count_without_room_fails_for_new_keys_and_says_why_and_still_tells_the_others()
    {
        Assert.Equal(Outcome.Allow, Ask("known").Outcome);
        for (var key = 0; key < AggregateDefinition.DefaultKeys; key++)
            _host.State!.Events.Record(0, new StateKeyWriter().Add($"filler {key}").ToKey(), 1, Clock.Start.UtcTicks);
        Assert.Equal(Outcome.Allow, Ask("known").Outcome);
        var refused = Ask("new");
        Assert.Equal(Outcome.Block, refused.Outcome);
        Assert.StartsWith(
            "What is counted here has room for 100000 keys, and none for another since",
            Assert.Single(refused.Fired).Failure?.Detail,
            StringComparison.Ordinal);
        Assert.StartsWith("count 0 at input", _host.Stores()[0].Store, StringComparison.Ordinal);
    }

    private void FillLimit(int limit)
    {
        for (var key = 0; key < AggregateDefinition.DefaultKeys; key++)
            Assert.True(
                _host
                    .State!.Limits.TryDraw(
                        [new LimitDraw(limit, new StateKeyWriter().Add($"filler {key}").ToKey(), 1, 3)],
                        Clock.Start.UtcTicks)
                    .Drawn);
    }

    private Decision Pay(string user) => Decide("tool_call", $$"""
        { "tool": "pay", "args": {}, "session": { "id": "s1" }, "user": { "id": "{{user}}" } }
        """);

    private Decision Ask(string user) => Decide("input", $$"""
        { "input": { "text": "hello" }, "session": { "id": "s1" }, "user": { "id": "{{user}}" } }
        """);

    private Decision Decide(string point, string facts) => _host.Decide(point, Encoding.UTF8.GetBytes(facts));
}
