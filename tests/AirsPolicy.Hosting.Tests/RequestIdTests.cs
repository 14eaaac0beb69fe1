using System.Text;
using AirsPolicy.Hosting.Evaluating;

namespace AirsPolicy.Hosting.Tests;

public sealed class RequestIdTests
{
    private static readonly RequestIds s_ids = new(new byte[16]);

    [Fact]
    public void An_id_that_went_out_is_known_to_every_host_with_the_key_and_to_no_other()
    {
        var id = s_ids.Issue("one");
        Assert.True(s_ids.IsIssued(id));
        Assert.True(new RequestIds(new byte[16]).IsIssued(id));
        Assert.False(new RequestIds(null).IsIssued(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("theirs")]
    [InlineData("-00000000000000000000000000000000")]
    [InlineData("one-00000000000000000000000000000000")]
    public void Nobody_chooses_an_id(string id) => Assert.False(s_ids.IsIssued(id));

    [Fact]
    public void An_id_that_was_changed_did_not_go_out()
    {
        var id = s_ids.Issue("one");
        Assert.All(Enumerable.Range(0, id.Length), at => Assert.False(s_ids.IsIssued(id[..at] + '~' + id[(at + 1)..])));
        Assert.False(s_ids.IsIssued(new string('a', 1_000) + id));
    }

    [Theory]
    [InlineData("{}", "{\"request\":{\"id\":\"x\"}}")]
    [InlineData("{\"a\":{\"request\":1,\"id\":2}}", "{\"a\":{\"request\":1,\"id\":2},\"request\":{\"id\":\"x\"}}")]
    [InlineData("{\"request\":{}}", "{\"request\":{\"id\":\"x\"}}")]
    [InlineData("{\"request\": { \"user\": {\"id\":1} }, \"b\":1}", "{\"request\": {\"id\":\"x\", \"user\": {\"id\":1} }, \"b\":1}")]
    [InlineData("{\"request\":{\"user\":\"u\",\"\\u0069d\":\"theirs\"}}", "{\"request\":{\"user\":\"u\",\"\\u0069d\":\"x\"}}")]
    [InlineData("{\"request\":null}", "{\"request\":{\"id\":\"x\"}}")]
    public void An_id_is_written_over_whatever_the_facts_say(string facts, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(RequestIds.Put(Encoding.UTF8.GetBytes(facts), "x")));
}
