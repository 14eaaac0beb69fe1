using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Facts;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs facts</c>: what a host gives with each request.</summary>
internal static class FactsCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PathSymbols.PolicyOrBundle();
        var libraries = PathSymbols.Libraries();
        var point = RequestSymbols.OnePoint();
        var json = new Option<bool>("--json")
        {
            Description = "Write JSON Schema 2020-12 of the facts: of one point by itself, of all points under $defs.",
        };
        var command = new AirsCommand("facts",
            "Says what a host gives with each request: every fact that the policy reads at each decision point, who gives it, what reads it, "
            + "and what follows where it is missing.",
            ("airs facts shop", "the facts of every point at which the policy stands"),
            ("airs facts shop.airsb --point tool_call", "those of one point, from a bundle"),
            ("airs facts shop --point output --json", "as JSON Schema, to check or make requests with")) { policy, libraries, point, json };
        command.SetAction(line =>
        {
            var path = line.GetRequiredValue(policy);
            var model = BundleFile.IsBundle(path)
                ? BundleFile.Bind(path)
                : PolicyChoice.Bind(path, line.GetRequiredValue(libraries), terminal.Error);
            if (model is null)
                return ExitCode.Findings;
            var requests = At(model, line.GetValue(point));
            if (!line.GetValue(json))
                new RequestFactsText(terminal.Ink, terminal.Width).Write(model, requests);
            else
                terminal.Out.Write(
                    (
                        line.GetValue(point) is not null
                            ? FactsSchema.Write(requests[0].Layout, FactNotes.Of(requests[0]))
                            : FactsSchema.WriteAll(
                                $"The facts of {model.Name}",
                                requests.Select(request => (request.Layout, FactNotes.Of(request))))
                    ) + "\n");
            return ExitCode.Clean;
        });
        return command;
    }

    private static ValueList<RequestFacts> At(PolicyModel model, string? point)
    {
        var requests = RequestFacts.Of(model);
        if (point is null)
            return requests;
        return requests.FirstOrDefault(request => request.Layout.Point == point) is { } only
            ? [only]
            : throw new UsageException(
                $"Nothing of '{model.Name}' stands at '{point}', so that nothing is to be given there. It stands at {Names(requests)}.");
    }

    private static string Names(ValueList<RequestFacts> requests) =>
        requests.Count == 0 ? "no point" : string.Join(", ", requests.Select(request => request.Layout.Point));
}
