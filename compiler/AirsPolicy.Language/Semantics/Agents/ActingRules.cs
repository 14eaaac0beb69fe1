using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>
/// Binds the rules and limits of an agent or a workflow. They stand where it acts, at calls and delegations, as far as these know what a
/// rule reads; where neither does, at the other points that do. Standing at all that do would ask a person twice for one call.
/// </summary>
/// <param name="tools">The tools that it may call.</param>
internal sealed class ActingRules(
    BindingContext context,
    FactTable table,
    Symbol symbol,
    SyntaxList<MemberSyntax> members,
    ImmutableArray<string> tools)
{
    private readonly ActingPlaces _places = new(table, tools);

    /// <summary>The rules, each where it stands; what is wrong is reported and left out.</summary>
    /// <param name="acts">Whether it is this agent, or one of this workflow, that acts.</param>
    /// <param name="first">The number of the first rule.</param>
    public IEnumerable<PlacementModel> Bind(Func<AgentConditions, Expression> acts, int first)
    {
        var placements = new List<PlacementModel>();
        foreach (var rule in members.Where(member => member is WhenRuleSyntax or AlwaysRuleSyntax))
        {
            foreach (var place in _places.Of(facts => Findings(facts, trial => trial.Bind(rule, facts))))
            {
                if (Rules(context).Bind(rule, place) is { } bound)
                    placements.Add(
                        new PlacementModel(place.Name, place.Tools.Select(tool => tool.Tool).ToValueList(), [Guarded(bound, acts, first)]));
            }
        }

        placements.AddRange(
            new ActingLimits(context, _places, symbol, members).Bind(
                acts,
                first + members.Count(member => member is WhenRuleSyntax or AlwaysRuleSyntax)));
        if (members.Any(member => member is LetMemberSyntax))
        {
            var place = _places.Of(facts => Findings(facts, trial => trial.CheckUnusedLets(facts)))[0];
            Rules(context).CheckUnusedLets(place);
            ScopeNames.Add(context, symbol.Declaration.Source, symbol.Syntax, symbol.Package, place);
        }

        return placements;
    }

    private RuleBinder Rules(BindingContext context) => new(context, symbol.Package, symbol.Declaration.Source, members);

    private int Findings(PointFacts facts, Action<RuleBinder> bind)
    {
        var trial = context.Trial();
        bind(Rules(trial));
        return ActingPlaces.Findings(trial);
    }

    private static RuleModel Guarded(RuleModel rule, Func<AgentConditions, Expression> acts, int first)
    {
        var say = new AgentConditions(rule.Place);
        return rule with
        {
            Ordinal = first + rule.Ordinal,
            Condition = rule.Condition is { } condition ? say.And(acts(say), condition) : acts(say),
        };
    }
}
