using System.Globalization;
using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Deciding;

/// <summary>When a request is decided: at its own <c>now</c>, at noon of its own <c>today</c>, or at present.</summary>
internal static class RequestTime
{
    /// <exception cref="UsageException">Its day is not that of its time.</exception>
    public static DateTimeOffset Of(string facts, string zone, DateTimeOffset present)
    {
        var (now, today) = Given(facts);
        var zoned = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
        if (now is { } time)
        {
            var at = new DateTimeOffset(time, TimeSpan.Zero);
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zoned).DateTime);
            return today is null || today == day
                ? at
                : throw new UsageException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The facts say that 'today' is {today:yyyy-MM-dd}, and their 'now' is on {day:yyyy-MM-dd} in {zone}; leave one of the two out."
                    ));
        }
        if (today is not { } given)
            return present;
        var noon = given.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, zoned.GetUtcOffset(noon)).ToUniversalTime();
    }

    // What is no JSON, or no time, is refused when it is read.
    private static (long? Now, DateOnly? Today) Given(string facts)
    {
        try
        {
            using var document = JsonDocument.Parse(facts);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? (null, null)
                : (
                    Text(document.RootElement, "now") is { } now && InstantText.TryParse(now, out var ticks) ? ticks : null,
                    Text(document.RootElement, "today") is { } today && DateText.TryParse(today, out var day)
                        ? DateOnly.FromDayNumber((int)day)
                        : null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
