using System.Collections.Immutable;
using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Language.Analysis.Openings;
using AirsPolicy.Language.Analysis.Waivers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Reports;

/// <summary>
/// What <c>airs check</c> says: the findings, then which requirements of tiers are waived or do not apply, then where policies are
/// open, then what decisions cost. Only findings make it fail.
/// </summary>
/// <param name="terminal">Where it is written.</param>
/// <param name="models">The packages without errors.</param>
/// <param name="asOf">The day as of which detect mode may be over, or null.</param>
/// <param name="cost">What decisions cost is asked for.</param>
internal sealed class CheckReport(Terminal terminal, ImmutableArray<PolicyModel> models, DateOnly? asOf, bool cost)
{
    public void Write(string format, ImmutableArray<Diagnostic> diagnostics, int files)
    {
        if (format == "json")
        {
            JsonReport.Write(terminal.Out, diagnostics, More);
            return;
        }
        if (cost && format != "text")
            throw new UsageException($"What decisions cost is no finding, so that '{format}' has no place for it; use --format json.");
        ReportFormat.Write(terminal, format, diagnostics, files);
        if (format != "text")
            return;
        foreach (var (policy, waived) in Waived())
            WaivedText.Write(terminal.Ink, policy, waived);
        foreach (var (policy, inapplicable) in Inapplicable())
            InapplicableText.Write(terminal.Ink, policy, inapplicable);
        foreach (var (policy, open) in Open())
            OpenText.Write(terminal.Ink, policy, open);
        foreach (var model in cost ? models : [])
            new CostText(terminal.Ink).Write(model);
    }

    private void More(Utf8JsonWriter json)
    {
        WaivedJson.Write(json, Waived());
        InapplicableJson.Write(json, Inapplicable());
        OpenJson.Write(json, Open());
        if (cost)
            CostJson.Write(json, models);
    }

    private IEnumerable<(string Policy, IReadOnlyCollection<WaivedRequirement> Waived)> Waived() =>
        models.Select(model => (model.Name, (IReadOnlyCollection<WaivedRequirement>)WaivedRequirement.Of(model, asOf)));

    private IEnumerable<(string Policy, IReadOnlyCollection<InapplicableRequirement> Inapplicable)> Inapplicable() =>
        from model in models
        select (model.Name, (IReadOnlyCollection<InapplicableRequirement>)InapplicableRequirement.Of(model.Governance, asOf));

    // What a library leaves open is for the policies to say that take it in.
    private IEnumerable<(string Policy, OpenPlaces Open)> Open() =>
        models.Where(model => model.Deployable).Select(model => (model.Name, OpenPlaces.Of(model, asOf)));
}
