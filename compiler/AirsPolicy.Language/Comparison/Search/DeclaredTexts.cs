using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>
/// What the files of a version write down by name: rules are bound once lets, parameters and detectors are worked in, so that only the text
/// tells which of these changed.
/// </summary>
internal sealed class DeclaredTexts
{
    private const string PolicyFile = ".airs";

    private readonly Dictionary<(string Kind, string Name), Declared> _declared = [];
    private readonly ILookup<string, Declared> _byName;

    public DeclaredTexts(PolicyModel model)
    {
        foreach (var file in model.Sources.Where(source => source.Path.EndsWith(PolicyFile, StringComparison.Ordinal)))
            Add(SyntaxTree.Parse(SourceText.From(file.Content, file.Path)).Root);
        _byName = _declared.ToLookup(declared => Last(declared.Key.Name), declared => declared.Value, StringComparer.Ordinal);
    }

    /// <summary>
    /// Data, detectors, facts, lets, parameters and what is set that are written differently, or in one version only, ordered by kind and
    /// name.
    /// </summary>
    public static IEnumerable<UndecidedChange> Changes(DeclaredTexts before, DeclaredTexts after) =>
        from key in before._declared.Keys.Union(after._declared.Keys)
        where key.Kind is Kinds.Data or Kinds.Detector or Kinds.Fact or Kinds.Let or Kinds.Param or Kinds.Set
        let first = before._declared.GetValueOrDefault(key)
        let second = after._declared.GetValueOrDefault(key)
        where first?.Text != second?.Text
        orderby key.Kind, key.Name
        select new UndecidedChange(key.Kind, key.Name, first?.Place, second?.Place);

    /// <summary>The names that declarations of some names lead to, these included.</summary>
    public IEnumerable<string> Reached(IEnumerable<string> names)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            if (!reached.Add(name))
                continue;
            foreach (var mentioned in _byName[name].SelectMany(declared => declared.Mentions))
                open.Push(mentioned);
        }
        return reached;
    }

    /// <summary>Where something of that name is declared, or null where nothing is.</summary>
    public SourcePlace? PlaceOf(string name) => _byName[Last(name)].FirstOrDefault()?.Place;

    /// <summary>The last part of a qualified name.</summary>
    public static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    private void Add(FileSyntax file)
    {
        var package = file.Header.Path.Text;
        foreach (var declaration in file.Declarations)
        {
            if (declaration is SetDeclarationSyntax set)
                Add(Kinds.Set, set.Path.Text, set);
            if (DeclaredNames.NameOf(declaration) is not { Name.IsMissing: false } named)
                continue;
            var name = $"{package}.{named.Name.Text}";
            Add(Kinds.Of(named.Kind), name, declaration);
            foreach (var let in declaration.DescendantsAndSelf().OfType<LetMemberSyntax>().Where(let => !let.Name.IsMissing))
                Add(Kinds.Let, $"{name}.{let.Name.Text}", let);
        }
    }

    private void Add(string kind, string name, SyntaxNode node)
    {
        var tokens = node.Tokens().Where(token => !token.IsMissing).ToList();
        var source = tokens[0].Source;
        var start = source.PositionOf(node.Span.Start);
        _declared.TryAdd((kind, name), new Declared(
            string.Join(' ', tokens.Select(token => token.Text)),
            [.. tokens.Where(token => token.Kind == TokenKind.Name).Select(token => token.Text)],
            new SourcePlace(source.Name, node.Span.Start, node.Span.End, start.Line + 1, start.Column + 1)));
    }

    // Blanks and comments say nothing.
    private sealed record Declared(string Text, HashSet<string> Mentions, SourcePlace Place);

    private static class Kinds
    {
        public const string Data = "data";
        public const string Detector = "detector";
        public const string Fact = "fact";
        public const string Let = "let";
        public const string Param = "param";
        public const string Set = "set";

        public static string Of(SymbolKind kind) => kind switch
        {
            SymbolKind.Data => Data,
            SymbolKind.Detector => Detector,
            SymbolKind.Fact => Fact,
            SymbolKind.Let => Let,
            SymbolKind.Param => Param,
            _ => "",
        };
    }
}
