using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>The names that the binder says can be written at a place; of two that are alike the nearer one counts.</summary>
internal sealed class NamesInScope
{
    private readonly Dictionary<string, ScopeName> _byName = new(StringComparer.Ordinal);

    private NamesInScope()
    {
    }

    /// <summary>The names, the nearest first.</summary>
    public IReadOnlyCollection<ScopeName> All => _byName.Values;

    /// <param name="analysis">The analysis of the package.</param>
    /// <param name="source">The file.</param>
    /// <param name="position">The cursor.</param>
    /// <param name="anchor">The end of the last token before it: a stretch that ends there, unfinished, still counts.</param>
    public static NamesInScope At(PolicyAnalysis analysis, SourceText source, int position, int anchor)
    {
        var names = new NamesInScope();
        var around = analysis.Scopes
            .Where(scope => ReferenceEquals(scope.Source, source) && scope.Span.Start <= position && anchor <= scope.Span.End)
            .OrderBy(scope => scope.Span.Length);
        foreach (var name in around.SelectMany(scope => scope.Names))
            names._byName.TryAdd(name.Name, name);
        return names;
    }

    public IEnumerable<ScopeName> Of(params ReadOnlySpan<SymbolKind> kinds)
    {
        var wanted = kinds.ToArray();
        return All.Where(name => wanted.Contains(name.Kind));
    }

    /// <summary>The name of that spelling, dots included, or null.</summary>
    public ScopeName? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The shape of a path: a name, then members of records; null where it has none.</summary>
    public Shape? ShapeOf(IReadOnlyList<string> path)
    {
        for (var count = path.Count; count > 0; count--)
        {
            if (Find(string.Join('.', path.Take(count))) is { } name)
                return path.Skip(count).Aggregate(name.Shape, (shape, member) => (Plain(shape) as RecordShape)?.Find(member)?.Shape);
        }

        return null;
    }

    /// <summary>The names of an enum, or none.</summary>
    public IEnumerable<CompletionEntry> EnumNamesOf(IReadOnlyList<string> path) =>
        Plain(path is [.., "tool", "class"] ? DecisionPoints.ToolClasses : ShapeOf(path)) is EnumShape shape
            ? shape.Names.Select(name => new CompletionEntry(name, SymbolKind.EnumName))
            : [];

    /// <summary>The shape without what restricts its values.</summary>
    public static Shape? Plain(Shape? shape) => shape is RestrictedShape restricted ? restricted.Inner : shape;
}
