using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Origins;

namespace AirsPolicy.Runtime.Tests.State.Origins;

public sealed class OriginIndexTests
{
    private const ulong User = 1;
    private const ulong Untrusted = 2;

    private static readonly StateKey s_session = Keys.Of("session");

    private static OriginReading Read(string text, string value)
    {
        var index = new OriginIndex();
        index.Add(s_session, User, text);
        return index.Read(s_session, value);
    }

    [Theory]
    [InlineData("Please pay anna.smith@example.org.", "anna.smith@example.org")]
    [InlineData("Please pay <Anna.Smith@Example.ORG>!", "anna.smith@example.org")]
    [InlineData("Write to Anna \n Smith, will you?", "anna smith")]
    [InlineData("Write to Acme Inc.", "Acme Inc.")]
    [InlineData("Write to Acme Inc.", "Acme Inc")]
    [InlineData("ask o'brien@example.org", "O'Brien@example.org")]
    [InlineData("to GB33 BUKB 2020 1555 5555 55 please", "GB33BUKB20201555555555")]
    [InlineData("to GB33BUKB20201555555555 please", "GB33 BUKB 2020 1555 5555 55")]
    [InlineData("call +44 20 7946-0958 now", "+442079460958")]
    [InlineData("{\"account\":12345678,\"to\":\"x\"}", "12345678")]
    [InlineData("see https://example.org/a:b", "https://example.org/a:b")]
    [InlineData("Zahle an Jürgen Groß", "jürgen groß")]
    public void What_the_user_wrote_is_found(string text, string value) => Assert.Equal(new OriginReading(User, false), Read(text, value));

    [Theory]
    [InlineData("pay anna.smith@example.org", "smith@example.org")]
    [InlineData("pay anna.smith@example.org", "annasmith@example.org")]
    [InlineData("pay o'brien@example.org", "brien@example.org")]
    [InlineData("pay anna@example.org", "anna@example.org.attacker.test")]
    [InlineData("pay anna@example.org", "anna@example")]
    [InlineData("pay anna@bank.test", "аnna@bank.test")]
    [InlineData("pay anna@bank.test", "anna\u200B@bank.test")]
    [InlineData("pay bank.test", "bänk.test")]
    [InlineData("the file report.txt", "*report.txt")]
    [InlineData("the file report.txt", "/report.txt")]
    [InlineData("account 12345678", "1234567")]
    [InlineData("account 12345678", "2345678")]
    [InlineData("version 10.0.0.15", "100015")]
    [InlineData("1,234,567 items", "234,567")]
    [InlineData("anna", "anna-marie")]
    [InlineData("some-name", "somename")]
    public void What_only_looks_like_what_the_user_wrote_is_of_the_model(string text, string value) =>
        Assert.True(Read(text, value).IsOfModel);

    [Theory]
    [InlineData("abc")]
    [InlineData("a - b - c")]
    [InlineData("")]
    public void What_is_too_short_is_unclear(string value) => Assert.Equal(OriginReading.Unclear, Read($"there is {value} here", value));

    [Fact]
    public void What_is_too_long_is_unclear()
    {
        var value = new string('x', OriginLimits.LongestValue);
        Assert.Equal(OriginReading.Unclear, Read(value, value));
        Assert.Equal(new OriginReading(User, false), Read(value[1..], value[1..]));
    }

    [Fact]
    public void A_value_that_several_texts_have_has_the_labels_of_all()
    {
        var index = new OriginIndex();
        index.Add(s_session, User, "pay bob@example.org");
        index.Add(s_session, Untrusted, "no, pay eve@example.org and not bob@example.org");
        Assert.Equal(User | Untrusted, index.Read(s_session, "bob@example.org").Labels);
        Assert.Equal(Untrusted, index.Read(s_session, "eve@example.org").Labels);
        Assert.True(index.Read(Keys.Of("another"), "bob@example.org").IsOfModel);
    }

    [Fact]
    public void A_value_does_not_run_from_one_text_into_the_next()
    {
        var index = new OriginIndex();
        index.Add(s_session, User, "alpha");
        index.Add(s_session, User, "beta");
        Assert.True(index.Read(s_session, "alpha beta").IsOfModel);
        Assert.Equal(User, index.Read(s_session, "beta").Labels);
    }

    [Fact]
    public void With_more_text_than_fits_everything_is_unclear_and_what_was_found_is_told()
    {
        var index = new OriginIndex();
        index.Add(s_session, User, "alpha");
        index.Add(s_session, Untrusted, new string(' ', OriginLimits.SessionCharacters));
        index.Add(s_session, Untrusted, "gamma");
        Assert.Equal(new OriginReading(User, true), index.Read(s_session, "alpha"));
        Assert.Equal(new OriginReading(0, true), index.Read(s_session, "gamma"));
    }

    [Fact]
    public void A_session_that_found_no_room_is_unclear_and_room_comes_back()
    {
        var index = new OriginIndex(maxSessions: 1);
        index.Add(s_session, User, "alpha");
        Assert.True(index.Read(Keys.Of("another"), "alpha").IsOfModel);
        index.Add(Keys.Of("another"), User, "alpha");
        Assert.Equal(OriginReading.Unclear, index.Read(Keys.Of("another"), "alpha"));
        Assert.Equal(User, index.Read(s_session, "alpha").Labels);
        index.Forget(s_session);
        index.Forget(Keys.Of("another"));
        index.Add(Keys.Of("third"), User, "alpha");
        Assert.Equal(User, index.Read(Keys.Of("third"), "alpha").Labels);
    }

    [Fact]
    public void A_session_that_finds_room_after_it_had_none_stays_unclear()
    {
        var index = new OriginIndex(maxSessions: 1);
        index.Add(s_session, User, "alpha");
        index.Add(Keys.Of("another"), User, "beta");
        index.Forget(s_session);
        index.Add(Keys.Of("another"), User, "gamma");
        Assert.True(index.Read(Keys.Of("another"), "beta").IsUnclear);
    }

    [Fact]
    public void A_text_for_which_no_session_has_room_makes_its_own_session_unclear_and_no_other()
    {
        var index = new OriginIndex(maxCharacters: 20);
        index.Add(s_session, User, "alpha beta");
        index.Add(Keys.Of("another"), User, "alpha beta gamma");
        Assert.Equal(new OriginReading(User, false), index.Read(s_session, "alpha"));
        Assert.Equal(OriginReading.Unclear, index.Read(Keys.Of("another"), "alpha"));
        index.Forget(s_session);
        index.Add(Keys.Of("third"), User, "alpha beta gamma");
        Assert.Equal(new OriginReading(User, false), index.Read(Keys.Of("third"), "gamma"));
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("12 ")]
    [InlineData("aaaa ")]
    [InlineData("the quick brown fox jumps over the lazy dog. ")]
    [InlineData("{\"id\":\"12-34\",\"to\":\"a@b.org\"},")]
    [InlineData("я ")]
    [InlineData("1. ")]
    public void The_index_takes_at_most_four_bytes_a_character(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, 100_000 / pattern.Length));
        var index = new OriginIndex();
        index.Add(s_session, User, text);
        Assert.InRange(index.SizeOf(s_session) / (double)text.Length, 0, 4);
    }

    [Fact]
    public void Looking_allocates_nothing()
    {
        var index = new OriginIndex();
        index.Add(s_session, User, "pay bob@example.org 12 34 56 78");
        Assert.Equal(0, Allocated.Least(() =>
        {
            index.Read(s_session, "bob@example.org");
            index.Read(s_session, "12345678");
        }));
    }
}
