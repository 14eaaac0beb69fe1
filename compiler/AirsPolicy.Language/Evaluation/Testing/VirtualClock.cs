using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>The clock of a policy test: it stands still but for <c>advance</c>.</summary>
/// <param name="zone">The IANA zone of <c>today</c> and <c>time_of_day</c>; UTC where this machine does not know it.</param>
internal sealed class VirtualClock(string zone)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;

    /// <summary>Where every test begins, so that its dates mean the same in every year: noon UTC on 2026-01-01.</summary>
    public static readonly DateTime Start = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>The time, in ticks of 100 ns since 0001-01-01 UTC.</summary>
    public long Now { get; private set; } = Start.Ticks;

    /// <summary>The clock as it stood at a time.</summary>
    public VirtualClock At(long ticks) => new(zone) { Now = ticks };

    /// <summary>The time as facts have it.</summary>
    public string NowText => InstantText.Format(Now);

    /// <summary>The day in the zone, as facts have it.</summary>
    public string TodayText => DateText.Format(DateOnly.FromDateTime(Local).DayNumber);

    /// <summary>The time of day in the zone, as facts have it.</summary>
    public string TimeOfDayText => DurationText.Format(Local.TimeOfDay.Ticks);

    private DateTime Local => TimeZoneInfo.ConvertTimeFromUtc(new DateTime(Now, DateTimeKind.Utc), _zone);

    /// <summary>Goes forward, and stays at the end of time.</summary>
    /// <param name="ticks">By how much, not negative.</param>
    public void Advance(long ticks) => Now += Math.Min(ticks, CheckedArithmetic.MaxInstant - Now);
}
