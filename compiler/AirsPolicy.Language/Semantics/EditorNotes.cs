using System.Collections.Immutable;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics;

/// <summary>
/// What an editor wants to know of a package beside its findings: what each name stands for, and what can be named where.
/// </summary>
internal sealed class EditorNotes
{
    // A written type may be bound several times, and what comes of it each time is known by the same name.
    private readonly Dictionary<ShapeMember, SyntaxToken> _members;
    private readonly Dictionary<EnumShape, ImmutableArray<SyntaxToken?>> _values;

    public EditorNotes()
        : this(new(ReferenceEqualityComparer.Instance), new(ReferenceEqualityComparer.Instance))
    {
    }

    private EditorNotes(Dictionary<ShapeMember, SyntaxToken> members, Dictionary<EnumShape, ImmutableArray<SyntaxToken?>> values) =>
        (_members, _values) = (members, values);

    private readonly HashSet<(SourceText Source, TextSpan Span)> _referred = [];
    private readonly List<SymbolReference> _references = [];
    private readonly List<NameScope> _scopes = [];
    private readonly Dictionary<Shape, string> _shapeTexts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Symbol, string?> _documentation = [];
    private readonly Dictionary<(string Point, string? Tool), ImmutableArray<ScopeName>> _scopeNames = [];

    /// <summary>What each name stands for, by file and place.</summary>
    public ImmutableArray<SymbolReference> References =>
        [.. _references.OrderBy(reference => reference.Source.Name, StringComparer.Ordinal).ThenBy(reference => reference.Span.Start)];

    /// <summary>What can be named where.</summary>
    public ImmutableArray<NameScope> Scopes => [.. _scopes];

    /// <summary>Notes what a name was taken for; the first meaning stands where a rule is bound several times.</summary>
    /// <param name="token">The name.</param>
    /// <param name="kind">What it stands for.</param>
    /// <param name="name">Its full name.</param>
    /// <param name="shape">Its shape, or null.</param>
    /// <param name="summary">Its documentation, or null for that of <paramref name="declaration"/>.</param>
    /// <param name="declaration">Its declaration, or null where it is built in.</param>
    public void Refer(SyntaxToken token, SymbolKind kind, string name, Shape? shape, string? summary, Symbol? declaration = null) =>
        Add(token, kind, name, shape, summary ?? DocumentationOf(declaration), declaration?.Declaration);

    /// <summary>Notes a name that is declared inside a declaration, or such a declaration itself.</summary>
    /// <param name="token">The name.</param>
    /// <param name="kind">What it stands for.</param>
    /// <param name="shape">Its shape, or null.</param>
    /// <param name="declaration">The name where it is declared; <paramref name="token"/> for the declaration itself.</param>
    public void ReferLocal(SyntaxToken token, SymbolKind kind, Shape? shape, SyntaxToken declaration) =>
        Add(token, kind, token.Text, shape, null, declaration);

    /// <summary>Notes where a member of a record is written.</summary>
    public void Declare(ShapeMember member, SyntaxToken name)
    {
        _members[member] = name;
        ReferLocal(name, SymbolKind.Member, member.Shape, name);
    }

    /// <summary>Notes where the values of an enum are written; null for one that is written as a text.</summary>
    public void Declare(EnumShape shape, ImmutableArray<SyntaxToken?> names)
    {
        _values[shape] = names;
        foreach (var name in names.OfType<SyntaxToken>())
            ReferLocal(name, SymbolKind.EnumName, shape, name);
    }

    /// <summary>Notes that a member is written where another one is.</summary>
    public void Declare(ShapeMember member, ShapeMember like)
    {
        if (_members.TryGetValue(like, out var name))
            _members[member] = name;
    }

    /// <summary>Notes the name of a member of a record.</summary>
    public void ReferMember(SyntaxToken token, string name, ShapeMember member) =>
        Add(token, SymbolKind.Member, name, member.Shape, null, _members.GetValueOrDefault(member));

    /// <summary>Notes the name of a value of an enum.</summary>
    public void ReferValue(SyntaxToken token, EnumShape shape, int index) =>
        Add(token, SymbolKind.EnumName, token.Text, shape, null, _values.TryGetValue(shape, out var names) ? names[index] : null);

    /// <summary>Notes of a trial, which knows where members and values are written.</summary>
    public EditorNotes Trial() => new(_members, _values);

    /// <summary>Notes a declared name that stands inside a text.</summary>
    public void ReferInText(SourceText source, TextSpan span, Symbol declaration)
    {
        if (string.Equals(source.Slice(span).ToString(), declaration.Name, StringComparison.Ordinal))
            Add(source, span, declaration.Kind, declaration.QualifiedName, null, DocumentationOf(declaration), declaration.Declaration);
    }

    /// <summary>Takes over what a trial has noted.</summary>
    public void Take(EditorNotes trial)
    {
        _references.AddRange(trial._references.Where(reference => _referred.Add((reference.Source, reference.Span))));
        _scopes.AddRange(trial._scopes);
    }

    private void Add(SyntaxToken token, SymbolKind kind, string name, Shape? shape, string? summary, SyntaxToken? declaration)
    {
        if (!token.IsMissing)
            Add(token.Source, token.Span, kind, name, shape, summary, declaration);
    }

    private void Add(
        SourceText source, TextSpan span, SymbolKind kind, string name, Shape? shape, string? summary, SyntaxToken? declaration)
    {
        if (_referred.Add((source, span)))
        {
            _references.Add(new SymbolReference(
                source, span, kind, name, shape is null ? null : TextOf(shape), summary,
                declaration?.Source, declaration?.Span ?? default));
        }
    }

    /// <summary>Notes names that can be written in a stretch of a file.</summary>
    public void Open(SourceText source, TextSpan span, ImmutableArray<ScopeName> names) => _scopes.Add(new NameScope(source, span, names));

    /// <summary>The names of the facts at a place, worked out once for all declarations that stand there.</summary>
    public ImmutableArray<ScopeName> ScopeNamesOf(PointFacts facts, Func<PointFacts, ImmutableArray<ScopeName>> names)
    {
        var key = (facts.Layout.Point, facts.Tools is [var tool, ..] ? tool.Tool : null);
        if (!_scopeNames.TryGetValue(key, out var known))
            _scopeNames.Add(key, known = names(facts));
        return known;
    }

    // One fact is named many times: its type and its documentation are written once.
    private string TextOf(Shape shape)
    {
        if (!_shapeTexts.TryGetValue(shape, out var text))
            _shapeTexts.Add(shape, text = ShapeText.Of(shape));
        return text;
    }

    private string? DocumentationOf(Symbol? symbol)
    {
        if (symbol is null)
            return null;
        if (!_documentation.TryGetValue(symbol, out var text))
            _documentation.Add(symbol, text = Documentation.Of(symbol));
        return text;
    }
}
