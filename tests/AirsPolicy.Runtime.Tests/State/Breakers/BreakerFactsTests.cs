using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Tests.State.Breakers;

/// <summary>Whose breaker it is among the facts, and what they say of it.</summary>
public sealed class BreakerFactsTests
{
    private static readonly BreakerDefinition s_all = new("all", [], 10, 1, []);
    private static readonly BreakerDefinition s_user = new("users", ["user", "id"], 10, 1, []);
    private static readonly BreakerDefinition s_agent = new("agents", ["agent", "id"], 10, 1, []);

    private static readonly PointLayout s_layout = Layout(s_all, s_user, s_agent);

    private readonly StateKeyWriter _keys = new();

    [Fact]
    public void One_of_the_system_has_one_key_and_others_that_of_their_fact()
    {
        var breakers = new BreakerFacts(s_layout, [s_all, s_user, s_agent]);
        var facts = Frame(("user", "ann"));
        Assert.Equal(new StateKeyWriter().ToKey(), breakers.KeyOf(0, facts, _keys));
        Assert.Equal(new StateKeyWriter().Add("ann").ToKey(), breakers.KeyOf(1, facts, _keys));
        Assert.Null(breakers.KeyOf(2, facts, _keys));
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(breaker => breakers.Knows(breaker, facts)));
    }

    [Fact]
    public void A_key_that_the_point_does_not_know_is_never_known()
    {
        var breakers = new BreakerFacts(Layout(s_all, s_user, s_agent), [s_user with { Path = ["run", "id"] }]);
        var facts = Frame(("user", "ann"));
        Assert.Null(breakers.KeyOf(0, facts, _keys));
        Assert.False(breakers.Knows(0, facts));
        Assert.False(breakers.TryPutClosed(facts));
    }

    [Theory]
    [InlineData(true, 1L)]
    [InlineData(false, 0L)]
    public void What_is_known_of_a_breaker_is_put(bool open, long value)
    {
        var facts = Frame(("user", "ann"));
        new BreakerFacts(s_layout, [s_all, s_user, s_agent]).Put(1, facts, open);
        Assert.Equal(
            (1L, 1L, value),
            (Value(facts, "breaker"), Value(facts, "breaker", "users"), Value(facts, "breaker", "users", "open")));
        Assert.Null(Value(facts, "breaker", "all"));
    }

    [Fact]
    public void What_cannot_be_told_is_missing_and_a_request_of_no_agent_has_none_open()
    {
        var breakers = new BreakerFacts(s_layout, [s_all, s_user, s_agent]);
        var facts = Frame(("user", "ann"));
        breakers.Put(1, facts, true);
        breakers.Put(1, facts, null);
        breakers.Put(2, facts, null);
        Assert.Equal(
            (1L, null, 0L),
            (Value(facts, "breaker", "users"), Value(facts, "breaker", "users", "open"), Value(facts, "breaker", "agents", "open")));
        var acting = Frame(("user", "ann"));
        acting.Set(Slot("agent"), 1);
        breakers.Put(2, acting, null);
        Assert.Null(Value(acting, "breaker", "agents", "open"));
    }

    [Fact]
    public void All_are_closed_at_once_where_every_key_is_known_or_of_nobody()
    {
        var breakers = new BreakerFacts(s_layout, [s_all, s_user, s_agent]);
        var facts = Frame(("user", "ann"));
        Assert.True(breakers.TryPutClosed(facts));
        foreach (var name in (string[])["all", "users", "agents"])
            Assert.Equal((1L, 0L), (Value(facts, "breaker", name), Value(facts, "breaker", name, "open")));
        Assert.Equal(1, Value(facts, "breaker"));
        Assert.True(breakers.TryPutClosed(Frame(("user", "ann"), ("agent", "bot"))));
    }

    [Fact]
    public void Nothing_is_put_where_a_key_is_missing()
    {
        var breakers = new BreakerFacts(s_layout, [s_all, s_user, s_agent]);
        var nobody = Frame();
        Assert.False(breakers.TryPutClosed(nobody));
        Assert.Null(Value(nobody, "breaker"));
        var unnamed = Frame(("user", "ann"));
        unnamed.Set(Slot("agent"), 1);
        Assert.False(breakers.TryPutClosed(unnamed));
    }

    [Fact]
    public void A_point_that_says_nothing_of_breakers_stays_as_it_is()
    {
        var layout = new PointLayout(
            "input",
            new RecordShape([Member("user", new RecordShape([Member("id", TextShape.Instance)]))]),
            [],
            []);
        var breakers = new BreakerFacts(layout, [s_all, s_user]);
        var facts = new FactFrame();
        facts.Reset(CompiledLayout.Of(layout).Slots);
        breakers.Put(0, facts, true);
        Assert.All(Enumerable.Range(0, CompiledLayout.Of(layout).Slots), slot => Assert.False(facts.Has(slot)));
    }

    [Fact]
    public void Facts_that_lie_first_are_facts_as_any_other()
    {
        ShapeMember[] members =
        [
            Member("agent", new RecordShape([Member("id", TextShape.Instance)])),
            Member("tenant", TextShape.Instance),
            Member(
                "breaker",
                new RecordShape([
                    Member("agents", new RecordShape([Member("open", BoolShape.Instance)])),
                    Member("tenants", new RecordShape([Member("open", BoolShape.Instance)])),
                ])
            ),
        ];
        for (var turn = 0; turn < members.Length; turn++)
        {
            var layout = new PointLayout("input", new RecordShape([.. members[turn..], .. members[..turn]]), [], []);
            var breakers = new BreakerFacts(layout, [s_agent, new BreakerDefinition("tenants", ["tenant"], 10, 1, [])]);
            int At(params string[] path) => SlotLayout.Find(layout.Facts, path)!.Value.Offset;
            var facts = new FactFrame();
            facts.Reset(CompiledLayout.Of(layout).Slots);
            Assert.False(breakers.Knows(1, facts) || breakers.TryPutClosed(facts));
            facts.Set(At("tenant"), facts.AddText("acme"));
            Assert.True(breakers.Knows(1, facts));
            Assert.Equal(new StateKeyWriter().Add("acme").ToKey(), breakers.KeyOf(1, facts, _keys));
            Assert.True(breakers.TryPutClosed(facts));
            Assert.True(facts.Has(At("breaker")) && facts.Has(At("breaker", "agents", "open")));
            breakers.Put(1, facts, true);
            Assert.Equal(1, facts.Long(At("breaker", "tenants", "open")));
            facts.Set(At("agent"), 1);
            Assert.False(breakers.TryPutClosed(facts));
            breakers.Put(0, facts, null);
            Assert.False(facts.Has(At("breaker", "agents", "open")));
        }
    }

    [Fact]
    public void A_breaker_that_the_point_does_not_know_is_not_put()
    {
        var breakers = new BreakerFacts(s_layout, [s_user with { Name = "others" }]);
        var facts = Frame(("user", "ann"));
        breakers.Put(0, facts, true);
        Assert.Null(Value(facts, "breaker"));
        Assert.True(breakers.TryPutClosed(facts));
        Assert.Null(Value(facts, "breaker"));
    }

    private static FactFrame Frame(params (string Owner, string Id)[] ids)
    {
        var facts = new FactFrame();
        facts.Reset(CompiledLayout.Of(s_layout).Slots);
        foreach (var (owner, id) in ids)
        {
            facts.Set(Slot(owner), 1);
            facts.Set(Slot(owner, "id"), facts.AddText(id));
        }
        return facts;
    }

    private static int Slot(params string[] path) => SlotLayout.Find(s_layout.Facts, path)!.Value.Offset;

    private static long? Value(FactFrame facts, params string[] path) => facts.Has(Slot(path)) ? facts.Long(Slot(path)) : null;

    private static PointLayout Layout(params BreakerDefinition[] breakers) =>
        new(
            "input",
            new RecordShape([
                Member("user", new RecordShape([Member("id", TextShape.Instance)])),
                Member("agent", new RecordShape([Member("id", TextShape.Instance)])),
                Member(
                    "breaker",
                    new RecordShape([
                        .. breakers.Select(breaker => Member(breaker.Name, new RecordShape([Member("open", BoolShape.Instance)]))),
                    ])
                ),
            ]),
            [],
            []);

    private static ShapeMember Member(string name, Shape shape) => new(name, name, shape);
}
