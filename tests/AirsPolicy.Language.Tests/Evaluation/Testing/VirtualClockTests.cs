using System.Globalization;
using AirsPolicy.Language.Evaluation.Testing;

namespace AirsPolicy.Language.Tests.Evaluation.Testing;

public sealed class VirtualClockTests
{
    // Summer time moves the end of the day by an hour, in both directions and both halves of the world.
    [Theory]
    [InlineData("UTC", "2030-06-30T23:59:59Z", "2030-06-30")]
    [InlineData("Europe/London", "2030-06-30T22:59:59Z", "2030-06-30")]
    [InlineData("Europe/London", "2030-06-30T23:00:00Z", "2030-07-01")]
    [InlineData("Europe/London", "2030-12-31T23:00:00Z", "2030-12-31")]
    [InlineData("America/New_York", "2030-07-01T04:00:00Z", "2030-07-01")]
    [InlineData("America/New_York", "2030-12-01T04:59:59Z", "2030-11-30")]
    [InlineData("Australia/Sydney", "2030-12-31T13:00:00Z", "2031-01-01")]
    [InlineData("Australia/Sydney", "2030-06-30T13:00:00Z", "2030-06-30")]
    [InlineData("Nowhere/AtAll", "2030-06-30T23:59:59Z", "2030-06-30")]
    public void The_day_follows_the_summer_time_of_the_zone(string zone, string instant, string day) =>
        Assert.Equal(day, new VirtualClock(zone).At(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcTicks).TodayText);

    [Theory]
    [InlineData("UTC", "2030-06-30T23:59:59Z", "23h59m59s")]
    [InlineData("UTC", "2030-06-30T00:00:00Z", "0s")]
    [InlineData("Europe/London", "2030-06-30T23:00:00Z", "0s")]
    [InlineData("Europe/London", "2030-12-31T23:00:00Z", "23h")]
    [InlineData("Asia/Kolkata", "2030-06-30T23:30:00.5Z", "5h500ms")]
    public void The_time_of_day_is_what_a_clock_shows_in_the_zone(string zone, string instant, string time) =>
        Assert.Equal(time, new VirtualClock(zone).At(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcTicks).TimeOfDayText);
}
