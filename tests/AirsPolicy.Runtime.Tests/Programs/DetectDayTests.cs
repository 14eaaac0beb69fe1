using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Tests.Programs;

public sealed class DetectDayTests
{
    private static readonly int s_last = new DateOnly(2026, 6, 15).DayNumber;

    private static ControlTable Control(bool detect, int? until) =>
        new(new RuleOrigin("shop.c", null, null, "", 0, "a.airs", 1, 1), [], detect, until);

    // A waiver puts its control in detect mode through its last day.
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(400, false)]
    public void A_control_is_in_force_again_on_the_day_after_the_last_of_its_waiver(int days, bool isDetect) =>
        Assert.Equal(isDetect, CompiledPolicy.IsDetect(Control(detect: true, s_last), s_last + days));

    [Fact]
    public void Detect_mode_without_an_end_has_none_and_where_no_day_is_known_one_with_an_end_is_over()
    {
        Assert.True(CompiledPolicy.IsDetect(Control(detect: true, null), s_last));
        Assert.True(CompiledPolicy.IsDetect(Control(detect: true, null), today: null));
        Assert.False(CompiledPolicy.IsDetect(Control(detect: true, s_last), today: null));
        Assert.False(CompiledPolicy.IsDetect(Control(detect: false, s_last), s_last));
    }
}
