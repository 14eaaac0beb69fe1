using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;

namespace AirsPolicy.Cli.Tests.Deciding;

public sealed class RequestTimeTests
{
    private static readonly DateTimeOffset s_present = new(2030, 6, 30, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("{}", "2030-06-30T23:30:00Z")]
    [InlineData("""{"now":"2027-03-31T09:00:00Z"}""", "2027-03-31T09:00:00Z")]
    [InlineData("""{"now":"2027-03-31T09:00:00Z","today":"2027-03-31","time_of_day":"11h"}""", "2027-03-31T09:00:00Z")]
    [InlineData("""{"today":"2027-03-31"}""", "2027-03-31T10:00:00Z")]
    [InlineData("""{"today":"2027-03-31","time_of_day":"8h30m"}""", "2027-03-31T06:30:00Z")]
    [InlineData("""{"today":"2027-01-31","time_of_day":30600}""", "2027-01-31T07:30:00Z")]
    [InlineData("""{"time_of_day":"8h30m"}""", "2030-07-01T06:30:00Z")]
    [InlineData("""{"time_of_day":"soon"}""", "2030-06-30T23:30:00Z")]
    [InlineData("""{"time_of_day":1e40}""", "2030-06-30T23:30:00Z")]
    [InlineData("[]", "2030-06-30T23:30:00Z")]
    [InlineData("no JSON", "2030-06-30T23:30:00Z")]
    public void A_request_is_decided_at_the_time_that_its_facts_say(string facts, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), RequestTime.Of(facts, "Europe/Berlin", s_present));

    [Theory]
    [InlineData("""{"now":"2027-03-31T23:00:00Z","today":"2027-03-31"}""", "'today' is 2027-03-31, and their 'now' is on 2027-04-01 in Europe/Berlin")]
    [InlineData("""{"now":"2027-03-31T09:00:00Z","time_of_day":"9h"}""", "'time_of_day' is 9h, and their 'now' is at 11h in Europe/Berlin")]
    [InlineData("""{"time_of_day":"24h"}""", "'time_of_day' is 1d; it is what a clock shows, from 0s to below 24h")]
    [InlineData("""{"time_of_day":-1}""", "'time_of_day' is -1s; it is")]
    [InlineData("""{"today":"2027-03-28","time_of_day":"2h30m"}""", "No clock shows 2h30m on 2027-03-28 in Europe/Berlin")]
    public void What_cannot_be_one_moment_is_refused(string facts, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<UsageException>(() => RequestTime.Of(facts, "Europe/Berlin", s_present)).Message,
            StringComparison.Ordinal);
}
