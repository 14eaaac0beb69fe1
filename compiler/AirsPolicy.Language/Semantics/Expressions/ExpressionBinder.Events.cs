using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>
/// Questions about the past: <c>count of</c>, <c>sum of</c>, <c>distinct of</c>, <c>mean of</c>, <c>deviation of</c> and <c>earlier</c>.
/// </summary>
internal sealed partial class ExpressionBinder
{
    // What is bound is part of a question about the past, or of a limit.
    private bool _isOfPast;

    /// <summary>A binder whose expressions may not ask for what has happened.</summary>
    public ExpressionBinder WithoutPast() => new(_context, Scope, _growth, _openLets) { _present = _present, _isOfPast = true };

    private Expression? BindAggregate(AggregateExpressionSyntax syntax)
    {
        var words = syntax.OfKeyword is null ? syntax.Keyword.Text : $"{syntax.Keyword.Text} of";
        if (_isOfPast || Scope.Facts.Point is null || _context.Table is null)
        {
            Report(EventDiagnostics.NoPast, syntax.Span, words, _isOfPast ? "within another such question, a limit or a goal" : "here");
            return null;
        }
        if (syntax.Variable is { IsMissing: false } variable && IsTaken(variable.Text))
        {
            Report(NameDiagnostics.HidesName, variable.Span, variable.Text, "event");
            return null;
        }
        var points = BindEvent(syntax.Event);
        var within = BindWindow(syntax.Tail);
        var per = BindPer(syntax.Tail);
        if (points is null || within is null || per is null)
            return null;
        var kind = syntax.Keyword.Keyword switch
        {
            Keyword.Sum => AggregateKind.Sum,
            Keyword.Distinct => AggregateKind.Distinct,
            Keyword.Mean => AggregateKind.Mean,
            Keyword.Deviation => AggregateKind.Deviation,
            _ => AggregateKind.Count,
        };
        if (new EventSourcesBinder(this, syntax, kind, points).Bind() is not { } sources)
            return null;
        var fate =
            syntax.RefusedKeyword is not null ? EventFate.Refused
            : syntax.Event.Text == "event" ? EventFate.All
            : EventFate.WentOn;
        var model = new AggregateModel(
            kind,
            fate,
            sources.Models,
            within.Value,
            UpTo: syntax.Keyword.Keyword == Keyword.Earlier ? 1 : 0,
            IsOwned(per.Value, within.Value));
        Shape shape = kind.IsOfAmounts() ? ShapeKinds.Plain(sources.Models[0].Value!.Shape) : IntShape.Instance;
        var asked = new AggregateExpression(_context.Aggregates.Add(model), [.. per.Value, .. sources.Present], shape, Place(syntax));
        return syntax.Keyword.Keyword != Keyword.Earlier
            ? asked
            : new CompareExpression(
                CompareOperator.GreaterOrEqual,
                asked,
                new ConstantExpression(1L, IntShape.Instance, asked.Place),
                asked.Place);
    }

    /// <summary>The points at whose decisions the events are.</summary>
    private IReadOnlyList<DecisionPoint>? BindEvent(SyntaxToken name)
    {
        if (name.IsMissing)
            return null;
        if (name.Text == "event")
            return DecisionPoints.All;
        if (name.Text == DecisionPoints.PaceChange.Name && !_context.Charts.IsEmpty)
            return [DecisionPoints.PaceChange];
        if (DecisionPoints.Find(name.Text) is { } point)
        {
            _context.Notes?.Refer(name, SymbolKind.Point, point.Name, null, point.When);
            return [point];
        }
        _context.ReportUnknown(
            EventDiagnostics.UnknownEvent,
            Scope.Source,
            name.Span,
            name.Text,
            DecisionPoints.All.Select(p => p.Name).Append("event"),
            name.Text);
        return null;
    }

    /// <summary>How long events count, in ticks; 0 where nothing is written.</summary>
    public long? BindWindow(TailSyntax tail)
    {
        if (tail.Within is not { } within)
            return 0;
        if (ParamBinder.BindConstant(_context, Scope.Package, within.Value, DurationShape.Instance, ParamRole.Unclear)
            is not { Value: long ticks } written)
            return null;
        if (_context.ParamUses.FirstOrDefault(use => use.Place == written.Place)?.Param is
            { Syntax: ParamDeclarationSyntax { Stricter: not null } } param)
        {
            Report(EventDiagnostics.WindowWithDirection, within.Value.Span, param.Name);
            return null;
        }
        if (ticks is > 0 and <= MaxWindow)
            return ticks;
        if (ticks > 0)
            Report(NameDiagnostics.OutOfRange, within.Value.Span, "The time", "more than nothing", "100 years");
        else
            Report(ControlDiagnostics.NotPositive, within.Value.Span, "The time");
        return null;
    }

    // Further than any clock goes back, and far from where sixtieths of it would overflow.
    private const long MaxWindow = 100 * 365 * TimeSpan.TicksPerDay;

    /// <summary>Who is counted together, at the facts at hand; empty for the system as a whole.</summary>
    public ValueList<Expression>? BindPer(TailSyntax tail)
    {
        var keys = new List<Expression?>();
        foreach (var key in tail.Keys)
        {
            if (key.Folded is { } folded)
                keys.Add(Bind(folded));
            else if (key.Path is { } path && (path.Parts.Count != 1 || path.Parts[0].Text != "system"))
                keys.Add(BindEventKey(path));
        }
        return keys.Contains(null) ? null : keys.Select(key => key!).ToValueList();
    }

    private Expression? BindEventKey(PathSyntax path)
    {
        if (path.Parts.Count == 1
            && path.Parts[0] is { Text: "request" or "session" or "run" or "agent" or "user" } word
            && Scope.Facts.Find(word.Text) is { } fact)
        {
            Refer(word, SymbolKind.Fact, word.Text, fact.Shape);
            return new PathExpression([word.Text, "id"], TextShape.Instance, _context.Place(Scope.Package, Scope.Source, path.Span));
        }
        if (BindKey(path) is not { } key)
            return null;
        if (EventCondition.IsKey(key.Shape))
            return key;
        Report(EventDiagnostics.NoKey, path.Span, ShapeText.WithArticle(key.Shape));
        return null;
    }

    /// <summary>Whether the keys go with a session or run: they never go by themselves.</summary>
    public static bool IsOwned(ValueList<Expression> per, long within) =>
        within == 0 && per.Count > 0 && per[0] is PathExpression { Path: ["session" or "run", "id"] };

    private BoundPath? BindOfEvent(EventName happened, NameChain chain, ExpressionSyntax syntax)
    {
        var variable = chain.Root.Text;
        _context.Notes?.ReferLocal(chain.Root, SymbolKind.Item, EventFacts.Shape(happened.Facts), happened.Declared);
        if (chain.Steps.IsEmpty)
        {
            Report(
                NameDiagnostics.NotAValue,
                syntax.Span,
                variable,
                "recorded decision",
                $"; write one of its facts behind it, as in '{variable}.user.id'");
            return null;
        }
        var step = chain.Steps[0];
        if (chain.Steps.Length == 1 && step.Name == EventFacts.Outcome)
            return BoundPath.Present(new EventOutcomeExpression(Place(syntax)));
        if (chain.Steps.Length == 1 && step.Name == EventFacts.Time)
            return BoundPath.Present(new PathExpression([variable, "now"], InstantShape.Instance, Place(syntax)));
        var inside = $"{variable}.";
        var binder = new ExpressionBinder(_context, ExpressionScope.Of(Scope.Package, Scope.Source, happened.Facts), _growth, _openLets)
        {
            _present = new Presence([
                .. _present.Keys.Where(key => key.StartsWith(inside, StringComparison.Ordinal)).Select(key => key[inside.Length..]),
            ]),
            _isOfPast = true,
        };
        if (binder.BindFact(new NameChain(step.Token, chain.Steps[1..], chain.Span), syntax) is not { } found)
        {
            if (!binder.ReportFactElsewhere(step.Token))
                _context.ReportUnknown(
                    NameDiagnostics.UnknownMember,
                    Scope.Source,
                    step.Token.Span,
                    step.Token.Text,
                    EventFacts.Shape(happened.Facts).Members.Select(m => m.Name),
                    variable,
                    step.Name);
            return null;
        }
        if (found.Path is not { } path)
            return null;
        var named = new ExpressionRewriter(part => part is PathExpression read ? read with { Path = [variable, .. read.Path] } : part).Of(
            path.Expression);
        return new BoundPath(named, [.. path.Keys.Select(key => inside + key)], path.Absent is null ? null : inside + path.Absent);
    }

    // What is compared with a constant need not be counted any further.
    private CompareExpression Bounded(CompareExpression compare) => compare with
    {
        Left = BoundedBy(compare.Left, compare.Right),
        Right = BoundedBy(compare.Right, compare.Left),
    };

    private Expression BoundedBy(Expression counted, Expression bound) =>
        counted switch
        {
            NamedExpression named when BoundedBy(named.Body, bound) is var body && !ReferenceEquals(body, named.Body) => named with
            {
                Body = body,
            },
            AggregateExpression asked
                when ConstantOf(bound) is long and >= 0 and <= AggregateDefinition.MaxExact and var most
                    && _context.Aggregates[asked.Aggregate] is { UpTo: 0 } model && !model.Kind.IsOfAmounts() => asked with
                    {
                        Aggregate = _context.Aggregates.Add(model with { UpTo = (int)most + 1 }),
                    },
            _ => counted,
        };

    private static object? ConstantOf(Expression expression) => expression switch
    {
        NamedExpression named => ConstantOf(named.Body),
        ConstantExpression constant => constant.Value,
        _ => null,
    };
}
