using System.Collections.Immutable;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Cli.Reports;

/// <summary>The forms in which findings are given.</summary>
internal static class ReportFormat
{
    public static readonly string[] Names = ["text", "json", "sarif", "msbuild"];

    /// <summary>Writes findings, the ones for machines as one document.</summary>
    public static void Write(Terminal terminal, string format, ImmutableArray<Diagnostic> diagnostics, int files)
    {
        if (format == "json")
            JsonReport.Write(terminal.Out, diagnostics);
        else if (format == "sarif")
            SarifReport.Write(terminal.Out, diagnostics);
        else if (format == "msbuild")
            BuildReport.Write(terminal.Out, diagnostics);
        else
            WriteText(terminal.Ink, diagnostics, files);
    }

    private static void WriteText(Ink ink, ImmutableArray<Diagnostic> diagnostics, int files)
    {
        TextReport.Write(ink, diagnostics);
        var count = TextReport.Count(files, "file") ?? "no file";
        if (ExitCode.Of(diagnostics) == ExitCode.Clean)
            ink.Write("ok", Tone.Good).Line($": {count} checked{(diagnostics.IsEmpty ? "" : $", {TextReport.Summary(diagnostics)}")}");
        else
            ink.Line($"{TextReport.Summary(diagnostics)} in {count}", Tone.Strong);
    }
}
