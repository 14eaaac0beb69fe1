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
