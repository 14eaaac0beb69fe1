using System.Collections.Immutable;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Cli.Deciding;

/// <summary>The one deployable policy of a folder.</summary>
internal static class PolicyChoice
{
    /// <summary>Binds the policy; null, with its errors written, where it cannot be built.</summary>
    /// <param name="asOf">The day as of which waivers are judged, or null to judge none.</param>
    /// <exception cref="UsageException">There is no policy, or more than one.</exception>
    public static PolicyModel? Bind(string path, IReadOnlyCollection<string> libraries, TextWriter errors, DateOnly? asOf = null)
    {
        var workspace = Workspace.Read([path], libraries);
        var analyses = workspace.Analyze(asOf);
        var policy = One(workspace, path, analyses);
        var wrong = workspace.DiagnosticsOf(analyses).Where(d => d.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        if (wrong.IsEmpty)
            return policy!.Model;
        TextReport.Write(new Ink(errors, isColoured: false), wrong);
        return null;
    }

    /// <summary>
    /// The policy with what was found in it, also where an analysis finds errors; null, with the errors written, where it cannot be bound.
    /// </summary>
    /// <exception cref="UsageException">There is no policy, or more than one.</exception>
    public static PolicyAnalysis? Analyzed(Workspace workspace, string path, ImmutableArray<PolicyAnalysis> analyses, TextWriter errors)
    {
        if (One(workspace, path, analyses) is { Bound: { System: not null } bound } policy)
            return policy with { Model = bound };
        var wrong = workspace.DiagnosticsOf(analyses).Where(found => found.Severity == DiagnosticSeverity.Error);
        TextReport.Write(new Ink(errors, isColoured: false), [.. wrong]);
        return null;
    }

    // Null where nothing in the folder can be read.
    private static PolicyAnalysis? One(Workspace workspace, string path, ImmutableArray<PolicyAnalysis> analyses)
    {
        var policies = analyses.Where(analysis => analysis.Package.Trees[0].Root.Header.IsPolicy).ToList();
        if (policies.Count > 1)
        {
            var names = string.Join(", ", policies.Select(policy => policy.Package.Name));
            throw new UsageException($"'{path}' holds several policies: {names}. Name the folder or file of one.");
        }
        if (policies.Count == 0 && workspace.Folders.All(folder => folder.Diagnostics.IsEmpty))
            throw new UsageException($"'{path}' holds libraries only; name the folder of a policy.");
        return policies.FirstOrDefault();
    }
}
