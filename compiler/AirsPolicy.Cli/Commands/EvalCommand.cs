using System.CommandLine;
using System.Runtime.CompilerServices;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Cli.Signing;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs eval</c>: asks a policy for one decision.</summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PathSymbols.PolicyOrBundle();
        var libraries = PathSymbols.Libraries();
        var (point, facts, tool, past) = (RequestSymbols.Point(), RequestSymbols.Facts(), RequestSymbols.Tool(), RequestSymbols.Past());
        var (keys, threshold) = (PathSymbols.Keys(), PathSymbols.Threshold());
        var trust = new Option<bool>("--trust")
        {
            Description = "Run the code of a bundle whoever has signed it. Sources need no trust: nothing of them is run.",
        };
        var command = new AirsCommand(
            "eval",
            "Asks a policy for one decision and writes it as JSON, with the texts that go on changed. The exit code is 0 whatever the " +
            "decision.",
            ("airs eval shop --point output --facts facts.json", "the decision on an answer"),
            ("airs eval shop.airsb --key release.pub --point output --facts facts.json", "the same by the code of a signed bundle"),
            ("airs eval shop.airsb --trust --point output --facts facts.json", "the same whoever has signed it"),
            ("airs eval shop -p input -f facts.json --past trace.jsonl", "with what a trace says has happened before"),
            ("airs eval shop --point tool_call --tool refund --facts -", "with the facts on the standard input"))
        {
            policy, libraries, point, facts, tool, past, keys, threshold, trust,
        };
        command.SetAction(line =>
        {
            var (path, at, of) = (line.GetRequiredValue(policy), line.GetRequiredValue(point), line.GetValue(tool));
            var isBundle = BundleFile.IsBundle(path);
            var files = line.GetRequiredValue(keys);
            if (isBundle && files.Length == 0 && !line.GetValue(trust))
                throw BundleFile.NotTrusted(path);
            var trusted = files.Length == 0 ? null : KeyFile.ReadTrusted(files, line.GetValue(threshold));
            var text = FactsText.Read(line.GetRequiredValue(facts), terminal.OpenInput);
            var before = line.GetValue(past) is { } trace ? FactsText.Read(trace, terminal.OpenInput) : null;
            var decision = isBundle
                ? AskBundle(path, trusted, at, of, text, before)
                : AskFolder(path, line.GetRequiredValue(libraries), at, of, text, before, terminal.Error);
            if (decision is null)
                return ExitCode.Findings;
            DecisionReport.Write(terminal.Out, decision, text);
            return ExitCode.Clean;
        });
        return command;
    }

    // Apart, so that asking a folder loads nothing that only bundles need.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Decision AskBundle(string path, TrustedKeys? keys, string point, string? tool, string facts, string? past) =>
        new AskedBundle(path, keys).Decide(point, tool, facts, past);

    private static Decision? AskFolder(
        string path, string[] libraries, string point, string? tool, string facts, string? past, TextWriter errors) =>
        PolicyChoice.Bind(path, libraries, errors) is { } model ? AskedPolicy.Explain(model, point, tool, facts, past).Decision : null;
}
