using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Labels;

/// <summary>Binds a <c>label</c>: <c>reaches refund then hold for finance</c> becomes a control at the calls of that tool.</summary>
internal sealed class LabelBinder
{
    private readonly BindingContext _context;
    private readonly LabelDeclarationSyntax _syntax;

    public LabelBinder(BindingContext context, Symbol symbol)
    {
        _context = context;
        Symbol = symbol;
        _syntax = (LabelDeclarationSyntax)symbol.Syntax;
        Tools =
        [
            .. _syntax
                .Block.Members.OfType<PathsMemberSyntax>()
                .SelectMany(from => from.Paths)
                .SelectMany(path => ToolBinder.RequireAll(context, symbol.Package, path))
                .Select(tool => tool.Name),
        ];
    }

    public Symbol Symbol { get; }

    /// <summary>The tools that it is from.</summary>
    public ImmutableArray<string> Tools { get; }

    /// <summary>The id of the control that a label's own rules are.</summary>
    public static string ControlIdOf(Symbol label) => $"{label.Package.Name}.label.{label.Name}";

    /// <summary>What follows where it reaches something, or null where it reaches nothing.</summary>
    public ControlModel? Control(FactTable table)
    {
        var rules = new Dictionary<(string Point, string? Tool), List<RuleModel>>();
        var places = new List<(string Point, string? Tool)>();
        var ordinal = 0;
        foreach (var reaches in _syntax.Block.Members.OfType<ReachesMemberSyntax>())
        {
            foreach (var place in reaches.Paths.AsEnumerable().SelectMany(Bind).Distinct())
            {
                if (!rules.TryGetValue(place, out var here))
                {
                    rules.Add(place, here = []);
                    places.Add(place);
                }
                if (Bind(reaches, place, table, ordinal) is { } rule)
                    here.Add(rule);
            }
            ordinal++;
        }
        return places.Count == 0
            ? null
            : new ControlModel(
                ControlIdOf(Symbol),
                Literals.Text(_syntax.Head.Title),
                null,
                [],
                [],
                NeverWaived: false,
                null,
                new FixedEffectModel(new BlockEffect(null)),
                places
                    .Select(place => new PlacementModel(place.Point, place.Tool is null ? [] : [place.Tool], rules[place].ToValueList()))
                    .ToValueList(),
                _context.Place(Symbol.Package, Symbol.Declaration.Source, Symbol.Declaration.Span));
    }

    // A tool stands for its calls, and a group for those of its tools. A decision point counts before a group of its name.
    private IEnumerable<(string Point, string? Tool)> Bind(PathSyntax path)
    {
        if (DecisionPoints.Find(path.Text) is { } point && NameLookup.Find(Symbol.Package, path.Text, SymbolKind.Tool) is null)
        {
            _context.Notes?.Refer(path.Parts[0], SymbolKind.Point, point.Name, null, point.When);
            return [(point.Name, null)];
        }
        return ToolBinder.RequireAll(_context, Symbol.Package, path).Select(tool => (PointNames.ToolCall, (string?)tool.Name));
    }

    private RuleModel? Bind(ReachesMemberSyntax reaches, (string Point, string? Tool) place, FactTable table, int ordinal)
    {
        var source = Symbol.Declaration.Source;
        var facts = table.At(DecisionPoints.Find(place.Point)!, place.Tool is null ? [] : [place.Tool]);
        var effects = new EffectBinder(_context, new ExpressionBinder(_context, ExpressionScope.Of(Symbol.Package, source, facts)));
        var models = reaches.Effects.Select(effects.Bind).OfType<EffectModel>().ToValueList();
        if (models.Count < reaches.Effects.Count)
        {
            _context.Marks.Add(BindingMark.LeftOut);
            return null;
        }
        var written = _context.Place(Symbol.Package, source, reaches.Span);
        var carries = new CarriesLabelExpression(Symbol.Name, new PathExpression(["session", "id"], TextShape.Instance, written), written);
        return new RuleModel(ordinal, carries, models, written);
    }
}
