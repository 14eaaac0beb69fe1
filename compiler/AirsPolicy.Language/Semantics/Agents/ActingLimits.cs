using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>Binds the limits of an agent or a workflow, from which nothing is drawn but by it.</summary>
internal sealed class ActingLimits(BindingContext context, ActingPlaces places, Symbol symbol, SyntaxList<MemberSyntax> members)
{
    /// <summary>The rules of the limits, each where it stands; what is wrong is reported and left out.</summary>
    /// <param name="acts">Whether it is this agent, or one of this workflow, that acts.</param>
    /// <param name="first">The number of the first rule.</param>
    public IEnumerable<PlacementModel> Bind(Func<AgentConditions, Expression> acts, int first)
    {
        var control = AgentControls.IdOf(symbol);
        foreach (var (limit, id) in LimitControls.Named(context, members, symbol.Name, control))
        {
            var stands = PlacesOf(limit);
            if (stands.Count == 0)
            {
                context.Marks.Add(BindingMark.LeftOut);
                continue;
            }

            var source = symbol.Declaration.Source;
            var binder = new LimitBinder(context, symbol.Package, source, limit, id, control);
            var draws = acts(new AgentConditions(context.Place(symbol.Package, source, limit.Span)));
            var rules = binder.Bind([.. stands.Select(facts => Scope(context, facts))], first, draws);
            ScopeNames.Add(context, source, limit, symbol.Package, stands[0]);
            first += rules.Max(arms => arms.Count);
            foreach (var (facts, arms) in stands.Zip(rules))
                yield return new PlacementModel(facts.Name, facts.Tools.Select(tool => tool.Tool).ToValueList(), arms);
        }
    }

    private IReadOnlyList<PointFacts> PlacesOf(LimitMemberSyntax limit)
    {
        if (limit.At is { } at)
            return [.. PointsBinder.Bind(context, symbol.Package, at.Points).Select(point => places.At(point.Point, point.Tools))];
        return limit.Of is null ? places.Of(Findings) : places.OfAmount(Findings);

        int Findings(PointFacts facts)
        {
            var trial = context.Trial();
            new LimitBinder(trial, symbol.Package, symbol.Declaration.Source, limit, id: "", control: "").BindDraw(Scope(trial, facts));
            return ActingPlaces.Findings(trial);
        }
    }

    private ExpressionScope Scope(BindingContext context, PointFacts facts) =>
        new RuleBinder(context, symbol.Package, symbol.Declaration.Source, members).Scope(facts);
}
