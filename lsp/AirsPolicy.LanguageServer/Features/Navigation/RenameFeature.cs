using System.Collections.Immutable;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Features.Navigation;

/// <summary>Gives a declared name another one, wherever it stands.</summary>
internal static class RenameFeature
{
    public const string NoName = "Nothing that a package declares is named here.";

    /// <summary>Why a name cannot be renamed, whatever the new name; null where it can.</summary>
    public static string? Refusal(PolicyWorkspace workspace, DeclaredName name) => workspace.IsOwn(name.Source)
        ? null
        : $"'{name.Text}' is declared in a library that is read only: it is not in the folders that are open here.";

    /// <summary>The edits by file, or why there are none.</summary>
    public static (ImmutableArray<FileEdits> Edits, string? Problem) Rename(PolicyWorkspace workspace, DeclaredName name, string newName)
    {
        if (Refusal(workspace, name) is { } refusal)
            return ([], refusal);
        if (string.Equals(name.Text, newName, StringComparison.Ordinal))
            return ([], null);
        if (NewName.Problem(newName) is { } problem)
            return ([], problem);
        var before = workspace.Naming(name.Text, newName);
        ImmutableArray<FileEdits> edits =
        [
            .. before.SelectMany(package => NameSearch.PlacesOf(name, package))
                .GroupBy(place => place.Source)
                .Select(file => new FileEdits(file.Key, [.. file.Select(place => new TextEdit(place.Span, newName))])),
        ];
        var after = workspace.With(edits.Select(file => (file.Source.Path, file.Apply())));
        var byPath = edits.ToImmutableDictionary(file => file.Source.Path);
        foreach (var package in before)
        {
            if (RenameCheck.Problem(package, after(package.Package), byPath) is { } changed)
                return ([], changed);
        }

        return (edits, null);
    }
}
