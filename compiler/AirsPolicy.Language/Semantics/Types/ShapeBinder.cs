using System.Collections.Immutable;
using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Schemas;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Types;

/// <summary>A written type: its shape, and whether the value may be absent.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Optional">The value may be absent.</param>
/// <param name="Members">How many members it has, all levels counted.</param>
/// <param name="Depth">How many levels it has.</param>
internal readonly record struct BoundShape(Shape Shape, bool Optional, int Members = 0, int Depth = 1);

/// <summary>Turns written types into shapes.</summary>
internal sealed class ShapeBinder
{
    /// <summary>The names that are types without being declared.</summary>
    public static readonly ImmutableDictionary<string, Shape> BuiltIn = new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["bool"] = BoolShape.Instance,
        ["int"] = IntShape.Instance,
        ["decimal"] = DecimalShape.Instance,
        ["share"] = ShareShape.Instance,
        ["duration"] = DurationShape.Instance,
        ["instant"] = InstantShape.Instance,
        ["date"] = DateShape.Instance,
        ["size"] = SizeShape.Instance,
        ["text"] = TextShape.Instance,
        ["classification"] = FactShapes.Classification,
        ["tool_class"] = FactShapes.ToolClass,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>How many members a type may have once the types it is made of are worked in: what a frame holds is bounded.</summary>
    private const int MaxMembers = 2_000;

    // Facts deeper than JSON may be would never fit.
    private const int MaxDepth = 64;

    private readonly BindingContext _context;
    private readonly PackageSymbol _package;
    private readonly ImmutableStack<Symbol> _open;

    public ShapeBinder(BindingContext context, PackageSymbol package)
        : this(context, package, [])
    {
    }

    private ShapeBinder(BindingContext context, PackageSymbol package, ImmutableStack<Symbol> open)
    {
        _context = context;
        _package = package;
        _open = open;
    }

    /// <summary>The shape of a written type, or null once its mistake is reported.</summary>
    /// <param name="syntax">The type.</param>
    /// <param name="enumName">
    /// The name by which an enum written here is known, so that two with equal values stay apart; null where it has none.
    /// </param>
    public BoundShape? Bind(ShapeSyntax syntax, string? enumName = null) => syntax switch
    {
        OptionalShapeSyntax optional => Bind(optional.Shape, enumName) is { } inner ? inner with { Optional = true } : null,
        NamedShapeSyntax named => BindNamed(named.Path),
        MoneyShapeSyntax money => money.Currency.IsMissing ? null : Required(new MoneyShape(money.Currency.Text)),
        ListShapeSyntax list => BindList(list),
        EnumShapeSyntax names => BindEnum(names, enumName),
        RecordShapeSyntax record => BindRecord(record),
        SchemaShapeSyntax schema => BindSchema(schema),
        _ => throw new System.Diagnostics.UnreachableException(syntax.ToString()),
    };

    /// <summary>Binds a declared type, which every use of it shares.</summary>
    public static BoundShape? Bind(BindingContext context, Symbol symbol) => new ShapeBinder(context, symbol.Package).BindDeclared(symbol);

    private static BoundShape Required(Shape shape) => new(shape, Optional: false);

    private BoundShape? BindNamed(PathSyntax path)
    {
        if (path.IsMissing)
            return null;
        var source = path.Parts[0].Source;
        if (NameLookup.TryResolve(_context, _package, path.Text, source, path.Span, SymbolKind.Type, out var symbol))
        {
            if (symbol is null)
                return null;
            var bound = BindDeclared(symbol);
            _context.Use(symbol.Syntax);
            _context.Notes?.Refer(path.Parts[^1], SymbolKind.Type, symbol.QualifiedName, bound?.Shape, null, symbol);
            return bound;
        }
        if (BuiltIn.TryGetValue(path.Text, out var shape))
        {
            _context.Notes?.Refer(path.Parts[0], SymbolKind.Type, path.Text, shape, null);
            return Required(shape);
        }
        if (NameLookup.FindAny(_package, path.Text) is { } other)
            _context.Report(NameDiagnostics.WrongKind, source, path.Span, path.Text, NameLookup.KindName(other.Kind), "type");
        else if (path.Text == "money")
            _context.Report(NameDiagnostics.MoneyWithoutCurrency, source, path.Span);
        else
            _context.ReportUnknown(
                NameDiagnostics.UnknownType,
                source,
                path.Span,
                path.Text,
                BuiltIn.Keys.Order(StringComparer.Ordinal).Concat(NameLookup.Names(_package, SymbolKind.Type)),
                path.Text);
        return null;
    }

    private BoundShape? BindDeclared(Symbol symbol)
    {
        if (_context.Types.TryGetValue(symbol, out var known))
            return known;
        var name = symbol.Declaration;
        if (_open.Contains(symbol))
        {
            // The types of the circle are wrong together, so that it is reported once.
            foreach (var open in _open)
            {
                _context.Types[open] = null;
                if (ReferenceEquals(open, symbol))
                    break;
            }
            _context.Report(NameDiagnostics.RecursiveType, name.Source, name.Span, symbol.Name);
            return null;
        }
        if (_open.Count() >= MaxDepth)
        {
            // Once is enough for a chain, however long it is.
            if (_context.Marks.Add(BindingMark.TypeTooDeep))
                _context.Report(NameDiagnostics.TypeTooLarge, name.Source, name.Span, $"stands behind more than {MaxDepth} others");
            return _context.Types[symbol] = null;
        }
        var bound = new ShapeBinder(_context, symbol.Package, _open.Push(symbol)).Bind(
            ((TypeDeclarationSyntax)symbol.Syntax).Shape,
            symbol.QualifiedName);
        return _context.Types[symbol] = _context.Types.TryGetValue(symbol, out var failed) ? failed : bound;
    }

    private BoundShape? BindList(ListShapeSyntax syntax)
    {
        if (Bind(syntax.Item) is not { } item)
            return null;
        if (!item.Optional)
            return Bounded(item with { Shape = new ListShape(item.Shape), Depth = item.Depth + 1 }, syntax.OpenBracket);
        _context.Report(
            NameDiagnostics.Mismatch,
            syntax.OpenBracket.Source,
            syntax.Item.Span,
            "a type that is always there as the item of a list",
            "an optional one");
        return null;
    }

    private BoundShape? BindEnum(EnumShapeSyntax syntax, string? name)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var item in syntax.Symbols.Items)
        {
            var written = item switch
            {
                NameExpressionSyntax bare => bare.Name.Text,
                LiteralExpressionSyntax { Token.Literal: TextLiteral text } => text.Value,
                _ => null,
            };
            var source = syntax.Keyword.Source;
            if (written is null)
            {
                if (!item.IsMissing)
                    _context.Report(
                        NameDiagnostics.Mismatch,
                        source,
                        item.Span,
                        "a name or a text as the value of an enum",
                        "an expression");
                return null;
            }
            if (names.Contains(written))
            {
                _context.Report(NameDiagnostics.DeclaredTwice, source, item.Span, written, "enum");
                return null;
            }
            names.Add(written);
        }
        if (names.Count == 0)
        {
            _context.Report(
                NameDiagnostics.Mismatch,
                syntax.Keyword.Source,
                syntax.Symbols.Span,
                "at least one value of an enum",
                "an empty list");
            return null;
        }
        var shape = new EnumShape(new ValueList<string>(names.ToImmutable()), syntax.IsRising, name);
        _context.Notes?.Declare(shape, [.. syntax.Symbols.Items.Select(item => (item as NameExpressionSyntax)?.Name)]);
        return Required(shape);
    }

    // A member whose type is wrong is still a member, so that its uses are not wrong as well.
    private BoundShape? BindRecord(RecordShapeSyntax syntax)
    {
        var members = ImmutableArray.CreateBuilder<ShapeMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var (count, depth) = (0L, 0);
        foreach (var field in syntax.Fields)
        {
            var bound = Bind(field.Shape);
            if (field.Name.IsMissing)
                return null;
            if (!names.Add(field.Name.Text))
            {
                _context.Report(NameDiagnostics.DeclaredTwice, field.Name.Source, field.Name.Span, field.Name.Text, "type");
                continue;
            }
            var member = new ShapeMember(
                field.Name.Text, field.Name.Text, bound?.Shape ?? ErrorShape.Instance, bound?.Optional ?? false);
            members.Add(member);
            _context.Notes?.Declare(member, field.Name);
            count += 1 + (bound?.Members ?? 0);
            depth = Math.Max(depth, bound?.Depth ?? 0);
        }
        return Bounded(
            new BoundShape(
                new RecordShape(new ValueList<ShapeMember>(members.ToImmutable())),
                Optional: false,
                (int)Math.Min(count, int.MaxValue),
                depth + 1),
            syntax.OpenBrace);
    }

    private BoundShape? Bounded(BoundShape shape, SyntaxToken at)
    {
        var excess = shape.Members > MaxMembers ? string.Create(CultureInfo.InvariantCulture, $"has more than {MaxMembers:N0} members")
            : shape.Depth > MaxDepth ? $"has more than {MaxDepth} levels"
            : null;
        if (excess is null)
            return shape;
        _context.Report(NameDiagnostics.TypeTooLarge, at.Source, at.Span, excess);
        return null;
    }

    private BoundShape? BindSchema(SchemaShapeSyntax syntax)
    {
        if ((syntax.File.Literal as TextLiteral)?.Value is not { } path)
            return null;
        var source = syntax.File.Source;
        if (!_context.TryRead(_package, path, out var content, out var problem))
        {
            _context.Report(NameDiagnostics.SchemaProblem, source, syntax.File.Span, path, $"{problem}.");
            return null;
        }
        var reading = SchemaReader.Read(
            content,
            path,
            (string file, out string text, out string reason) => _context.TryRead(_package, file, out text, out reason));
        foreach (var diagnostic in reading.Diagnostics)
            _context.Report(diagnostic);
        return reading.Shape is null ? null : new BoundShape(reading.Shape, reading.Nullable);
    }
}
