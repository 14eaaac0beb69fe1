using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.LanguageServer.Features.Navigation;

/// <summary>Holds a package before a renaming against the package afterwards: all is right, and each name means what it meant.</summary>
internal static class RenameCheck
{
    /// <summary>Why the renaming would change a meaning, one sentence; null where it does not.</summary>
    /// <param name="before">The package as it is.</param>
    /// <param name="after">The package with the edits made.</param>
    /// <param name="edits">All edits, by the path of their file.</param>
    public static string? Problem(PolicyAnalysis before, PolicyAnalysis after, ImmutableDictionary<string, FileEdits> edits)
    {
        if (Errors(before).Any())
            return $"Package '{before.Package.Name}' has errors, so that not all places of the name are known; mend them first.";
        if (Errors(after).FirstOrDefault() is { } error)
            return $"With the new name there would be a mistake: {error.Message}";
        var (old, now) = (Meanings(before, edits), Meanings(after, ImmutableDictionary<string, FileEdits>.Empty));
        return old.SequenceEqual(now) ? null : $"With the new name something in package '{before.Package.Name}' would mean something else.";
    }

    private static IEnumerable<Diagnostic> Errors(PolicyAnalysis analysis) =>
        analysis.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error);

    private static List<Meaning> Meanings(PolicyAnalysis analysis, ImmutableDictionary<string, FileEdits> edits)
    {
        var files = analysis.Package.Trees.Select(tree => tree.Source).ToHashSet<SourceText>(ReferenceEqualityComparer.Instance);
        return
        [
            .. analysis.References.Where(reference => files.Contains(reference.Source)).Select(reference => new Meaning(
                reference.Source.Path,
                Moved(reference.Source.Path, reference.Span.Start),
                reference.DeclaredIn?.Path,
                reference.DeclaredIn is { } declared ? Moved(declared.Path, reference.DeclaredAt.Start) : 0)),
        ];

        int Moved(string path, int position) => edits.GetValueOrDefault(path)?.Moved(position) ?? position;
    }

    private readonly record struct Meaning(string Path, int At, string? DeclaredIn, int DeclaredAt);
}
