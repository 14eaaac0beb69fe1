using System.Text;
using AirsPolicy.Runtime.State.Keys;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class StateKeyTests
{
    [Theory]
    [InlineData(new[] { "ab", "c" }, new[] { "a", "bc" })]
    [InlineData(new[] { "ab" }, new[] { "ab", "" })]
    [InlineData(new[] { "a" }, new[] { "A" })]
    [InlineData(new[] { "" }, new string[0])]
    public void Different_texts_are_different_keys(string[] left, string[] right) => Assert.NotEqual(Keys.Of(left), Keys.Of(right));

    [Fact]
    public void Keys_are_equal_exactly_when_their_texts_are()
    {
        var text = Gen.Choose(0, 40).SelectMany(length => Gen.Elements('a', 'b', 'é', '\0').ArrayOf(length)).Select(c => new string(c));
        var lists = Gen.Choose(0, 3).SelectMany(count => text.ArrayOf(count));
        Prop.ForAll((from a in lists from b in lists select (a, b)).ToArbitrary(), pair =>
            Keys.Of(pair.a) == Keys.Of(pair.a.ToArray()) && Keys.Of(pair.a) == Keys.Of(pair.b) == pair.a.SequenceEqual(pair.b))
            .Check(Laws.Config.WithMaxTest(1_000));
    }

    [Fact]
    public void A_long_key_is_a_digest_and_never_equals_a_short_one()
    {
        var bytes = new byte[StateKey.MaxPlain + 1];
        var full = StateKey.Of(bytes);
        Assert.NotEqual(full, StateKey.Of(bytes.AsSpan(1)));
        bytes[^1] = 1;
        Assert.NotEqual(full, StateKey.Of(bytes));
    }

    [Fact]
    public void The_text_of_a_key_is_given_back_where_it_is_one_short_text()
    {
        var text = Gen.Choose(0, 40).SelectMany(length => Gen.Elements('a', 'b', 'é', '\n').ArrayOf(length)).Select(c => new string(c));
        var lists = Gen.Choose(0, 3).SelectMany(count => text.ArrayOf(count));
        Prop.ForAll(lists.ToArbitrary(), texts =>
        {
            var key = Keys.Of(texts);
            var isShown = texts.Length == 1 && Encoding.UTF8.GetByteCount(texts[0]) < StateKey.MaxPlain && !texts[0].Any(char.IsControl);
            return key.TryText(out var read) == isShown && (!isShown || read == texts[0]);
        }).Check(Laws.Config.WithMaxTest(1_000));
        Assert.False(new StateKeyWriter().Add(7).ToKey().TryText(out _));
        Assert.False(StateKey.Of([2, 0xC3, 0x28]).TryText(out _));
    }

    [Fact]
    public void A_key_in_hexadecimal_is_the_same_key()
    {
        foreach (var key in new[] { Keys.Of(), Keys.Of("s1"), Keys.Of(new string('x', 40)) })
            Assert.True(StateKey.TryHex(key.ToHex(), out var read) && read == key);
        var hex = Keys.Of("s1").ToHex();
        foreach (var other in new[] { "", "s1", hex[1..], hex[2..], $"{hex}00", $"{hex[..62]}20", $"{hex[..63]}x" })
            Assert.False(StateKey.TryHex(other, out _));
    }

    [Fact]
    public void A_decimal_is_one_key_however_many_noughts_it_ends_in()
    {
        Assert.Equal(new StateKeyWriter().Add(1.50m).ToKey(), new StateKeyWriter().Add(1.5m).ToKey());
        Assert.Equal(new StateKeyWriter().Add(-0.00m).ToKey(), new StateKeyWriter().Add(0m).ToKey());
        Assert.Equal(new StateKeyWriter().Add(decimal.MaxValue).ToKey(), new StateKeyWriter().Add(decimal.MaxValue).ToKey());
        Assert.NotEqual(new StateKeyWriter().Add(15m).ToKey(), new StateKeyWriter().Add(1.5m).ToKey());
    }

    [Fact]
    public void Writing_a_key_again_gives_the_same_and_allocates_nothing()
    {
        var writer = new StateKeyWriter();
        var text = new string('x', 500);
        var first = writer.Begin().Add("session-1").Add(text).Add(12.5m).ToKey();
        Assert.Equal(0, Allocated.Least(() => Assert.True(first == writer.Begin().Add("session-1").Add(text).Add(12.5m).ToKey())));
    }
}
