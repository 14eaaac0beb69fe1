using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Pace;

/// <summary>
/// Binds a chart: <c>enter S when E</c> becomes a rule at <c>signal</c> that degrades it, <c>from S at P rule</c> the rule with
/// <c>pace.CHART >= S</c> before its condition. Everything after the model knows only controls, and a few steps that people take.
/// </summary>
/// <param name="firstTrigger">How many triggers the charts before it have.</param>
internal sealed class ChartBinder(BindingContext context, FactTable table, DeclaredChart chart, int firstTrigger)
{
    private readonly List<TriggerModel> _triggers = [];
    private readonly SortedDictionary<PaceLevel, List<RuleModel>> _enters = [];
    private readonly List<OverlayModel> _overlays = [];
    private readonly List<(string Point, ImmutableArray<string> Tools, RuleModel Rule)> _rules = [];
    private readonly List<RecoveryModel> _recoveries = [];
    private readonly PointFacts _signal = table.At(DecisionPoints.Find(PointNames.Signal)!, []);
    private readonly PointFacts _recovery = table.At(DecisionPoints.Find(PointNames.Recovery)!, []);

    public ChartModel Bind()
    {
        var fallback = new List<string>();
        var depends = new List<string>();
        int? tested = null;
        var clauses = new ClauseSet(context, $"pace {chart.Name}");
        var trigger = firstTrigger;
        foreach (var member in chart.Syntax.Block.Members)
        {
            switch (member)
            {
                case EnterMemberSyntax enter:
                    BindEnter(enter, trigger++);
                    break;
                case FromStateMemberSyntax from:
                    BindOverlay(from);
                    break;
                case RecoverMemberSyntax recover:
                    BindRecovery(recover, clauses);
                    break;
                case TextMemberSyntax { Keyword.Keyword: Keyword.Fallback } text
                    when clauses.First("fallback", text) && Literals.Text(text.Text) is { } words:
                    fallback.Add(words);
                    break;
                case TextsMemberSyntax { Keyword.Keyword: Keyword.Depends } texts when clauses.First("depends", texts):
                    depends.AddRange(Literals.Texts(texts.Texts));
                    break;
                case TestedMemberSyntax date when clauses.First("tested", date):
                    tested = (date.Date.Literal as DateLiteral)?.DayNumber;
                    break;
            }
        }
        // The last time counts.
        foreach (var day in chart.Tried.Select(date => (date.Date.Literal as DateLiteral)?.DayNumber))
            tested = day > tested || tested is null ? day : tested;
        foreach (var (kind, names) in new[] { ("fallback", fallback), ("depends", depends) })
            context.Hosts.UnionWith(names.Select(name => new HostBinding(kind, name)));
        return new ChartModel(
            chart.Name,
            chart.Control,
            _triggers.ToValueList(),
            _recoveries.OrderBy(recovery => recovery.From).ToValueList(),
            _overlays.ToValueList(),
            fallback.ToValueList(),
            depends.Order(StringComparer.Ordinal).ToValueList(),
            tested,
            Place(chart.Span));
    }

    /// <summary>
    /// What it does to decisions, once it is bound: one control for each state that it enters by itself, and one with what its states add.
    /// </summary>
    public IEnumerable<ControlModel> Controls
    {
        get
        {
            foreach (var (level, rules) in _enters)
            {
                yield return Control(
                    $"{chart.Control}.{PaceLevels.NameOf(level)}",
                    Degrade(level),
                    [new PlacementModel(PointNames.Signal, [], rules.ToValueList())]);
            }
            if (_rules.Count > 0)
            {
                yield return Control(
                    chart.Control,
                    new BlockEffect(null),
                    _rules
                        .GroupBy(rule => (rule.Point, Tools: string.Join(',', rule.Tools)))
                        .Select(group => new PlacementModel(
                            group.Key.Point,
                            group.First().Tools.ToValueList(),
                            group.Select(rule => rule.Rule).ToValueList())));
            }
        }
    }

    // A trigger that cannot be told leads where it would lead: telemetry that is silent is no sign of health.
    private ControlModel Control(string id, Effect onError, IEnumerable<PlacementModel> placements) =>
        new(id, null, null, [], [], NeverWaived: true, null, new FixedEffectModel(onError), placements.ToValueList(), Place(chart.Span));

    private EventEffect Degrade(PaceLevel level) => new(EventAction.Degrade, PaceMove.TargetOf(chart.Name, level));

    private void BindEnter(EnterMemberSyntax syntax, int number)
    {
        var level = StateOf(syntax.State, worse: true);
        var scope = Scope(_signal);
        ScopeNames.Add(context, chart.Source, syntax, chart.Package, _signal);
        var condition = new ExpressionBinder(context, scope).BindCondition(syntax.Condition);
        var time = syntax.For is null ? 0 : TimeOf(syntax.For.Value, scope, ParamRole.LessIsStricter);
        if (level is not { } to || condition is null || time is not { } ticks)
        {
            context.Marks.Add(BindingMark.LeftOut);
            return;
        }
        var place = Place(syntax.Span);
        _triggers.Add(new TriggerModel(to, condition, ticks, place));
        if (!_enters.TryGetValue(to, out var rules))
            _enters.Add(to, rules = []);
        var held =
            ticks == 0
                ? condition
                : new LogicalExpression(
                    LogicalOperator.And,
                    condition,
                    new HeldForExpression(number, ticks, Place(syntax.For!.Span)),
                    condition.Place);
        rules.Add(new RuleModel(rules.Count, held, [new FixedEffectModel(Degrade(to))], place));
    }

    private void BindOverlay(FromStateMemberSyntax syntax)
    {
        var level = StateOf(syntax.State, worse: false);
        var points = PointsBinder.Bind(context, chart.Package, syntax.At.Points);
        var ordinal = _overlays.Count;
        _overlays.Add(new OverlayModel(level ?? PaceLevel.Primary, ordinal, Place(syntax.Span)));
        var binder = new RuleBinder(context, chart.Package, chart.Source, new SyntaxList<MemberSyntax>([syntax.Rule]));
        foreach (var point in points)
        {
            var facts = table.At(point.Point, point.Tools);
            ScopeNames.Add(context, chart.Source, syntax, chart.Package, facts);
            if (binder.Bind(syntax.Rule, facts) is not { } rule || level is not { } from)
            {
                context.Marks.Add(BindingMark.LeftOut);
                continue;
            }
            var place = Place(syntax.State.Span);
            var state = new CompareExpression(
                CompareOperator.GreaterOrEqual,
                new PathExpression(["pace", chart.Name], FactShapes.PaceState, place),
                new ConstantExpression((long)from, FactShapes.PaceState, place),
                place);
            Expression condition = rule.Condition is null
                ? state
                : new LogicalExpression(LogicalOperator.And, state, rule.Condition, rule.Condition.Place);
            _rules.Add((point.Point.Name, point.Tools, rule with { Ordinal = ordinal, Condition = condition }));
        }
    }

    private void BindRecovery(RecoverMemberSyntax syntax, ClauseSet clauses)
    {
        var (from, to) = (StateOf(syntax.From, worse: true), StateOf(syntax.To, worse: false));
        var scope = Scope(_recovery);
        ScopeNames.Add(context, chart.Source, syntax, chart.Package, _recovery);
        var after = syntax.After is null ? 0 : TimeOf(syntax.After.Value, scope, ParamRole.GreaterIsStricter);
        var where = syntax.Where is null ? null : new ExpressionBinder(context, scope).BindCondition(syntax.Where.Condition);
        var roles = Literals.Texts(syntax.Texts).ToValueList();
        context.Hosts.UnionWith(roles.Select(role => new HostBinding("authority", role)));
        if (from is not { } level || to is not { } better || after is not { } ticks || (syntax.Where is not null && where is null))
        {
            context.Marks.Add(BindingMark.LeftOut);
            return;
        }
        if (better != level - 1)
        {
            var next = PaceLevels.NameOf(level - 1);
            context.Report(
                new Diagnostic(
                    PaceDiagnostics.RecoverySkips,
                    chart.Source,
                    new TextSpan(syntax.From.Span.Start, syntax.To.Span.End),
                    [syntax.From.Text, syntax.To.Text, $"write 'recover {syntax.From.Text} -> {next}'"])
                {
                    Fixes = [Suggestion.Replace(syntax.To.Span, next)],
                }
            );
            return;
        }
        if (clauses.First($"recover {syntax.From.Text}", syntax))
            _recoveries.Add(new RecoveryModel(level, roles, ticks, where, Place(syntax.Span)));
    }

    private PaceLevel? StateOf(SyntaxToken state, bool worse)
    {
        if (state.IsMissing)
            return null;
        if (PaceLevels.Find(state.Text) is { } level && (!worse || level > PaceLevel.Primary))
        {
            context.Notes?.Refer(state, Symbols.SymbolKind.EnumName, state.Text, FactShapes.PaceState, null);
            return level;
        }
        var (known, kind) = worse ? (FactShapes.PaceState.Names.Skip(1), "worse state") : (FactShapes.PaceState.Names, "state");
        context.ReportUnknown(ControlDiagnostics.UnknownPaceState, chart.Source, state.Span, state.Text, known, kind, state.Text);
        return null;
    }

    // One for each tier is known once the system has a tier; until then the strictest of them counts.
    private long? TimeOf(ExpressionSyntax syntax, ExpressionScope scope, ParamRole role)
    {
        if (new ExpressionBinder(context, scope).BindAs(syntax, DurationShape.Instance) is not { } value)
            return null;
        context.Give(value, role);
        if (Known(value, role == ParamRole.GreaterIsStricter ? Math.Max : Math.Min) is not { } ticks)
        {
            context.Report(PaceDiagnostics.TimeNotKnown, chart.Source, syntax.Span, chart.Source.Slice(syntax.Span).ToString());
            return null;
        }
        if (ticks > 0)
            return ticks;
        context.Report(ControlDiagnostics.NotPositive, chart.Source, syntax.Span, "The time");
        return null;
    }

    private static long? Known(Expression value, Func<long, long, long> strictest) =>
        value switch
        {
            ConstantExpression { Value: long ticks } => ticks,
            NamedExpression named => Known(named.Body, strictest),
            TableExpression { Key: ConstantExpression { Value: long key } } table => table.Values[(int)key] is { } entry
                ? Known(entry, strictest)
                : null,
            TableExpression { Key: PathExpression { Path: ["system", "tier"] } } table
                when table.Values.OfType<Expression>().Select(entry => Known(entry, strictest)).ToList() is var entries
                    && !entries.Contains(null) => entries.Select(entry => entry!.Value).Aggregate(strictest),
            _ => null,
        };

    private ExpressionScope Scope(PointFacts facts) => ExpressionScope.Of(chart.Package, chart.Source, facts) with { Chart = chart.Name };

    private SourcePlace Place(TextSpan span) => context.Place(chart.Package, chart.Source, span);
}
