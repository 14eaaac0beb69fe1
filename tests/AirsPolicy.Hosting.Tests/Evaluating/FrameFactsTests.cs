using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Hosting.Tests.Evaluating;

/// <summary>What a host reads from a frame and puts into it, at a point that has everything and at one that has nothing.</summary>
public sealed class FrameFactsTests
{
    private static readonly DateTimeOffset s_now = new(2030, 6, 30, 23, 30, 0, TimeSpan.Zero);

    private static readonly RequestIds s_ids = new(new byte[16]);

    // Each fact of the host is the first of a point once, where its slot is nought.
    private static readonly ShapeMember[] s_members =
    [
        Member("now", InstantShape.Instance),
        Member("today", DateShape.Instance),
        Member("approvals", new ListShape(TextShape.Instance)),
        Member("text", TextShape.Instance),
        Member("request", new RecordShape([Member("id", TextShape.Instance)])),
        Member("session", new RecordShape([Member("id", TextShape.Instance)])),
        Member("system", new RecordShape([Member("tier", new EnumShape(["low", "high", "top"], Rising: true))])),
        Member("draw:shop.j", ShareShape.Instance),
    ];

    public static TheoryData<int> Turns => [.. Enumerable.Range(0, s_members.Length)];

    [Theory, MemberData(nameof(Turns))]
    public void Every_value_of_the_host_is_put_wherever_it_lies(int turn)
    {
        var (facts, own, layout) = At(turn);
        var session = facts.AddText("s1");
        facts.Set(Slot(layout, "session"), 1);
        facts.Set(Slot(layout, "session", "id"), session);
        facts.Set(Slot(layout, "text"), facts.AddText("hello"));
        facts.Set(Slot(layout, "approvals"), 77);
        own.Put(facts, s_now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), "r1", s_ids);
        Assert.Equal(s_now.UtcTicks, facts.Long(Slot(layout, "now")));
        Assert.Equal(new DateOnly(2030, 7, 1).DayNumber, own.Today(facts));
        Assert.Equal(Handle.Empty, facts.Long(Slot(layout, "approvals")));
        Assert.Equal((1, 2), (facts.Long(Slot(layout, "system")), facts.Long(Slot(layout, "system", "tier"))));
        Assert.True(facts.Has(Slot(layout, "request")) && own.KnowsRequest);
        Assert.Equal("r1", facts.Chars(facts.Long(Slot(layout, "request", "id"))).ToString());
        Assert.Equal(("s1", "hello"), (own.SessionName(facts), own.PrimaryText(facts)));
        Assert.Equal(new StateKeyWriter().Add("s1").ToKey(), own.Session(facts, new StateKeyWriter()));
        Assert.Equal(("shop.j", Slot(layout, "draw:shop.j")), Assert.Single(own.Draws));
        Assert.Null(own.IssuedId(facts, s_ids));
    }

    [Fact]
    public void How_severe_a_use_case_is_the_facts_may_say()
    {
        var (facts, own, layout) = At(0);
        facts.Set(Slot(layout, "system"), 1);
        facts.Set(Slot(layout, "system", "tier"), 0);
        own.Put(facts, s_now, TimeZoneInfo.Utc, "r1", s_ids);
        Assert.Equal(0, facts.Long(Slot(layout, "system", "tier")));
        var (half, alike, _) = At(0);
        half.Set(Slot(layout, "system"), 1);
        alike.Put(half, s_now, TimeZoneInfo.Utc, "r1", s_ids);
        Assert.Equal(2, half.Long(Slot(layout, "system", "tier")));
    }

    [Theory, MemberData(nameof(Turns))]
    public void An_id_that_went_out_stands_and_another_does_not(int turn)
    {
        var (facts, own, layout) = At(turn);
        var issued = s_ids.Issue("mine");
        facts.Set(Slot(layout, "request", "id"), facts.AddText(issued));
        Assert.Null(own.IssuedId(facts, s_ids));
        facts.Set(Slot(layout, "request"), 1);
        Assert.Equal(issued, own.IssuedId(facts, s_ids));
        own.Put(facts, s_now, TimeZoneInfo.Utc, "r1", s_ids);
        Assert.Equal(issued, own.IssuedId(facts, s_ids));
        facts.Set(Slot(layout, "request", "id"), facts.AddText("theirs"));
        own.Put(facts, s_now, TimeZoneInfo.Utc, "r1", s_ids);
        Assert.Equal("r1", facts.Chars(facts.Long(Slot(layout, "request", "id"))).ToString());
    }

    [Fact]
    public void What_the_facts_do_not_say_is_null()
    {
        var (facts, own, _) = At(0);
        Assert.Null(own.SessionName(facts));
        Assert.Null(own.PrimaryText(facts));
        Assert.Null(own.Today(facts));
        Assert.Null(own.Session(facts, new StateKeyWriter()));
    }

    [Fact]
    public void A_point_that_knows_none_of_it_stays_as_it_is()
    {
        var layout = new PointLayout("input", new RecordShape([Member("amount", ShareShape.Instance)]), [], []);
        var facts = new FactFrame();
        facts.Reset(CompiledLayout.Of(layout).Slots);
        facts.Set(0, 5);
        var own = new HostFacts(layout);
        own.Put(facts, s_now, TimeZoneInfo.Utc, "r1", s_ids);
        Assert.Equal(5, facts.Long(0));
        Assert.Null(own.SessionName(facts));
        Assert.Null(own.PrimaryText(facts));
        Assert.Null(own.Today(facts));
        Assert.Null(own.Session(facts, new StateKeyWriter()));
        Assert.Null(own.IssuedId(facts, s_ids));
        Assert.False(own.KnowsRequest);
        Assert.Empty(own.Draws);
    }

    private static (FactFrame Facts, HostFacts Own, PointLayout Layout) At(int turn)
    {
        var layout = new PointLayout("input", new RecordShape([.. s_members[turn..], .. s_members[..turn]]), ["text"], []);
        var facts = new FactFrame();
        facts.Reset(CompiledLayout.Of(layout).Slots);
        return (facts, new HostFacts(layout), layout);
    }

    private static int Slot(PointLayout layout, params string[] path) => SlotLayout.Find(layout.Facts, path)!.Value.Offset;

    private static ShapeMember Member(string name, Shape shape) => new(name, name, shape);
}
