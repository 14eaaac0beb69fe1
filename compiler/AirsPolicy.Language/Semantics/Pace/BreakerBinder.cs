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
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Pace;

/// <summary>Binds a breaker: its rules become those of a control that ask whether it is open.</summary>
internal sealed class BreakerBinder(BindingContext context, FactTable table, Symbol symbol)
{
    // There people and the host act on the breaker itself.
    private static readonly string[] s_elsewhere = [PointNames.Signal, PointNames.Approval, PointNames.Recovery];

    private readonly BreakerDeclarationSyntax _syntax = (BreakerDeclarationSyntax)symbol.Syntax;
    private readonly SourceText _source = symbol.Declaration.Source;

    /// <summary>The id of the control that its rules are of.</summary>
    public static string ControlIdOf(Symbol breaker) => $"{breaker.Package.Name}.breaker.{breaker.Name}";

    /// <summary>The breaker with its control; null where something of it is wrong, which is reported.</summary>
    public BoundBreaker? Bind()
    {
        var (clauses, roles, probes) = (new ClauseSet(context, symbol.Name), new List<string>(), 0L);
        (PathsMemberSyntax? per, TripMemberSyntax? trip, OpenForMemberSyntax? open, NumberMemberSyntax? probe, CloseByMemberSyntax? close) =
            (null, null, null, null, null);
        foreach (var member in _syntax.Block.Members)
        {
            switch (member)
            {
                case PathsMemberSyntax { Keyword.Keyword: Keyword.Per } paths when clauses.First("per", paths):
                    per = paths;
                    break;
                case TripMemberSyntax tripping when clauses.First("trip", tripping):
                    trip = tripping;
                    break;
                case OpenForMemberSyntax opens when clauses.First("open", opens):
                    open = opens;
                    break;
                case NumberMemberSyntax { Keyword.Keyword: Keyword.Probe } number when clauses.First("probe", number):
                    probe = number;
                    break;
                case CloseByMemberSyntax closes when clauses.First("close", closes):
                    close = closes;
                    roles.AddRange(Literals.Texts(closes.Texts));
                    break;
            }
        }
        if (!IsWhole(per, trip, open, probe, close))
            return null;
        if (probe is not null && probe.Number.Literal is not IntegerLiteral { Value: > 0 and <= 1_000 and var times })
        {
            if (!probe.Number.IsMissing)
                context.Report(NameDiagnostics.OutOfRange, _source, probe.Number.Span, "The number of probes", "1", "1,000");
            return null;
        }
        else if (probe?.Number.Literal is IntegerLiteral literal)
        {
            probes = literal.Value;
        }
        if (KeyOf(per!) is not { } key)
            return null;
        if (key.Count == 0 && (close is null || probe is not null))
        {
            context.Report(PaceDiagnostics.BreakerOfSystem, _source, probe?.Span ?? symbol.Declaration.Span, symbol.Name);
            return null;
        }
        var places = Places(key);
        // The key is known already; bound as a path it is noted for editors, which rename what it names.
        if (key.Count > 0)
        {
            var noting = context.Trial(context.Notes);
            new ExpressionBinder(noting, ExpressionScope.Of(symbol.Package, _source, places[0])).BindFactPath(per!.Paths[0]);
        }
        var ticks =
            ParamBinder.BindConstant(context, symbol.Package, open!.For.Value, DurationShape.Instance, ParamRole.GreaterIsStricter)?.Value
            as long?;
        if (ticks <= 0)
            context.Report(ControlDiagnostics.NotPositive, _source, open.For.Value.Span, "The time");
        var trips = Trips(trip!, places, key);
        context.Hosts.UnionWith(roles.Select(role => new HostBinding("authority", role)));
        if (ticks is not > 0 || trips.Count == 0)
        {
            context.Marks.Add(BindingMark.LeftOut);
            return null;
        }
        var id = ControlIdOf(symbol);
        var model = new BreakerModel(
            symbol.Name,
            id,
            Literals.Text(_syntax.Head.Title),
            key,
            places.Select(place => place.Name).ToValueList(),
            trips,
            ticks.Value,
            (int)probes,
            roles.ToValueList(),
            Place(symbol.Declaration.Span));
        return new BoundBreaker(
            model,
            new ControlModel(
                id,
                model.Title,
                null,
                CatalogueIds.Satisfied(_syntax.Block.Members),
                CatalogueIds.Mitigated(_syntax.Block.Members),
                NeverWaived: true,
                null,
                new FixedEffectModel(new BlockEffect(null)),
                Rules(places, key).ToValueList(),
                model.Place));
    }

    private bool IsWhole(
        PathsMemberSyntax? per,
        TripMemberSyntax? trip,
        OpenForMemberSyntax? open,
        NumberMemberSyntax? probe,
        CloseByMemberSyntax? close)
    {
        var lacks = per is null ? "'per', which says for whom it opens"
            : trip is null ? "'trip when', which says what opens it"
            : open is null ? "'open for', which says how long it stays open"
            : probe is null && close is null ? "'probe' or 'close by', which say how it closes"
            : null;
        if (lacks is not null)
            context.Report(PaceDiagnostics.BreakerLacks, _source, symbol.Declaration.Span, symbol.Name, lacks);
        return lacks is null;
    }

    // The path of the key; empty for the system.
    private ValueList<string>? KeyOf(PathsMemberSyntax per)
    {
        if (per.Paths is not [var path])
        {
            context.Report(PaceDiagnostics.BreakerKey, _source, per.Span, symbol.Name, "has several keys");
            return null;
        }
        if (path.IsMissing)
            return null;
        if (path.Text == "system")
            return [];
        ValueList<string> key = path.Text is "request" or "session" or "run" or "agent" or "user"
            ? [path.Text, "id"]
            : path.Parts.Select(part => part.Text).ToValueList();
        if (Places(key).Count > 0)
            return key;
        context.Report(
            PaceDiagnostics.BreakerKey,
            _source,
            path.Span,
            symbol.Name,
            $"is per '{path.Text}', which is no text at any decision point");
        return null;
    }

    private List<PointFacts> Places(ValueList<string> key) =>
    [
        .. DecisionPoints.All.Where(point => !s_elsewhere.Contains(point.Name)).Select(point => table.At(point, []))
            .Where(facts => key.Count == 0 || SlotLayout.Find(facts.Layout.Facts, key.AsSpan()) is { Shape: TextShape }),
    ];

    private ValueList<TripModel> Trips(TripMemberSyntax syntax, List<PointFacts> places, ValueList<string> key)
    {
        var trips = new List<TripModel>();
        foreach (var (place, condition) in WhereFine(
            places, (within, place) => Condition(within, syntax, place), (exchange, condition) => exchange.Of(condition)))
        {
            if (!CountsByKey(condition, key))
            {
                context.Report(PaceDiagnostics.CountOfOthers, _source, syntax.Condition.Span, symbol.Name, KeyText(key));
                return [];
            }
            trips.Add(new TripModel(place.Name, null, ItsOwn(condition)));
        }
        if (trips.Count == 0)
            Condition(context, syntax, places.Find(place => place.Name == PointNames.Input) ?? places[0]);
        ScopeNames.Add(context, _source, syntax, symbol.Package, places[0]);
        return trips.ToValueList();
    }

    private Expression? Condition(BindingContext within, TripMemberSyntax syntax, PointFacts place) =>
        new ExpressionBinder(within, ExpressionScope.Of(symbol.Package, _source, place)).BindCondition(syntax.Condition);

    // What trips it for one key is of that key alone, so that it can begin anew when the breaker closes for it.
    private static bool CountsByKey(Expression condition, ValueList<string> key) =>
        key.Count == 0
        || ExpressionTree
            .DescendantsAndSelf(condition)
            .OfType<AggregateExpression>()
            .All(asked => asked.Keys is [PathExpression first, ..] && first.Path == key);

    private static string KeyText(ValueList<string> key) =>
        key is ["request" or "session" or "run" or "agent" or "user", "id"] ? key[0] : string.Join('.', key);

    // What is refused because it is open does not keep it open, and what it counts begins anew when it closes.
    private Expression ItsOwn(Expression condition) =>
        new ExpressionRewriter(part =>
            part is AggregateExpression asked
                ? asked with
                {
                    Aggregate = context.Aggregates.Add(ItsOwn(context.Aggregates[asked.Aggregate])),
                }
                : part
        ).Of(condition);

    private Model.Events.AggregateModel ItsOwn(Model.Events.AggregateModel aggregate) => aggregate with
    {
        Breaker = symbol.Name,
        Sources = aggregate.Sources.Select(source => source with
        {
            Where = source.Point == Runtime.State.Pace.PaceChange.Point ? source.Where
                : source.Where is null ? new NotExpression(IsOpen(), Place(symbol.Declaration.Span))
                : new LogicalExpression(LogicalOperator.And, new NotExpression(IsOpen(), source.Where.Place), source.Where, source.Where.Place),
        }).ToValueList(),
    };

    private CoalesceExpression IsOpen() =>
        new(
            Open(Place(symbol.Declaration.Span)),
            new ConstantExpression(false, BoolShape.Instance, Place(symbol.Declaration.Span)),
            BoolShape.Instance,
            Place(symbol.Declaration.Span));

    private PathExpression Open(SourcePlace place) => new(["breaker", symbol.Name, "open"], BoolShape.Instance, place);

    private IEnumerable<PlacementModel> Rules(List<PointFacts> places, ValueList<string> key)
    {
        var written = _syntax.Block.Members.Where(member => member is WhenRuleSyntax or AlwaysRuleSyntax).ToList();
        if (written.Count == 0)
        {
            var place = Place(symbol.Declaration.Span);
            var refusal = new Refusal(
                RefusalKind.BreakerOpen,
                $"The breaker '{symbol.Name}' is open {(key.Count == 0 ? "for everybody" : $"for this '{KeyText(key)}'")}.");
            var block = new RuleModel(0, Open(place), [new FixedEffectModel(new BlockEffect(null))], place, refusal);
            return places.Select(facts => new PlacementModel(facts.Name, [], [block]));
        }
        var rules = new RuleBinder(context, symbol.Package, _source, _syntax.Block.Members);
        var placed = places.Select(place => (place, Rules: new List<RuleModel>())).ToList();
        foreach (var member in written)
        {
            var fine = WhereFine(
                places,
                (within, place) => new RuleBinder(within, symbol.Package, _source, _syntax.Block.Members).Bind(member, place),
                (exchange, rule) => exchange.Of([rule])[0]);
            if (fine.Count == 0)
                rules.Bind(member, places.Find(place => place.Name == PointNames.Input) ?? places[0]);
            foreach (var (place, rule) in fine)
            {
                placed
                    .Find(candidate => candidate.place == place)
                    .Rules.Add(
                        rule with
                        {
                            Condition = rule.Condition is null
                                ? Open(rule.Place)
                                : new LogicalExpression(LogicalOperator.And, Open(rule.Place), rule.Condition, rule.Condition.Place),
                        }
                    );
            }
        }
        if (_syntax.Block.Members.Any(member => member is LetMemberSyntax))
            rules.CheckUnusedLets(places[0]);
        ScopeNames.Add(context, _source, _syntax, symbol.Package, places[0]);
        return placed
            .Where(place => place.Rules.Count > 0)
            .Select(place => new PlacementModel(place.place.Name, [], place.Rules.ToValueList()));
    }

    // What is written once is bound wherever it has a meaning. Where none of the names that it asks for means something else, it means the
    // same, and is not bound again.
    private List<(PointFacts Place, T Bound)> WhereFine<T>(
        List<PointFacts> places,
        Func<BindingContext, PointFacts, T?> bind,
        Func<TextExchange, T, T> exchanged)
        where T : class
    {
        var (fine, known) = (new List<(PointFacts, T)>(), new List<(PointFacts Noting, T? Bound)>());
        foreach (var place in places)
        {
            T? bound;
            if (known.Find(other => IsAlike(other.Noting, place)) is ({ } noting, var alike))
            {
                bound = alike is null ? null : exchanged(new TextExchange(noting.Layout.PrimaryText, place.Layout.PrimaryText), alike);
            }
            else
            {
                noting = place with { Asked = new(StringComparer.Ordinal) };
                var trial = context.Trial();
                bind(trial, noting);
                bound = trial.Diagnostics.HasErrors ? null : bind(context, noting);
                known.Add((noting, bound));
            }
            if (bound is not null)
                fine.Add((place, bound));
        }
        return fine;
    }

    private bool IsAlike(PointFacts noting, PointFacts place) =>
        table.Differences.Between(noting, place) is { } names && !names.Overlaps(noting.Asked!);

    private SourcePlace Place(TextSpan span) => context.Place(symbol.Package, _source, span);
}

/// <summary>A breaker, and the control that refuses while it is open.</summary>
internal sealed record BoundBreaker(BreakerModel Model, ControlModel Control);
