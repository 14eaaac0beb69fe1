using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Judging;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Judging;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs calibrate</c>: how well a judge does, by answers that it gave.</summary>
internal static class CalibrateCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PathSymbols.PolicyOrBundle();
        var answers = new Argument<string?>("answers")
        {
            Description =
                "What the judge has said, one JSON object a line: its answer to each case of its file, in their order, or null; where " +
                "another judge measures it, recorded facts with the answers of both. - is the standard input. Left out with --endpoint.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var name = new Option<string?>("--judge") { Description = "The judge, where the policy measures several." };
        var libraries = PathSymbols.Libraries();
        var live = new LiveModelSymbols(
            "--endpoint",
            "Ask a model at this address, which speaks the protocol of OpenAI's chat completions, about each case.");
        var command = new AirsCommand("calibrate",
            "Says how well a judge does by the cases or the judge that 'calibrate' names, with the interval in which the true share " +
            "lies in 95 of 100 samples. The exit code is 1 where a bar is not kept.",
            ("airs calibrate bank answers.jsonl --judge conduct", "what a model said of the golden set"),
            ("airs calibrate bank.airsb facts.jsonl --judge quick", "how far a small judge is from a large one"),
            ("airs calibrate bank --endpoint https://models.example/v1 -o conduct.json", "what a model says now"))
        {
            policy,
            answers,
            name,
            libraries,
        };
        live.AddWithCostTo(command);
        command.SetAction(line =>
        {
            var model = live.Read(line);
            if (model is null == line.GetValue(answers) is null)
                throw new UsageException("Name a file of answers, or with --endpoint the model that is asked for them.");
            var text = model is null ? FactsText.Read(line.GetRequiredValue(answers)!, terminal.OpenInput) : "";
            var path = line.GetRequiredValue(policy);
            var bound = BundleFile.IsBundle(path)
                ? BundleFile.Bind(path)
                : PolicyChoice.Bind(path, line.GetRequiredValue(libraries), terminal.Error);
            if (bound is null)
                return ExitCode.Usage;
            var judge = Judge(bound, line.GetValue(name));
            var figures = model is null
                ? Figures(bound, judge, [.. text.ReplaceLineEndings("\n").Split('\n').Where(row => row.Length > 0)])
                : Ask(bound, judge, model, live.Agreed(line), live.Output(line), terminal);
            CalibrationReport.Write(terminal.Out, judge, figures);
            return judge.Calibration!.Bars.NotKept(figures).Any() ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    // Apart, so that measuring answers loads nothing that asks for them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CalibrationFigures Ask(
        PolicyModel policy, JudgeModel judge, LiveModel model, bool agreed, string? output, Terminal terminal)
    {
        var record = LiveCalibration.Run(policy, judge, model, agreed, terminal);
        if (output is not null)
            OutputFile.Write(output, file => file.Write(Encoding.UTF8.GetBytes(record + "\n")));
        return record.Figures;
    }

    private static JudgeModel Judge(PolicyModel model, string? name)
    {
        var measured = model
            .Judges.Where(judge =>
                judge.Calibration is not null
                && (name is null || judge.Name == name || judge.Name.EndsWith($".{name}", StringComparison.Ordinal)))
            .ToList();
        return measured switch
        {
            [var only] => only,
            [] => throw new UsageException(
                name is null ? "No judge of this policy says 'calibrate'." : $"No judge '{name}' of this policy says 'calibrate'."),
            _ => throw new UsageException(
                $"The policy measures several judges: {string.Join(", ", measured.Select(judge => judge.Name))}. Name one with '--judge'."),
        };
    }

    private static CalibrationFigures Figures(PolicyModel model, JudgeModel judge, List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            CheckJson(lines[i], i + 1);
        var measure = new JudgeMeasure(new PolicyInterpreter(model), judge);
        if (judge.Calibration!.Against is { } against)
            return measure.OfRequests(model.Judges.First(other => other.Name == against), lines);
        var cases = judge.Calibration.Cases.Count;
        return lines.Count == cases ? measure.OfCases(lines.ConvertAll(line => line.Trim() == "null" ? null : line))
            : throw new UsageException($"'{judge.Name}' is measured by {cases} cases, and there are {lines.Count} answers.");
    }

    private static void CheckJson(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null)
                return;
        }
        catch (JsonException)
        {
        }
        throw new UsageException($"Line {number} is not a JSON object.");
    }
}
