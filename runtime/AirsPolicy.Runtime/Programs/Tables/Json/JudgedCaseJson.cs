using System.Text.Json;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>The cases of judges as JSON.</summary>
internal static class JudgedCaseJson
{
    public static void Write(Utf8JsonWriter writer, JudgedCase judged)
    {
        writer.WriteStartObject();
        writer.WriteNumber("line", judged.Line);
        writer.Texts("shown", judged.Shown);
        writer.WriteString("facts", judged.Facts);
        writer.WriteString("answer", judged.Answer);
        writer.WriteString("verdict", judged.Verdict);
        writer.Optional("because", judged.Because);
        writer.Optional("until", (long?)judged.Until);
        writer.WriteEndObject();
    }

    public static JudgedCase Read(JsonElement json) =>
        new(
            json.Int("line"),
            json.Texts("shown"),
            json.Text("facts"),
            json.Text("answer"),
            json.Text("verdict"),
            json.OptionalText("because"),
            json.OptionalInt("until"));

    public static void Write(Utf8JsonWriter writer, CalibrationTable calibration)
    {
        writer.WriteStartObject();
        writer.List("cases", calibration.Cases, judged => Write(writer, judged));
        writer.Optional("agreement", calibration.Bars.Agreement);
        writer.Optional("missed", calibration.Bars.Missed);
        writer.Optional("falseAlarms", calibration.Bars.FalseAlarms);
        writer.WriteEndObject();
    }

    public static CalibrationTable ReadCalibration(JsonElement json) =>
        new(
            json.List("cases", Read),
            new CalibrationBars(json.OptionalLong("agreement"), json.OptionalLong("missed"), json.OptionalLong("falseAlarms")));
}
