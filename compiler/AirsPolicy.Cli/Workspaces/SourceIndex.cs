using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Workspaces;

/// <summary>Finds the file on disk behind a place in a model.</summary>
internal sealed class SourceIndex
{
    private readonly Dictionary<string, SourceText> _files = new(StringComparer.Ordinal);

    public SourceIndex(IEnumerable<PackageSyntax> packages)
    {
        foreach (var package in packages)
        {
            foreach (var tree in package.Trees)
                _files.TryAdd($"{package.Name}/{tree.Source.Name}", tree.Source);
        }
    }

    /// <summary>The path of the file of a place; its name in the model where the file is none of these packages.</summary>
    public string PathOf(SourcePlace place) => Find(place)?.Source.Path ?? place.File;

    /// <summary>The file of a place and the span in it, or null where the file is none of these packages.</summary>
    public (SourceText Source, TextSpan Span)? Find(SourcePlace place) =>
        _files.TryGetValue(place.File, out var source) && place.Start <= place.End && place.End <= source.ToNormalized(source.Length)
            ? (source, new TextSpan(source.FromNormalized(place.Start), source.FromNormalized(place.End)))
            : null;
}
