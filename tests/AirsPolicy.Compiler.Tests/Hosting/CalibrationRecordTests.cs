using System.Text;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Compiler.Tests.Hosting;

public sealed class CalibrationRecordTests
{
    private static readonly CalibrationRecord s_record = new(
        new DateTimeOffset(2026, 3, 1, 10, 30, 5, TimeSpan.FromHours(2)),
        "shop.conduct",
        "large, \"small\"",
        "sha256:a",
        "sha256:b",
        new CalibrationFigures(100, 90, 81, 3, 6, 10),
        123_456_789_012,
        345,
        0.1250m);

    private const string Written = """
        {
          "time": "2026-03-01T08:30:05Z",
          "judge": "shop.conduct",
          "model": "large, \u0022small\u0022",
          "judge_digest": "sha256:a",
          "cases_digest": "sha256:b",
          "cases": 100,
          "telling": 90,
          "agreeing": 81,
          "missed": 3,
          "alarms": 6,
          "unanswered": 10,
          "input_tokens": 123456789012,
          "output_tokens": 345,
          "cost": 0.1250
        }
        """;

    [Fact]
    public void A_record_is_written_and_read_back()
    {
        Assert.Equal(Written, s_record.ToString());
        Assert.Equal(s_record with { Time = s_record.Time.ToUniversalTime() }, CalibrationRecord.Read(Encoding.UTF8.GetBytes(Written)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("null", "It is null.")]
    [InlineData("[]", "")]
    [InlineData("{}", "It lacks 'time'.")]
    [InlineData("{\"time\":\"2026-03-01T08:30:05Z\",\"judge\":null}", "It lacks 'judge'.")]
    [InlineData("{\"time\":\"yesterday\"}", "")]
    [InlineData("{\"time\":3}", "")]
    public void What_is_no_record_is_refused(string json, string reason)
    {
        var refused = Assert.Throws<InvalidDataException>(() => CalibrationRecord.Read(Encoding.UTF8.GetBytes(json)));
        Assert.StartsWith($"This is no record of a calibration: {reason}", refused.Message, StringComparison.Ordinal);
    }
}
