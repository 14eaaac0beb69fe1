using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Language.Comparison;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs diff</c>: which decisions differ between two versions of a policy.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var before = PathSymbols.Version("before", "The earlier version");
        var after = PathSymbols.Version("after", "The later version");
        var libraries = PathSymbols.Libraries();
        var traffic = new Option<string?>("--traffic")
        {
            Description =
                "Recorded requests: one JSON object a line with \"point\" and \"facts\"; - is the standard input. Both versions decide " +
                "them instead of requests made up.",
            HelpName = "file",
        };
        var all = new Option<bool>("--all") { Description = "Show every request kept, and not one for each change." };
        var json = new Option<bool>("--json") { Description = "Write JSON, with every request kept." };
        var markdown = new Option<string?>("--markdown")
        {
            Description = "Also write the differences as Markdown to this file.",
            HelpName = "file",
        };
        var day = PathSymbols.Day();
        var bounds = ComparisonBounds.Default;
        var command = new AirsCommand("diff",
            "Shows which decisions differ between two versions of a policy, each with a request that shows it. Requests are made up from the rules of both versions: "
            + $"at most {bounds.RequestsOfOneRule} for a rule at a point and {bounds.Requests:N0} in all, the same every time. "
            + "A change that no request shows is listed as not decided. The exit code is 0 only where both versions mean the same.",
            ("airs diff main/shop shop", "what a change does"),
            ("airs diff shop-1.airsb shop-2.airsb --all", "between two bundles, with all requests"),
            ("airs diff main/shop shop --traffic facts.jsonl", "on how many recorded requests, and which"),
            ("airs diff main/shop shop --as-of 2027-04-01", "what differs on a day"))
        {
            before, after, libraries, traffic, all, json, markdown, day,
        };
        command.SetAction(line =>
        {
            var folders = line.GetRequiredValue(libraries);
            var recorded = line.GetValue(traffic) is { } file ? FactsText.Read(file, terminal.OpenInput) : null;
            if (Bind(line.GetRequiredValue(before), folders, terminal.Error) is not { } first
                || Bind(line.GetRequiredValue(after), folders, terminal.Error) is not { } second)
                return ExitCode.Usage;
            var output = new DifferenceOutput(terminal, first, second)
            {
                ShowsAll = line.GetValue(all),
                IsJson = line.GetValue(json),
                Markdown = line.GetValue(markdown),
            };
            return recorded is null
                ? Search(terminal, output, bounds with { Day = line.GetValue(day) })
                : Replay(terminal, output, TrafficText.Read(recorded, second.System, Time(line.GetValue(day))));
        });
        return command;
    }

    // Recorded requests that say no time were made at noon of the day.
    private static DateTimeOffset Time(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero) : TimeProvider.System.GetUtcNow();

    private static int Search(Terminal terminal, DifferenceOutput output, ComparisonBounds bounds)
    {
        ComparisonReport report;
        using (var progress = Progress.Of(terminal, "comparing", "requests", output.IsJson))
            report = PolicyComparison.Compare(output.Before, output.After, bounds, count => progress?.Report(count));
        output.Write(report);
        return report.HasChanges ? ExitCode.Findings : ExitCode.Clean;
    }

    private static int Replay(Terminal terminal, DifferenceOutput output, IReadOnlyList<RecordedRequest> requests)
    {
        TrafficReport report;
        using (var progress = Progress.Of(terminal, "comparing", "requests", output.IsJson))
            report = PolicyComparison.Replay(output.Before, output.After, requests, count => progress?.Report(count, requests.Count));
        output.Write(report);
        return report.Verdict == ComparisonVerdict.NoDifference ? ExitCode.Clean : ExitCode.Findings;
    }

    // A version that does not build cannot be compared: its errors are written, and no exit code says that there is no difference.
    private static PolicyModel? Bind(string path, string[] libraries, TextWriter errors) =>
        BundleFile.IsBundle(path) ? BundleFile.Bind(path) : PolicyChoice.Bind(path, libraries, errors);
}
