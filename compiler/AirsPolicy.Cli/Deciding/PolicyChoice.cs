using System.Collections.Immutable;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;

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
        var policies = workspace.Packages.Where(package => package.Trees[0].Root.Header.IsPolicy).ToList();
        if (policies.Count > 1)
            throw new UsageException(
                $"'{path}' holds several policies: {string.Join(", ", policies.Select(policy => policy.Name))}. Name the folder or file of one."
            );
        if (policies.Count == 0 && workspace.Folders.All(folder => folder.Diagnostics.IsEmpty))
            throw new UsageException($"'{path}' holds libraries only; name the folder of a policy.");
        var analyses = workspace.Analyze(asOf);
        var wrong = workspace.DiagnosticsOf(analyses).Where(d => d.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        if (wrong.IsEmpty)
            return analyses.Single(analysis => analysis.Package == policies[0]).Model;
        TextReport.Write(new Ink(errors, isColoured: false), wrong);
        return null;
    }
}
