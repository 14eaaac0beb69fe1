using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>Binds <c>follows</c>: an order of tools in an agent, of agents in a workflow.</summary>
/// <param name="symbol">The agent or workflow.</param>
/// <param name="nameOf">The name outside of what a step names, or null where it is reported that there is no such thing.</param>
internal sealed class FollowsBinder(BindingContext context, Symbol symbol, Func<SyntaxToken, string?> nameOf)
{
    private bool _isWrong;

    /// <summary>The order, or null where something is wrong with it, which is reported.</summary>
    /// <param name="handovers">For an order of agents: who hands work to whom.</param>
    public OrderModel? Bind(FollowsMemberSyntax syntax, ValueList<Handover>? handovers)
    {
        var steps = BindSequence(syntax.Sequence);
        if (_isWrong)
            return null;
        var compiled = StepCompiler.Compile(steps);
        if (compiled.Automaton is { } automaton && handovers is { } handed)
            compiled = HandoverOrder.Compile(automaton, handed);
        var problem = compiled.Problem switch
        {
            StepProblem.TooManySteps => $"has more than {StepLimits.MaxSteps} steps; name fewer",
            StepProblem.TooDeep => $"is nested deeper than {StepLimits.MaxDepth} levels; write fewer parentheses",
            StepProblem.TooManyStates =>
                "has to remember too much: what came long ago decides what may come now; shorten what is repeated, or name fewer agents",
            _ => CanEnd(compiled.Automaton!)
                ? null
                : "can never be finished, since an agent that goes on acting makes no new step; do not name it twice in a row",
        };
        if (problem is null)
            return new OrderModel(steps, handovers);
        context.Report(AgentDiagnostics.OrderTooLarge, syntax.FollowsKeyword.Source, syntax.Sequence.Span, symbol.Name, problem);
        return null;
    }

    private StepSequence BindSequence(SequenceSyntax syntax) => new(syntax.Steps.Select(BindStep).ToValueList());

    private StepExpression BindStep(StepSyntax syntax)
    {
        StepExpression step = syntax switch
        {
            NamedStepSyntax named => BindName(named.Name),
            AlternativesStepSyntax alternatives => new StepChoice(
                alternatives.Alternatives.Select(alternative => (StepExpression)BindSequence(alternative)).ToValueList()),
            _ => throw new System.Diagnostics.UnreachableException(syntax.ToString()),
        };
        return syntax.Repetition?.Kind switch
        {
            TokenKind.Plus => new RepeatedStep(step, CanBeAbsent: false, CanRecur: true),
            TokenKind.Star => new RepeatedStep(step, CanBeAbsent: true, CanRecur: true),
            TokenKind.Question => new RepeatedStep(step, CanBeAbsent: true, CanRecur: false),
            _ => step,
        };
    }

    private NamedStep BindName(SyntaxToken name)
    {
        var known = name.IsMissing ? null : nameOf(name);
        _isWrong |= known is null;
        return new NamedStep(known ?? "");
    }

    private static bool CanEnd(StepAutomaton automaton) => automaton.Complete.Any(complete => complete);
}
