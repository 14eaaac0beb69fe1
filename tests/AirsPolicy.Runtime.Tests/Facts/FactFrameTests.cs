using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Runtime.Tests.Facts;

public class FactFrameTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(129)]
    public void A_slot_that_is_cleared_is_absent_and_no_other_is(int slot)
    {
        var frame = new FactFrame();
        frame.Reset(130);
        for (var each = 0; each < 130; each++) frame.Set(each, each);
        frame.Clear(slot);
        frame.Clear(slot);
        Assert.Equal([slot], Enumerable.Range(0, 130).Where(each => !frame.Has(each)));
    }

    [Fact]
    public void Nothing_is_left_over_from_the_facts_before()
    {
        var frame = new FactFrame();
        frame.Reset(130);
        for (var slot = 0; slot < 130; slot++) frame.Set(slot, 1);
        frame.KeepWhole(3, frame.AddText("{}"));
        frame.Reset(100);
        Assert.DoesNotContain(true, Enumerable.Range(0, 100).Select(frame.Has));
        Assert.Equal(0, frame.CharCount);
        Assert.True(frame.Whole(3).IsEmpty);
    }

    [Fact]
    public void Slots_that_are_added_are_absent_whatever_stood_there()
    {
        var frame = new FactFrame();
        frame.Reset(10);
        var mark = frame.Mark();
        var first = frame.AddSlots(150);
        Assert.Equal(10, first);
        for (var slot = first; slot < first + 150; slot++) frame.Set(slot, 1);
        frame.Set(9, 1);
        frame.Release(mark);
        Assert.Equal(first, frame.AddSlots(150));
        Assert.True(frame.Has(9));
        Assert.DoesNotContain(true, Enumerable.Range(first, 150).Select(frame.Has));
    }

    [Fact]
    public void A_frame_takes_as_many_slots_as_it_may_and_no_more()
    {
        var frame = new FactFrame();
        frame.Reset(1);
        Assert.Equal(1, frame.AddSlots(FactFrame.MaxSlots - 1));
        Assert.Equal(-1, frame.AddSlots(1));
        Assert.Equal(FactFrame.MaxSlots, frame.AddSlots(0));
    }

    [Fact]
    public void A_frame_takes_as_many_characters_as_it_may_and_no_more()
    {
        var frame = new FactFrame();
        frame.Reset(1);
        var most = new string('a', FactFrame.MaxChars - 1);
        Assert.NotEqual(-1, frame.AddText(most));
        Assert.Equal(-1, frame.AddText("bc"));
        Assert.True(frame.ReserveText(2).IsEmpty);
        Assert.Equal(1, frame.ReserveText(1).Length);
        Assert.Equal("b", frame.Chars(frame.AddText("b")));
        Assert.Equal(-1, frame.AddText("c"));
    }

    [Fact]
    public void Facts_get_no_room_that_what_was_worked_out_has_made()
    {
        var frame = new FactFrame();
        frame.Reset(1);
        var mark = frame.Mark();
        frame.AddValue(new string('a', FactFrame.MaxChars + 100));
        frame.Release(mark);
        Assert.Equal(FactFrame.MaxChars, frame.ReserveText(1).Length);
    }

    [Fact]
    public void What_rules_work_out_has_a_bound_of_its_own()
    {
        var frame = new FactFrame();
        frame.Reset(1);
        Assert.False(frame.TryWorkOut(FactLimits.MaxWorkedOut + 1L));
        Assert.True(frame.TryWorkOut(FactLimits.MaxWorkedOut - 1));
        Assert.Equal(-1, frame.AddWorkedOut("ab"));
        Assert.Equal("a", frame.Chars(frame.AddWorkedOut("a")));
        Assert.False(frame.TryWorkOut(1));
        Assert.True(frame.TryWorkOut(0));
        frame.Reset(1);
        Assert.True(frame.TryWorkOut(FactLimits.MaxWorkedOut));
    }

    [Fact]
    public void Several_slots_are_marked_at_once_beside_those_that_are_there()
    {
        var frame = new FactFrame();
        frame.Reset(128);
        frame.Set(64, 7);
        frame.SetUnmarked(66, 9);
        frame.MarkPresent(1, 0b101);
        Assert.Equal([64, 66], Enumerable.Range(0, 128).Where(frame.Has));
        Assert.Equal(0b101UL, frame.Presence(1));
        Assert.Equal((7L, 9L), (frame.Long(64), frame.Long(66)));
    }

    [Fact]
    public void The_whole_of_a_fact_is_that_of_its_slot()
    {
        var frame = new FactFrame();
        frame.Reset(8);
        frame.KeepWhole(2, frame.AddText("two"));
        frame.KeepWhole(5, frame.AddText("five"));
        Assert.Equal("two", frame.Whole(2));
        Assert.Equal("five", frame.Whole(5));
        Assert.True(frame.Whole(3).IsEmpty);
    }

    [Fact]
    public void A_slot_that_is_filled_stays_absent_and_reads_as_nothing()
    {
        var frame = new FactFrame();
        frame.Reset(4);
        frame.Set(2, 12.5m);
        frame.Clear(2);
        frame.Fill(2, 0);
        Assert.False(frame.Has(2));
        Assert.Equal((0L, 0m), (frame.Long(2), frame.Decimal(2)));
        frame.Fill(3, 1);
        Assert.Equal((1L, 0m), (frame.Long(3), frame.Decimal(3)));
    }

    [Fact]
    public void Texts_stay_what_they_are_while_the_frame_grows()
    {
        var frame = new FactFrame();
        frame.Reset(1);
        var handles = Enumerable.Range(0, 2_000).Select(number => frame.AddText($"text {number}")).ToList();
        Assert.All(Enumerable.Range(0, 2_000), number => Assert.Equal($"text {number}", frame.Chars(handles[number])));
    }
}
