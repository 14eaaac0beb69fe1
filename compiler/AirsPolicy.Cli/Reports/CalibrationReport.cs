using System.Globalization;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Reports;

/// <summary>Writes how well a judge does.</summary>
internal static class CalibrationReport
{
    public static void Write(TextWriter output, JudgeModel judge, CalibrationFigures figures)
    {
        var bars = judge.Calibration!.Bars;
        output.WriteLine(
            $"{judge.Name}: {figures.Cases} cases, something is the matter in {figures.Telling} of them{(figures.Unanswered == 0 ? "" : $", no answer to {figures.Unanswered}")}"
        );
        Row("agreement", figures.Agreement, bars.Agreement, "at least");
        Row("missed", figures.Missed, bars.Missed, "at most");
        Row("false_alarms", figures.FalseAlarms, bars.FalseAlarms, "at most");
        foreach (var name in bars.NotKept(figures))
            output.WriteLine($"not kept: {name}");

        void Row(string name, ShareEstimate share, long? bar, string side) =>
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name,-13}{(share.Of == 0 ? "-" : Percent(share.Value)),7}  {share.Hits} of {share.Of}, between {Percent(share.Low)} and {Percent(share.High)}{(bar is { } asked ? $", {side} {asked / 10_000m:0.####}%" : "")}"
                ));
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
