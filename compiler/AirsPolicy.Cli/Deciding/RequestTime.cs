using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Deciding;

/// <summary>
/// When a request is decided: at its own <c>now</c>, at its own <c>time_of_day</c> of its own <c>today</c>, at noon of the latter, or at
/// present.
/// </summary>
internal static class RequestTime
{
    private const long MostSeconds = long.MaxValue / TimeSpan.TicksPerSecond;

    /// <exception cref="UsageException">Its day or its time of day is not that of its time, or no clock shows that.</exception>
    public static DateTimeOffset Of(string facts, string zone, DateTimeOffset present)
    {
        var (now, today, timeOfDay) = Given(facts);
        var zoned = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
        if (now is { } time)
        {
            var at = new DateTimeOffset(time, TimeSpan.Zero);
            var local = TimeZoneInfo.ConvertTime(at, zoned).DateTime;
            var itself = DateOnly.FromDateTime(local);
            if (today is { } day && day != itself)
                throw Contradicts("today", DateText.Format(day.DayNumber), $"on {DateText.Format(itself.DayNumber)}", zone);
            if (timeOfDay is { } clock && clock != local.TimeOfDay.Ticks)
                throw Contradicts("time_of_day", DurationText.Format(clock), $"at {DurationText.Format(local.TimeOfDay.Ticks)}", zone);
            return at;
        }
        if (today is null && timeOfDay is null)
            return present;
        if (timeOfDay is < 0 or >= TimeSpan.TicksPerDay)
            throw new UsageException(
                $"The facts say that 'time_of_day' is {DurationText.Format(timeOfDay.Value)}; " +
                "it is what a clock shows, from 0s to below 24h.");
        var moment = (today ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(present, zoned).DateTime))
            .ToDateTime(timeOfDay is { } said ? new TimeOnly(said) : new TimeOnly(12, 0));
        return zoned.IsInvalidTime(moment)
            ? throw new UsageException(
                $"No clock shows {DurationText.Format(moment.TimeOfDay.Ticks)} on " +
                $"{DateText.Format(DateOnly.FromDateTime(moment).DayNumber)} in {zone}, where clocks are put forward then; " +
                "give 'now' instead of 'time_of_day'.")
            : new DateTimeOffset(moment, zoned.GetUtcOffset(moment)).ToUniversalTime();
    }

    private static UsageException Contradicts(string name, string said, string itself, string zone) =>
        new($"The facts say that '{name}' is {said}, and their 'now' is {itself} in {zone}; leave one of the two out.");

    // What is no JSON, or no time, is refused when it is read.
    private static (long? Now, DateOnly? Today, long? TimeOfDay) Given(string facts)
    {
        try
        {
            using var document = JsonDocument.Parse(facts);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? (null, null, null)
                : (
                    Text(document.RootElement, "now") is { } now && InstantText.TryParse(now, out var ticks) ? ticks : null,
                    Text(document.RootElement, "today") is { } today && DateText.TryParse(today, out var day)
                        ? DateOnly.FromDayNumber((int)day)
                        : null,
                    Duration(document.RootElement, "time_of_day"));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, null, null);
        }
    }

    // A duration is written as the language does, or as a number of seconds.
    private static long? Duration(JsonElement facts, string name) => facts.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String when DurationText.TryParse(value.GetString(), out var ticks) => ticks,
            JsonValueKind.Number when value.TryGetDecimal(out var seconds) && Math.Abs(seconds) <= MostSeconds => (long)(
                seconds * TimeSpan.TicksPerSecond),
            _ => null,
        }
        : null;

    private static string? Text(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
