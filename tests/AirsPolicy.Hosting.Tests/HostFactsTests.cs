using System.Globalization;
using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Hosting.Tests.Programs;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Hosting.Tests;

public sealed class HostFactsTests
{
    private static readonly DateTimeOffset s_evening = new(2030, 6, 30, 23, 30, 0, TimeSpan.Zero);

    [Fact]
    public void The_day_is_that_of_the_policys_zone()
    {
        Assert.Equal(new DateOnly(2030, 6, 30), DayIn("UTC"));
        Assert.Equal(new DateOnly(2030, 7, 1), DayIn("Europe/Berlin"));
    }

    // Summer time moves the end of the day by an hour, in both directions and both halves of the world.
    [Theory]
    [InlineData("Europe/London", "2030-06-30T22:59:59Z", "2030-06-30")]
    [InlineData("Europe/London", "2030-06-30T23:00:00Z", "2030-07-01")]
    [InlineData("Europe/London", "2030-12-31T23:00:00Z", "2030-12-31")]
    [InlineData("America/New_York", "2030-07-01T03:59:59Z", "2030-06-30")]
    [InlineData("America/New_York", "2030-07-01T04:00:00Z", "2030-07-01")]
    [InlineData("America/New_York", "2030-12-01T04:59:59Z", "2030-11-30")]
    [InlineData("Australia/Sydney", "2030-12-31T13:00:00Z", "2031-01-01")]
    [InlineData("Australia/Sydney", "2030-06-30T13:00:00Z", "2030-06-30")]
    public void The_day_follows_the_summer_time_of_the_zone(string zone, string instant, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, CultureInfo.InvariantCulture),
            DayIn(zone, DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("UTC", "2030-06-30T23:30:00Z", "23:30:00")]
    [InlineData("UTC", "2030-06-30T00:00:00Z", "00:00:00")]
    [InlineData("UTC", "2030-06-30T23:59:59.9999999Z", "23:59:59.9999999")]
    [InlineData("Europe/London", "2030-06-30T23:00:00Z", "00:00:00")]
    [InlineData("Europe/London", "2030-12-31T23:00:00Z", "23:00:00")]
    [InlineData("America/New_York", "2030-07-01T03:59:59Z", "23:59:59")]
    [InlineData("Asia/Kolkata", "2030-06-30T23:30:00Z", "05:00:00")]
    [InlineData("Europe/London", "2030-10-27T00:30:00Z", "01:30:00")]
    [InlineData("Europe/London", "2030-10-27T01:30:00Z", "01:30:00")]
    public void The_time_of_day_is_what_a_clock_shows_in_the_policys_zone(string zone, string instant, string time)
    {
        var shown = 0L;
        Host(
            new SetClock(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)),
            zone,
            facts => shown = facts.Long(SlotOf("time_of_day"))).Decide("input", """{"time_of_day":"12h"}"""u8);

        Assert.Equal(TimeSpan.Parse(time, CultureInfo.InvariantCulture), TimeSpan.FromTicks(shown));
    }

    [Fact]
    public void Time_never_runs_back_for_a_policy()
    {
        var clock = new SetClock(s_evening);
        var times = new List<long>();
        var host = Host(clock, "UTC", facts => times.Add(facts.Long(SlotOf("now"))));
        host.Decide("input", "{}"u8);
        clock.Now = s_evening.AddHours(-1);
        host.Decide("input", "{}"u8);
        clock.Now = s_evening.AddHours(1);
        host.Decide("input", "{}"u8);

        Assert.Equal([s_evening.UtcTicks, s_evening.UtcTicks, s_evening.AddHours(1).UtcTicks], times);
    }

    [Theory]
    [InlineData(0.002)]
    [InlineData(1)]
    [InlineData(59)]
    public void A_clock_that_is_set_back_by_a_little_stands_still_until_it_has_caught_up(double seconds)
    {
        var clock = new SetClock(s_evening);
        var policy = new PolicyClock(clock);
        Assert.Equal(s_evening, policy.Now());

        clock.Now = s_evening.AddSeconds(-seconds);
        Assert.Equal(s_evening, policy.Now());
        clock.Now = s_evening.AddSeconds(seconds);
        Assert.Equal(clock.Now, policy.Now());
    }

    [Fact]
    public void No_two_requests_have_one_id_whatever_the_facts_say()
    {
        var ids = new List<string>();
        var host = Host(new SetClock(s_evening), "UTC", facts => ids.Add(facts.Chars(facts.Long(SlotOf("request", "id"))).ToString()));
        for (var i = 0; i < 3; i++)
            host.Decide("input", "{\"request\":{\"id\":\"theirs\"}}"u8);

        Assert.Equal(3, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("theirs", ids);
    }

    [Fact]
    public void An_id_that_went_out_with_the_facts_stands()
    {
        var ids = new List<string>();
        var host = Host(
            new SetClock(s_evening),
            "UTC",
            facts => ids.Add(facts.Chars(facts.Long(SlotOf("request", "id"))).ToString()),
            new byte[16]);
        var issued = new RequestIds(new byte[16]).Issue("one");
        host.Decide("input", System.Text.Encoding.UTF8.GetBytes($"{{\"request\":{{\"id\":\"{issued}\"}}}}"));

        Assert.Equal([issued], ids);
    }

    private static DateOnly DayIn(string zone) => DayIn(zone, s_evening);

    private static DateOnly DayIn(string zone, DateTimeOffset instant)
    {
        var day = 0L;
        Host(new SetClock(instant), zone, facts => day = facts.Long(SlotOf("today"))).Decide("input", "{}"u8);
        return DateOnly.FromDayNumber((int)day);
    }

    private static PolicyHost Host(TimeProvider clock, string zone, Action<FactFrame> seen, byte[]? key = null)
    {
        var host = new PolicyHost(new PolicyHostOptions { Clock = clock, SamplingKey = key });
        host.Use(Written.Bundle((facts, _) => seen(facts), zone: zone));
        return host;
    }

    private static int SlotOf(params ReadOnlySpan<string> path) => SlotLayout.Find(Written.Input.Facts, path)!.Value.Offset;

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
