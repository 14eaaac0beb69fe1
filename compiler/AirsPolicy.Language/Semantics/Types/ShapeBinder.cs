using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Schemas;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Types;

/// <summary>A written type: its shape, and whether the value may be absent.</summary>
internal readonly record struct BoundShape(Shape Shape, bool Optional);

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
    /// <param name="enumName">The name by which an enum written here is known, so that two with equal values stay apart; null where it has none.</param>
    public BoundShape? Bind(ShapeSyntax syntax, string? enumName = null) => syntax switch
    {
        OptionalShapeSyntax optional => Bind(optional.Shape, enumName) is { } inner ? inner with { Optional = true } : null,
        NamedShapeSyntax named => BindNamed(named.Path),
        MoneyShapeSyntax money => money.Currency.IsMissing ? null : Required(new MoneyShape(money.Currency.Text)),
        ListShapeSyntax list => Bind(list.Item) is { } item ? Required(new ListShape(item.Shape)) : null,
        EnumShapeSyntax names => BindEnum(names, enumName),
        RecordShapeSyntax record => BindRecord(record),
        SchemaShapeSyntax schema => BindSchema(schema),
        _ => throw new System.Diagnostics.UnreachableException(syntax.ToString()),
    };

    private static BoundShape Required(Shape shape) => new(shape, Optional: false);

    private BoundShape? BindNamed(PathSyntax path)
    {
        if (path.IsMissing)
            return null;
        var source = path.Parts[0].Source;
        if (NameLookup.Find(_package, path.Text, SymbolKind.Type) is { } symbol)
        {
            if (_open.Contains(symbol))
            {
                _context.Report(NameDiagnostics.RecursiveType, source, path.Span, path.Text);
                return null;
            }
            var type = (TypeDeclarationSyntax)symbol.Syntax;
            var bound = new ShapeBinder(_context, symbol.Package, _open.Push(symbol)).Bind(type.Shape, symbol.QualifiedName);
            _context.Refer(path.Parts[^1], SymbolKind.Type, symbol.QualifiedName, bound?.Shape, null, symbol);
            return bound;
        }
        if (BuiltIn.TryGetValue(path.Text, out var shape))
        {
            _context.Refer(path.Parts[0], SymbolKind.Type, path.Text, shape, null);
            return Required(shape);
        }
        _context.ReportUnknown(NameDiagnostics.UnknownType, source, path.Span, path.Text, BuiltIn.Keys.Concat(NameLookup.Names(_package, SymbolKind.Type)), path.Text);
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
                    _context.Report(NameDiagnostics.Mismatch, source, item.Span, "a name or a text as the value of an enum", "an expression");
                return null;
            }
            if (names.Contains(written))
            {
                _context.Report(NameDiagnostics.DeclaredTwice, source, item.Span, written);
                return null;
            }
            names.Add(written);
        }
        return names.Count == 0 ? null : Required(new EnumShape(new ValueList<string>(names.ToImmutable()), syntax.IsRising, name));
    }

    private BoundShape? BindRecord(RecordShapeSyntax syntax)
    {
        var members = ImmutableArray.CreateBuilder<ShapeMember>();
        foreach (var field in syntax.Fields)
        {
            if (Bind(field.Shape) is not { } bound || field.Name.IsMissing)
                return null;
            if (members.Any(m => m.Name == field.Name.Text))
            {
                _context.Report(NameDiagnostics.DeclaredTwice, field.Name.Source, field.Name.Span, field.Name.Text);
                return null;
            }
            members.Add(new ShapeMember(field.Name.Text, field.Name.Text, bound.Shape, bound.Optional));
        }
        return Required(new RecordShape(new ValueList<ShapeMember>(members.ToImmutable())));
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
        var reading = SchemaReader.Read(content, path);
        foreach (var diagnostic in reading.Diagnostics)
            _context.Report(diagnostic);
        return reading.Shape is null ? null : new BoundShape(reading.Shape, reading.Nullable);
    }
}
