using System.Diagnostics;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// Values of each shape, as a constant holds them, from few so that facts and constants often meet; now and then an extreme one, on which
/// arithmetic overflows.
/// </summary>
internal sealed class ValueDraw(Draw draw)
{
    private static readonly long s_instant = new DateTime(2026, 6, 15, 10, 0, 0, DateTimeKind.Utc).Ticks;
    private static readonly long s_day = new DateOnly(2026, 6, 15).DayNumber;

    private static readonly string[] s_words =
    [
        "a",
        "b",
        "red",
        "Red",
        "hello",
        "legally binding",
        "not legally binding",
        "ＬＥＧＡＬＬＹ binding",
        "4111 1111 1111 1111",
        "4111111111111111",
        "078-05-1120",
        "ann@mail.example",
        "GB82 WEST 1234 5698 7654 32",
        "straße",
        "😀",
        "é",
        "I will sue",
        "k",
        "x1 23",
    ];

    public object Of(Shape shape) =>
        shape switch
        {
            BoolShape => draw.Chance(50),
            IntShape => Extreme() ? draw.Pick(long.MaxValue, long.MinValue) : draw.Pick(-1L, 0, 1, 2, 3, 100),
            DecimalShape => Extreme() ? draw.Pick(decimal.MaxValue, decimal.MinValue) : draw.Pick(-1.5m, 0m, 0.5m, 1m, 1.50m, 2m, 100m),
            ShareShape => draw.Pick(0L, 250_000, 500_000, 850_000, 1_000_000),
            MoneyShape => draw.Pick(0m, 0.01m, 9.99m, 10m, 200m, 500.01m),
            DurationShape => Extreme()
                ? long.MaxValue
                : draw.Pick(
                    0L,
                    TimeSpan.TicksPerSecond,
                    5 * TimeSpan.TicksPerMinute,
                    TimeSpan.TicksPerDay,
                    2 * TimeSpan.TicksPerDay,
                    36 * TimeSpan.TicksPerHour),
            InstantShape => Extreme()
                ? DateTime.MaxValue.Ticks
                : s_instant + draw.Pick(-TimeSpan.TicksPerDay, 0, TimeSpan.TicksPerSecond, TimeSpan.TicksPerDay),
            DateShape => s_day + draw.Between(-2, 2),
            SizeShape => Extreme() ? long.MaxValue : draw.Pick(0L, 1, 7, 1_024, 65_536),
            EnumShape names => (long)draw.Below(names.Names.Count),
            TextShape => Text(),
            _ => throw new UnreachableException($"No constant has the shape {shape}."),
        };

    public string Text() => string.Concat(draw.Many(0, 3, () => draw.From(s_words) + draw.Pick("", " ", " ", ", ")));

    private bool Extreme() => draw.Below(200) == 0;
}
