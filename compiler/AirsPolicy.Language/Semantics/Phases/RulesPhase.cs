using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Agents;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Judges;
using AirsPolicy.Language.Semantics.Labels;
using AirsPolicy.Language.Semantics.Pace;
using AirsPolicy.Language.Symbols;

namespace AirsPolicy.Language.Semantics.Phases;

/// <summary>Binds everything in force that decides, each declaration to a control.</summary>
internal sealed class RulesPhase(BindingContext context)
{
    public BoundRules Bind(Vocabulary vocabulary)
    {
        var (tools, table) = (vocabulary.Tools, vocabulary.Table);
        var waivers = WaiverBinder.Bind(context, vocabulary.System);
        var labels = LabelSet.Bind(context, context.InForce.Declared(SymbolKind.Label), tools);
        var agents = AgentSet.Bind(context, context.InForce.Declared(SymbolKind.Workflow), context.InForce.Declared(SymbolKind.Agent));
        var (charts, chartControls) = ChartSet.Bind(context, table, context.Charts);
        var breakers = Guarded(SymbolKind.Breaker, breaker => new BreakerBinder(context, table, breaker).Bind()).OfType<BoundBreaker>().ToList();
        var judges = context.Judges.Values
            .SelectMany(judge => context.Guarded(judge.Symbol.Declaration, new JudgeBinder(context, table, judge).Bind)).ToList();
        var placed = new PlacedRules(table);
        IEnumerable<ControlModel?> controls =
        [
            .. Guarded(SymbolKind.Control, control => new ControlBinder(context, table, placed, control).Bind()),
            .. tools.SelectMany(tool => context.Guarded(tool.Symbol.Declaration, () => tool.BindRules(context, table))),
            .. Guarded(SymbolKind.Limit, limit => LimitControls.Bind(context, table, limit)),
            .. judges.Select(judge => judge.Control),
            .. vocabulary.Sampled.Select(queue => queue.Control(context, table)),
            .. agents.Controls(table),
            .. labels.Controls(table),
            .. chartControls,
            .. breakers.Select(breaker => breaker.Control),
        ];
        var past = new PastNumbers(
            context.Aggregates,
            context.Limits,
            controls.OfType<ControlModel>().Select(control => WaiverBinder.Apply(control, waivers))
                .OrderBy(control => control.Id, StringComparer.Ordinal).ToList(),
            agents.Runs(table),
            charts,
            breakers.Select(breaker => breaker.Model));
        return new BoundRules(waivers, labels.Models, agents, judges.Select(judge => judge.Judge).ToValueList(), past);
    }

    private IEnumerable<T> Guarded<T>(SymbolKind kind, Func<Symbol, T> bind) =>
        context.InForce.Declared(kind).SelectMany(symbol => context.Guarded(symbol.Declaration, () => bind(symbol)));
}
