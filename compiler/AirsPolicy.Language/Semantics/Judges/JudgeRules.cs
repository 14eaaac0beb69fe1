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
/// <param name="context">What is known.</param>
/// <param name="judge">The judge.</param>
/// <param name="agree">How many of its answers have to agree before a rule follows, at least 1.</param>
internal sealed class JudgeRules(BindingContext context, DeclaredJudge judge, int agree)
{
    private readonly SyntaxList<MemberSyntax> _members = judge.Syntax.Block.Members;

    /// <summary>The ordinal of the rule that asks.</summary>
    public int Ask => _members.Count(member => member is WhenRuleSyntax or AlwaysRuleSyntax);

    public ValueList<RuleModel> Bind(PointFacts facts)
    {
        var written = judge.Answers.Select(answer => Written(answer, facts)).ToList();
        var rules = written[0].Select(rule => OfSeveral(rule, written)).Append(AskRule(facts));
        return rules.ToValueList();
    }

    private ValueList<RuleModel> Written(string answer, PointFacts facts)
    {
        var locals = ImmutableDictionary<string, LocalName>.Empty;
        foreach (var member in judge.Returns.Members)
            locals = locals.Add(member.Name, new AnswerName(answer, member));
        return new RuleBinder(context, judge.Symbol.Package, judge.Symbol.Declaration.Source, _members, locals, !judge.IsInline)
            .Bind(facts);
    }

    // A rule follows where it holds for as many of the answers as have to agree.
    private RuleModel OfSeveral(RuleModel first, List<ValueList<RuleModel>> written)
    {
        List<(Expression Has, Expression? Holds)> said = [];
        foreach (var (answer, rules) in judge.Answers.Zip(written))
        {
            if (rules.FirstOrDefault(rule => rule.Ordinal == first.Ordinal) is not { } rule)
                continue;
            if (rule.Effects != first.Effects)
                context.Report(
                    JudgeDiagnostics.EffectOfSeveral,
                    judge.Symbol.Declaration.Source,
                    _members.Where(member => member is WhenRuleSyntax or AlwaysRuleSyntax).ElementAt(first.Ordinal).Span,
                    judge.Symbol.Name);
            said.Add((new HasExpression(new PathExpression([answer], judge.Returns, first.Place), first.Place), rule.Condition));
        }
        var holds = said.Select(of => of.Holds is null ? of.Has : And(of.Has, of.Holds)).Aggregate(Or);
        if (agree == 1 || first.Condition is null)
            return first with { Condition = holds };
        // A model that says nothing stands in no other's way: where it is kept from answering no less follows.
        var open = said.ConvertAll(Expression (of) => Or(new NotExpression(of.Has, first.Place), of.Holds!));
        return first with { Condition = And(holds, AtLeast(agree, open)) };
    }

    private static Expression AtLeast(int least, List<Expression> of)
    {
        if (of.Count <= least)
            return of.Aggregate(And);
        var others = of[1..];
        return Or(least == 1 ? of[0] : And(of[0], AtLeast(least - 1, others)), AtLeast(least, others));
    }

    private static LogicalExpression And(Expression left, Expression right) => new(LogicalOperator.And, left, right, left.Place);

    private static LogicalExpression Or(Expression left, Expression right) => new(LogicalOperator.Or, left, right, left.Place);

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
