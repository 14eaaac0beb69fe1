using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Samples;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Judges;

/// <summary>
/// Binds the rules of a judge at a point: those that are written, of each answer that is there, and behind them the one that asks.
/// </summary>
internal sealed class JudgeRules(BindingContext context, DeclaredJudge judge)
{
    private readonly SyntaxList<MemberSyntax> _members = judge.Syntax.Block.Members;

    /// <summary>The ordinal of the rule that asks.</summary>
    public int Ask => _members.Count(member => member is WhenRuleSyntax or AlwaysRuleSyntax);

    public ValueList<RuleModel> Bind(PointFacts facts)
    {
        var written = judge.Answers.Select(answer => Written(answer, facts)).ToList();
        var rules = written[0].Select(rule => OfAny(rule, written)).Append(AskRule(facts));
        return rules.ToValueList();
    }

    private ValueList<RuleModel> Written(string answer, PointFacts facts)
    {
        var locals = ImmutableDictionary<string, LocalName>.Empty;
        foreach (var member in judge.Returns.Members)
            locals = locals.Add(member.Name, new AnswerName(answer, member));
        var rules = new RuleBinder(context, judge.Symbol.Package, judge.Symbol.Declaration.Source, _members, locals).Bind(facts);
        return rules.Select(rule => rule with { Condition = Answered(answer, rule) }).ToValueList();
    }

    private Expression Answered(string answer, RuleModel rule)
    {
        var has = new HasExpression(new PathExpression([answer], judge.Returns, rule.Place), rule.Place);
        return rule.Condition is null ? has : new LogicalExpression(LogicalOperator.And, has, rule.Condition, rule.Place);
    }

    // The strictest of what the models say: a rule follows where it holds for one of their answers.
    private RuleModel OfAny(RuleModel first, List<ValueList<RuleModel>> written)
    {
        var condition = first.Condition;
        foreach (
            var other in written.Skip(1).Select(rules => rules.FirstOrDefault(rule => rule.Ordinal == first.Ordinal)).OfType<RuleModel>())
        {
            if (other.Effects != first.Effects)
                context.Report(
                    JudgeDiagnostics.EffectOfSeveral,
                    judge.Symbol.Declaration.Source,
                    _members.Where(member => member is WhenRuleSyntax or AlwaysRuleSyntax).ElementAt(first.Ordinal).Span,
                    judge.Symbol.Name);
            condition = new LogicalExpression(LogicalOperator.Or, condition!, other.Condition!, first.Place);
        }
        return first with { Condition = condition };
    }

    private RuleModel AskRule(PointFacts facts)
    {
        var place = context.Place(judge.Symbol.Package, judge.Symbol.Declaration.Source, judge.Symbol.Declaration.Span);
        Expression? asked = new PathExpression(["flagged"], BoolShape.Instance, place);
        var samples = _members.OfType<SampleMemberSyntax>().ToList();
        foreach (var sample in samples)
        {
            if (SampleCondition.Bind(context, judge.Symbol, sample, sample.Where?.Condition, facts) is not (true, var condition))
                continue;
            asked = condition is null || asked is null ? null : new LogicalExpression(LogicalOperator.Or, condition, asked, place);
        }
        return new RuleModel(
            Ask,
            samples.Count == 0 ? null : asked,
            [new FixedEffectModel(new EventEffect(EventAction.Ask, judge.Name))],
            place);
    }
}
