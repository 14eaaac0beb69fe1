using System.CommandLine;
using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Dossiers;
using AirsPolicy.Cli.Dossiers.Forms;
using AirsPolicy.Cli.Dossiers.Sections;
using AirsPolicy.Cli.Signing;
using AirsPolicy.Cli.Testing;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs report</c>: what a policy comes to, for the people who answer for it.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PathSymbols.Policy();
        var libraries = PathSymbols.Libraries();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write; its ending says the form: .html, .md or .json. Without it: Markdown on the standard output.",
            HelpName = "file",
        };
        var view = new Option<string>("--view")
        {
            Description = "Which view comes first in HTML, and which Markdown shows: that of the board, of an auditor or of an engineer.",
            DefaultValueFactory = _ => DossierViews.Names[0],
        };
        view.AcceptOnlyFromAmong([.. DossierViews.Names]);
        var mutate = new Option<bool>("--mutate")
        {
            Description = "Also ask which changes of the policy its tests notice, which takes longer.",
        };
        var traffic = new Option<string?>("--traffic")
        {
            Description = "A recorded trace, as for 'airs replay': what the policy decides, and what controls in detect mode would do.",
            HelpName = "file",
        };
        var bundle = new Option<string?>("--bundle")
        {
            Description = "The bundle that is deployed: its digest and who has signed it.",
            HelpName = "file",
        };
        var (keys, threshold, asOf) = (PathSymbols.Keys(), PathSymbols.Threshold(), PathSymbols.AsOf());
        var command = new AirsCommand(
            "report",
            "Writes what a policy comes to, for the people who answer for it: tier and why, controls by layer, coverage, waivers, the plan "
            + "for layers that fail, judges, people, tests.",
            ("airs report policies/shop -o shop.html", "one page for a browser, on screen and on paper"),
            ("airs report policies/shop --view auditor", "Markdown for an auditor"),
            ("airs report policies/shop -o shop.json --mutate", "for programs, with what the tests notice"),
            ("airs report policies/shop -o shop.html --bundle shop.airsb --key release.pub", "with the bundle that is deployed"))
        {
            policy, libraries, output, view, mutate, traffic, bundle, keys, threshold, asOf,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is { } file && Path.GetExtension(file) is not (".html" or ".md" or ".json"))
                result.AddError($"The ending of '{file}' says no form of a report; write .html, .md or .json.");
        });
        command.SetAction(line =>
        {
            var folder = line.GetRequiredValue(policy);
            var workspace = Workspace.Read([folder], line.GetRequiredValue(libraries));
            var day = PathSymbols.DayOf(line, asOf);
            var analyses = workspace.Analyze(day);
            if (PolicyChoice.Analyzed(workspace, folder, analyses, terminal.Error) is not { } chosen)
                return ExitCode.Usage;
            var tests = new TestRun(terminal, new SourceIndex(workspace.Packages), text: null)
            {
                MeasuresCoverage = true,
                Mutates = line.GetValue(mutate),
                Tested = [chosen, .. analyses.Where(analysis => analysis.Package != chosen.Package)],
            };
            var files = line.GetRequiredValue(keys);
            var trusted = files.Length == 0 ? null : KeyFile.ReadTrusted(files, line.GetValue(threshold));
            var trace = line.GetValue(traffic) is { } recorded ? FactsText.Read(recorded, terminal.OpenInput) : null;
            var dossier = DossierReader.Read(new DossierSource(chosen, day, tests.Run(chosen))
            {
                Traffic = trace is null ? null : [.. ReplayedEvent.Of(chosen.Model!, trace)],
                Bundle = line.GetValue(bundle) is { } file ? OfPolicy(Verification.Of(file, trusted, rebuilds: false), file, chosen) : null,
            });
            Write(terminal, dossier, line.GetValue(output), DossierViews.Parse(line.GetRequiredValue(view)));
            return ExitCode.Clean;
        });
        return command;
    }

    private static Verification OfPolicy(Verification verified, string file, PolicyAnalysis policy) =>
        verified.Bundle.Manifest.Package == policy.Package.Name
            ? verified
            : throw new UsageException(
                $"The bundle '{file}' is of the policy '{verified.Bundle.Manifest.Package}', and the report of '{policy.Package.Name}'.");

    private static void Write(Terminal terminal, Dossier dossier, string? path, DossierView view)
    {
        if (path is null)
        {
            DossierMarkdown.Write(terminal.Out, dossier, view);
            return;
        }
        Action<TextWriter> form = Path.GetExtension(path) switch
        {
            ".html" => writer => new DossierHtml(writer).Write(dossier, view),
            ".md" => writer => DossierMarkdown.Write(writer, dossier, view),
            _ => writer => DossierJson.Write(writer, dossier),
        };
        OutputFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            form(writer);
        });
        terminal.Ink.Write(DisplayText.Visible(path), Tone.Strong).Line();
    }
}
