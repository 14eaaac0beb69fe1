using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Checking;

namespace AirsPolicy.Cli.Auditing;

/// <summary>What <c>airs audit verify</c> says to people.</summary>
internal static class AuditText
{
    public static void Write(Ink ink, string path, EvidenceReport report)
    {
        var figures = report.Figures;
        ink.Write(DisplayText.Visible(path), Tone.Strong).Line($": {figures.Records} records, {figures.Checkpoints} checkpoints");
        if (figures is { First: { } first, Last: { } last })
            ink.Line($"from {Time(first)} to {Time(last)}", Tone.Faint);
        foreach (var (kind, count) in figures.Kinds)
            ink.Line($"  {kind.Word(),-10} {count}");
        ink.Line($"content of {figures.ContentsKept} records kept, of {figures.ContentsDeleted} deleted");
        foreach (var finding in report.Findings)
            ink.Write(finding.IsWarning ? "warning: " : "wrong: ", finding.IsWarning ? Tone.Warning : Tone.Bad)
                .Line(DisplayText.Visible(finding.Message));
        if (report.MoreFindings > 0)
            ink.Line($"and {report.MoreFindings} findings more");
        if (report.Holds && figures.Covered < figures.Records)
            ink.Line($"The last {figures.Records - figures.Covered} records are covered by no checkpoint yet.", Tone.Warning);
        ink.Line(report.Holds ? "Verified." : "Not verified.", report.Holds ? Tone.Good : Tone.Bad);
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
