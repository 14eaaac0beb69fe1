using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Cli.Scanning;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs scan</c>: what detectors find in texts.</summary>
internal static class ScanCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("file")
        {
            Description =
                "Files with one text each, or JSON Lines (.jsonl) with a \"text\" or \"text_base64\" a line, and maybe \"label\" and " +
                "\"side\"; - is the standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var policy = new Option<string?>("--policy", "-p")
        {
            Description = "Ask the detectors that the rules of this policy ask. Without it: the packs of airs.detect.",
            HelpName = "policy",
        };
        var detectors = new Option<string[]>("--detector", "-d")
        {
            Description = "Ask this detector, of airs.detect or built in, and no others. Can be given several times.",
            HelpName = "name",
            DefaultValueFactory = _ => [],
        };
        var libraries = PathSymbols.Libraries();
        var rows = new Option<bool>("--jsonl") { Description = "Read every file as JSON Lines, whatever its name." };
        var measure = new Option<bool>("--measure") { Description = "Do not show the texts, but how many of each label are flagged." };
        var by = new Option<string?>("--by")
        {
            Description = "With --measure: also by this member of the rows, such as language.",
            HelpName = "member",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON: with --measure one document, without it one object a line." };
        var command = new AirsCommand("scan",
            "Shows what detectors find in texts, underlined. The exit code is 1 where something is found; with --measure it is 0.",
            ("airs scan mail.txt", "a text, with the library's detectors"),
            ("airs scan traffic.jsonl --policy shop", "rows, with the detectors of a policy"),
            ("airs scan attacks.jsonl ordinary.jsonl --measure", "recall, precision and false alarms"),
            ("airs scan rows.jsonl --detector pii.any --json", "for tools, with spans"))
        {
            files,
            policy,
            detectors,
            libraries,
            rows,
            measure,
            by,
            json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(policy) is not null && result.GetValue(detectors) is { Length: > 0 })
                result.AddError("--policy and --detector say both what to ask; give one of them.");
            if (result.GetValue(by) is not null && !result.GetValue(measure))
                result.AddError("--by goes with --measure.");
        });
        command.SetAction(line =>
        {
            var asked = line.GetValue(policy) is { } path ? AskedDetectors.OfPolicy(path, line.GetRequiredValue(libraries), terminal.Error)
                : line.GetRequiredValue(detectors) is { Length: > 0 } names ? AskedDetectors.Named(names)
                : AskedDetectors.OfLibrary();
            if (asked is null)
                return ExitCode.Usage;
            var scan = new TextScan(asked);
            var reader = new TextFiles(terminal.OpenInput, line.GetValue(rows), line.GetValue(by));
            using var progress = Progress.Of(terminal, "scanning", "texts", line.GetValue(json));
            var texts = Counted(line.GetRequiredValue(files).SelectMany(reader.Read), progress);
            if (!line.GetValue(measure))
                return Show(terminal, scan, texts, line.GetValue(json), progress);
            Measure(terminal, scan, texts, line.GetValue(by), line.GetValue(json));
            return ExitCode.Clean;
        });
        return command;
    }

    private static IEnumerable<ScannedText> Counted(IEnumerable<ScannedText> texts, Progress? progress)
    {
        var count = 0;
        foreach (var text in texts)
        {
            yield return text;
            progress?.Report(++count);
        }
        progress?.Clear();
    }

    private static int Show(Terminal terminal, TextScan scan, IEnumerable<ScannedText> texts, bool isJson, Progress? progress)
    {
        var (count, flagged) = (0, 0);
        foreach (var text in texts)
        {
            count++;
            var found = scan.Find(text);
            if (found.Count == 0) continue;
            flagged++;
            if (isJson) ScanJson.Write(terminal.Out, text, found);
            else if (progress is null) ScanText.Write(terminal.Ink, text, found);
            else progress.Around(() => ScanText.Write(terminal.Ink, text, found));
        }
        if (!isJson) ScanText.Summary(terminal.Ink, count, flagged);
        return flagged == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private static void Measure(Terminal terminal, TextScan scan, IEnumerable<ScannedText> texts, string? by, bool isJson)
    {
        var measurement = new Measurement();
        foreach (var text in texts)
            measurement.Add(text, scan.IsFlagged(text));
        if (isJson) MeasureJson.Write(terminal.Out, measurement, by);
        else MeasureText.Write(terminal.Ink, measurement, by);
    }
}
