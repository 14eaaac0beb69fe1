using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Judging;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Probing;

/// <summary>Runs a probe from the command line.</summary>
internal static class ProbeRun
{
    /// <summary>Asks the model and says what became of it.</summary>
    /// <param name="instructions">A file with what the application tells the model, or null.</param>
    /// <param name="facts">A JSON file with facts of the application, or null.</param>
    /// <param name="agreed">Many requests may be sent.</param>
    /// <exception cref="UsageException">The model cannot be asked like this.</exception>
    public static int Run(
        PolicyModel policy, LiveModel live, string? instructions, string? facts, bool agreed, bool isJson, Terminal terminal)
    {
        var about = Probe.Requests;
        var judges = policy.Judges.Count == 0 ? "" : ", and those of its judges";
        if (about > LiveCalibration.MostUnasked && !agreed)
            throw new UsageException($"{about} requests would be sent to the model{judges}. Say --yes where that is meant.");
        terminal.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{about} requests are sent to {live.Endpoint}{judges}."));
        using var progress = Progress.Of(terminal, "asking", "questions", isJson);
        var probe = new Probe(
            policy,
            live,
            instructions is null ? null : FactsText.Read(instructions, terminal.OpenInput).Trim(),
            facts is null ? new Dictionary<string, JsonNode?>() : Facts(FactsText.Read(facts, terminal.OpenInput), facts));
        var results = probe.RunAsync(done => progress?.Report(done, ProbeQuestion.All.Length)).GetAwaiter().GetResult();
        progress?.Clear();
        if (isJson)
            ProbeReportJson.Write(terminal.Out, results);
        else
            ProbeText.Write(terminal.Ink, results);
        return results.Any(result => result.With.End is ProbeEnd.CameThrough or ProbeEnd.NotChecked or ProbeEnd.Failed)
            ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private static Dictionary<string, JsonNode?> Facts(string text, string path)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject facts)
                return facts.ToDictionary(fact => fact.Key, fact => fact.Value?.DeepClone(), StringComparer.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException($"The facts in '{path}' cannot be read: {unreadable.Message}");
        }
        throw new UsageException($"The facts in '{path}' are no JSON object.");
    }
}
