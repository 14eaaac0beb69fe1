using System.Collections.Immutable;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Fixing;

/// <summary>Applies fixes in memory until nothing is left to fix, and checks what came of it.</summary>
/// <param name="Changed">The files that changed, with their new text, by path.</param>
/// <param name="Fixed">What was fixed, in the order in which it was done.</param>
/// <param name="Left">What is still to report.</param>
internal sealed record FixRun(ImmutableArray<SourceText> Changed, ImmutableArray<Diagnostic> Fixed, ImmutableArray<Diagnostic> Left)
{
    // Fixing one thing can bring another to light; a fix that brings itself back would never end.
    private const int MostRounds = 20;

    public static FixRun Of(IReadOnlyCollection<string> paths, IReadOnlyCollection<string> libraries)
    {
        var workspace = Workspace.Read(paths, libraries);
        var changed = new SortedDictionary<string, SourceText>(StringComparer.Ordinal);
        var done = ImmutableArray.CreateBuilder<Diagnostic>();
        var left = workspace.DiagnosticsOf(workspace.Analyze());
        for (var round = 0; round < MostRounds; round++)
        {
            var files = workspace.Packages.SelectMany(package => package.Trees).Select(tree => tree.Source).ToHashSet();
            var before = done.Count;
            foreach (var group in left.Where(d => d.Fixes is [{ IsDeclaration: false }, ..] && files.Contains(d.Source)).GroupBy(d => d.Source))
            {
                var result = FixRound.Apply(group.Key, group);
                changed[group.Key.Path] = new SourceText(group.Key.Path, group.Key.Name, result.Content);
                done.AddRange(result.Fixed);
            }

            if (done.Count == before)
                break;
            workspace = workspace.With(changed);
            left = workspace.DiagnosticsOf(workspace.Analyze());
        }

        return new FixRun([.. changed.Values], done.ToImmutable(), left);
    }
}
