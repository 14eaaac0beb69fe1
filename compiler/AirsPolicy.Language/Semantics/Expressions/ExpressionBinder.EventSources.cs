using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Which recorded decisions a question about the past counts, and how.</summary>
internal sealed partial class ExpressionBinder
{
    // What a decision has not that lacks what is read: it is no such event.
    private static readonly ImmutableArray<string> s_lacking =
    [
        NameDiagnostics.UnknownName.Code, NameDiagnostics.UnknownMember.Code, NameDiagnostics.FactElsewhere.Code,
        NameDiagnostics.ArgsNeedTool.Code, NameDiagnostics.ToolsDisagree.Code,
    ];

    private sealed record BoundSources(ValueList<EventSourceModel> Models, ValueList<Expression> Present);

    private sealed record BoundSource(EventSourceModel Model, ValueList<Expression> Present, string Where);

    /// <summary>
    /// Binds what is read to the facts of each point, and of each tool where something of its own is read: those that have all of it are
    /// events.
    /// </summary>
    private sealed class EventSourcesBinder(
        ExpressionBinder outer,
        AggregateExpressionSyntax syntax,
        AggregateKind kind,
        IReadOnlyList<DecisionPoint> points)
    {
        private readonly FactTable _table = outer._context.Table!;
        private readonly string? _variable = syntax.Variable is { IsMissing: false } variable ? variable.Text : null;
        private readonly List<BoundSource> _sources = [];
        private (PointFacts Facts, string? Tool, int Findings)? _nearest;

        /// <summary>The sources, of which there is at least one; null once it is reported why there are none.</summary>
        public BoundSources? Bind()
        {
            var narrowed = NarrowedTools();
            foreach (var point in points)
            {
                if (!Try(_table.At(point, []), null, out var fits))
                    return null;
                if (fits || !point.HasTool)
                    continue;
                foreach (var tool in outer._context.Tools.Select(tool => tool.Name).Where(tool => narrowed?.Contains(tool) ?? true))
                {
                    if (!Try(_table.At(point, [tool]), tool, out _))
                        return null;
                }
            }
            if (_sources.Count > 0)
                return AreAlike() ? new BoundSources(_sources.Select(source => source.Model).ToValueList(), _sources[0].Present) : null;
            if (_nearest is { } nearest)
                Bind(outer, nearest.Facts, nearest.Tool);
            return null;
        }

        // Asked first where nobody sees the findings. False once something is wrong that no other decision can mend.
        private bool Try(PointFacts facts, string? tool, out bool fits)
        {
            var trial = outer._context.Trial();
            var source = Bind(outer.OnTrial(trial), facts, tool);
            fits = source is not null;
            if (source is not null)
            {
                // The first again, for what the editor and the parameters are told.
                _sources.Add(_sources.Count == 0 ? Bind(outer, facts, tool) ?? source : source);
                return true;
            }
            var findings = trial.Diagnostics.ToSorted();
            if (!findings.Any(finding => s_lacking.Contains(finding.Code)))
            {
                Bind(outer, facts, tool);
                return false;
            }
            // Of a tool rather than of the point: what is said of arguments is said of those of a tool.
            if (_nearest is null
                || (_nearest.Value.Tool is null && tool is not null)
                || (tool is not null && findings.Length < _nearest.Value.Findings))
                _nearest = (facts, tool, findings.Length);
            return true;
        }

        private BoundSource? Bind(ExpressionBinder around, PointFacts facts, string? tool)
        {
            var scope = _variable is null
                ? around.Scope
                : around.Scope with
                {
                    Locals = around.Scope.Locals.SetItem(_variable, new EventName(facts, syntax.Variable!)),
                };
            var binder = new ExpressionBinder(around._context, scope, around._growth, around._openLets)
            {
                _present = around._present,
                _isOfPast = true,
            };
            if (_variable is not null)
            {
                around._context.Notes?.ReferLocal(syntax.Variable!, SymbolKind.Item, EventFacts.Shape(facts), syntax.Variable!);
                around._context.Notes?.Open(
                    around.Scope.Source,
                    syntax.Span,
                    [new ScopeName(_variable, SymbolKind.Item, EventFacts.Shape(facts), null)]);
            }
            var where = syntax.Where is null ? null : binder.BindCondition(syntax.Where.Condition);
            var value = syntax.Selected is null ? null : binder.Bind(syntax.Selected);
            var per = new ExpressionBinder(around._context, ExpressionScope.Of(scope.Package, scope.Source, facts))
            {
                _isOfPast = true,
            }.BindPer(syntax.Tail);
            if ((syntax.Where is not null && where is null) || (syntax.Selected is not null && value is null) || per is null)
                return null;
            var condition = new EventCondition(_variable, scope.Variables);
            if (where is not null && condition.Add(where) is { } neither)
            {
                around.Report(
                    EventDiagnostics.MixedCondition, around.SpanOf(neither) ?? syntax.Where!.Condition.Span, around.WrittenAt(neither),
                    condition.ReadsEvent(neither) ? "holds the event against the present" : "says nothing of the event");
                return null;
            }
            if (condition.Pairs.FirstOrDefault(pair => !EventCondition.IsKey(pair.OfEvent.Shape)).OfEvent is { } noKey)
            {
                around.Report(EventDiagnostics.NoKey, syntax.Where!.Condition.Span, ShapeText.WithArticle(noKey.Shape));
                return null;
            }
            if (value is not null && !IsValue(around, value, condition))
                return null;
            var model = new EventSourceModel(
                facts.Name,
                tool,
                WithoutTool(condition.Where, facts, tool),
                [.. per.Value, .. condition.Pairs.Select(pair => pair.OfEvent)],
                value is null ? null : condition.OfEvent(Fractional(value)));
            return new BoundSource(model, condition.Pairs.Select(pair => pair.OfPresent).ToValueList(), tool ?? facts.Name);
        }

        // Whole numbers have a mean that is none.
        private Expression Fractional(Expression value) =>
            kind is AggregateKind.Mean or AggregateKind.Deviation && Convert(value, DecimalShape.Instance) is { } converted
                ? converted
                : value;

        private bool IsValue(ExpressionBinder around, Expression value, EventCondition condition)
        {
            var (written, span) = (around.TextOf(syntax.Selected!), syntax.Selected!.Span);
            if (condition.ReadsPresent(value))
                around.Report(EventDiagnostics.ValueOfPresent, span, written);
            else if (kind.IsOfAmounts() && !EventCondition.IsAmount(value.Shape))
                around.Report(EventDiagnostics.NoAmount, span, Capital(ShapeText.WithArticle(value.Shape)));
            else if (!EventCondition.IsKey(value.Shape))
                around.Report(EventDiagnostics.NoKey, span, ShapeText.WithArticle(value.Shape));
            else
                return true;
            return false;
        }

        // The keys of the present are the same whatever event they are held against, and so is what is summed.
        private bool AreAlike()
        {
            var first = _sources[0];
            foreach (var other in _sources.Skip(1))
            {
                foreach (var (one, another) in Read(first.Model).Zip(Read(other.Model)))
                {
                    if (ShapeKinds.Same(one.Shape, another.Shape))
                        continue;
                    outer.Report(
                        EventDiagnostics.EventsDisagree,
                        syntax.Span,
                        outer.WrittenAt(one),
                        ShapeText.WithArticle(one.Shape),
                        first.Where,
                        ShapeText.WithArticle(another.Shape),
                        other.Where);
                    return false;
                }
            }
            return true;
        }

        private static IEnumerable<Expression> Read(EventSourceModel source) =>
            source.Value is null ? source.Keys : source.Keys.Append(source.Value);

        // A source of one tool need not ask which it is.
        private static Expression? WithoutTool(Expression? where, PointFacts facts, string? tool) => where switch
        {
            LogicalExpression { Operator: LogicalOperator.And } and => (WithoutTool(and.Left, facts, tool), WithoutTool(and.Right, facts, tool)) switch
            {
                (null, var right) => right,
                (var left, null) => left,
                var (left, right) => and with { Left = left, Right = right },
            },
            CompareExpression { Operator: CompareOperator.Equal, Left: PathExpression { Path: ["tool"] }, Right: ConstantExpression { Value: long number } }
                when (tool is not null) && facts.Layout.Tools[(int)number].Tool == tool => null,
            _ => where,
        };

        // 'c.tool == refund' and 'c.tool in [refund, pay]' say of which tools the event is, so that nothing is asked of others.
        private HashSet<string>? NarrowedTools()
        {
            HashSet<string>? tools = null;
            var pending = new Stack<ExpressionSyntax>();
            if (syntax.Where is not null)
                pending.Push(syntax.Where.Condition);
            while (pending.TryPop(out var part))
            {
                switch (Unwrapped(part))
                {
                    case BinaryExpressionSyntax { Operator: BinaryOperator.And } and:
                        pending.Push(and.Left);
                        pending.Push(and.Right);
                        break;
                    case BinaryExpressionSyntax { Operator: BinaryOperator.Equal } equal when IsTool(equal.Left):
                        Narrow([equal.Right]);
                        break;
                    case BinaryExpressionSyntax { Operator: BinaryOperator.Equal } equal when IsTool(equal.Right):
                        Narrow([equal.Left]);
                        break;
                    case BinaryExpressionSyntax { Operator: BinaryOperator.In } within
                        when IsTool(within.Left) && Unwrapped(within.Right) is ListExpressionSyntax list:
                        Narrow(list.Items);
                        break;
                }
            }
            return tools;

            void Narrow(IEnumerable<ExpressionSyntax> written)
            {
                var names = written
                    .Select(Unwrapped)
                    .OfType<NameExpressionSyntax>()
                    .Select(name => name.Name.Text)
                    .ToHashSet(StringComparer.Ordinal);
                if (tools is null)
                    tools = names;
                else
                    tools.IntersectWith(names);
            }
        }

        private bool IsTool(ExpressionSyntax part) =>
            NameChain.Of(Unwrapped(part)) is { Steps: [{ Name: "tool" }] } chain && chain.Root.Text == _variable;
    }

    // Findings go to the context of the trial; how large the rule has grown stays known.
    private ExpressionBinder OnTrial(BindingContext trial) =>
        new(trial, Scope, _growth.Fork(trial), _openLets) { _present = _present, _isOfPast = _isOfPast };

    // A part may stand in a let elsewhere.
    private TextSpan? SpanOf(Expression part) => part.Place.File == Scope.Package.PathOf(Scope.Source)
        ? new TextSpan(Scope.Source.FromNormalized(part.Place.Start), Scope.Source.FromNormalized(part.Place.End))
        : null;

    private string WrittenAt(Expression part) => SpanOf(part) is { } span ? Scope.Source.Slice(span).ToString() : "the condition";
}
