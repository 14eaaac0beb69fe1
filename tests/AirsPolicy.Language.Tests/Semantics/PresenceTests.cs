namespace AirsPolicy.Language.Tests.Semantics;

public class PresenceTests
{
    private const string Facts = """
        fact x: int?
        fact y: int?
        fact order: { total: decimal, note: text?, lines: [{ sku: text, price: decimal? }] }?
        """;

    [Theory]
    [InlineData("when has x and x > 5 then block")]
    [InlineData("when has x and (x > 5 and x < 9) then block")]
    [InlineData("when has x and has y and x > y then block")]
    [InlineData("when (has x and has y) and x > y then block")]
    [InlineData("when not has x or x > 5 then block")]
    [InlineData("when not (has x and has y) or x > y then block")]
    [InlineData("when not (not has x or x < 5) and x > 5 then block")]
    [InlineData("when (has x or has y) and (x ?? 0) > 5 then block")]
    [InlineData("when (has x and x > 1 or has x and x < -1) and x > 5 then block")]
    [InlineData("when has order.note and order.total > 5 and order.note == \"x\" then block")]
    [InlineData("when has order and any l in order.lines: has l.price and l.price > 5 then block")]
    [InlineData("when has order and all l in order.lines: (l.price ?? 0) > 5 then block")]
    [InlineData("when (order.note ?? \"\") == \"x\" then block")]
    [InlineData("let there = has x  when there and x > 5 then block")]
    [InlineData("let there = has x and x > 0  when there and x > 5 then block")]
    [InlineData("let big = x > 5  when has x and big then block")]
    public void What_is_known_to_be_present_can_be_read(string rule) =>
        Assert.Empty(Binding.Codes(rule, declarations: $"{Facts}\nqueue q {{}}"));

    [Theory]
    [InlineData("when x > 5 then block")]
    [InlineData("when x > 5 and has x then block")]
    [InlineData("when has x or x > 5 then block")]
    [InlineData("when not has x and x > 5 then block")]
    [InlineData("when (has x or has y) and x > 5 then block")]
    [InlineData("when not (has x or has y) or x > 5 then block")]
    [InlineData("when has order and order.note == \"x\" then block")]
    [InlineData("when has order and any l in order.lines: l.price > 5 then block")]
    [InlineData("when has order and (any l in order.lines: has l.price) and any m in order.lines: m.price > 5 then block")]
    [InlineData("let there = not has x  when there and x > 5 then block")]
    [InlineData("let big = x > 5  when big then block")]
    public void What_may_be_absent_cannot(string rule) =>
        Assert.Equal(["AIRS2017"], Binding.Codes(rule, declarations: $"{Facts}\nqueue q {{}}"));

    [Fact]
    public void Presence_in_one_rule_says_nothing_about_the_next() =>
        Assert.Equal(["AIRS2017"], Binding.Codes("when has x then flag  when x > 5 then block", declarations: Facts));
}
