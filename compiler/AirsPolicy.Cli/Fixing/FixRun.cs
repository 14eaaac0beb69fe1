using System.Collections.Immutable;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Fixing;

/// <summary>Applies fixes in memory until nothing is left to fix, and checks what came of it.</summary>
/// <param name="Changed">The files that changed, with their new text, by path.</param>
/// <param name="Fixed">What was fixed, in the order in which it was done.</param>
/// <param name="Left">What is still to report.</param>
internal sealed record FixRun(ImmutableArray<SourceText> Changed, ImmutableArray<Diagnostic> Fixed, ImmutableArray<Diagnostic> Left)
{
    // Fixing one thing can bring another to light; a fix that brings itself back would never end.
    private const int MostRounds = 500;

    public static FixRun Of(IReadOnlyCollection<string> paths, IReadOnlyCollection<string> libraries)
    {
        var workspace = Workspace.Read(paths, libraries);
        var original = Files(workspace).ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
        var changed = new SortedDictionary<string, SourceText>(StringComparer.Ordinal);
        var done = ImmutableArray.CreateBuilder<Diagnostic>();
        var spoiled = new HashSet<(string, string, string)>();
        var left = workspace.DiagnosticsOf(workspace.Analyze());
        for (var number = 0; number < MostRounds; number++)
        {
            var files = Files(workspace).ToHashSet();
            ImmutableArray<FixRound> rounds =
            [
                .. left.Where(d => d.Fixes is [{ IsDeclaration: false }, ..] && files.Contains(d.Source) && !spoiled.Contains(Key(d)))
                    .GroupBy(d => d.Source)
                    .Select(group => FixRound.Apply(group.Key, group)),
            ];
            if (rounds.IsEmpty)
                break;
            var renewed = workspace.With(rounds.ToDictionary(round => round.Source.Path, round => round.Source, StringComparer.Ordinal));
            var found = renewed.DiagnosticsOf(renewed.Analyze());
            var worse = rounds.SelectMany(round => round.Spoiled(left, found)).Select(Key).ToList();
            if (worse.Count > 0)
            {
                spoiled.UnionWith(worse);
                continue;
            }

            (workspace, left) = (renewed, found);
            done.AddRange(rounds.SelectMany(round => round.Fixes).Select(fix => fix.Diagnostic));
            foreach (var round in rounds)
                changed[round.Source.Path] = round.Source;
        }

        return new FixRun([.. changed.Values.Where(file => file.Content != original[file.Path])], done.ToImmutable(), left);
    }

    private static IEnumerable<SourceText> Files(Workspace workspace) =>
        workspace.Packages.SelectMany(package => package.Trees).Select(tree => tree.Source);

    private static (string, string, string) Key(Diagnostic diagnostic) => (diagnostic.Source.Path, diagnostic.Code, diagnostic.Message);
}
