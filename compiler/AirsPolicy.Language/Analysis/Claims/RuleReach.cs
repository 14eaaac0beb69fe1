using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Rules;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Analysis.Claims;

/// <summary>
/// Which rules can fire in this system: with its parameters and its tier, and from a day on. What is said never to fire never does.
/// </summary>
/// <param name="model">The policy.</param>
/// <param name="asOf">The day that no request is before (<see cref="DateOnly.DayNumber"/>), or null where no day is known.</param>
/// <param name="leftOut">Counts the conditions of which it was not told within the bounds: their rules are taken to fire.</param>
internal sealed class RuleReach(PolicyModel model, int? asOf, LeftOut leftOut)
{
    private const int MaxChoices = 400;

    private readonly ConstantTruth _truth = new(model);
    private readonly OpenConditions _open = new(model);
    private HashSet<string>? _asked;

    /// <summary>Whether some request may make a rule fire.</summary>
    public bool CanFire(RuleModel rule) => rule.Condition is not { } condition || CanHold(condition);

    /// <summary>Whether some request may make a condition true.</summary>
    public bool CanHold(Expression condition) => _truth.Of(condition) != false && !IsImpossible(condition);

    /// <summary>Whether some rule that can fire asks a judge for more than a second look at what is flagged.</summary>
    public bool IsAsked(JudgeModel judge) => (_asked ??= Asked()).Contains(judge.Name);

    /// <summary>Whether every judge whose answer a rule reads is asked: the rule holds only where there is an answer.</summary>
    public bool HasItsAnswers(RuleModel rule) => Read(rule).All(IsAsked);

    // A rule that asks one judge by the answer of another asks it only where that one is asked: judges are added until there are no more.
    private HashSet<string> Asked()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var asking = model.Judges
            .Select(judge => (judge.Name, Rules: AskedJudge.AskingRules(model, judge).Where(CanFire).ToList())).ToList();
        bool IsAskedNow(List<RuleModel> rules) => rules.Exists(rule => Read(rule).All(read => asked.Contains(read.Name)));
        for (var before = -1; asked.Count > before;)
        {
            before = asked.Count;
            asked.UnionWith(asking.Where(judge => IsAskedNow(judge.Rules)).Select(judge => judge.Name).ToList());
        }
        return asked;
    }

    private IEnumerable<JudgeModel> Read(RuleModel rule) =>
        rule.Condition is { } condition ? model.Judges.Where(judge => Reads(condition, judge)) : [];

    private static bool Reads(Expression condition, JudgeModel judge) =>
        ExpressionTree.DescendantsAndSelf(condition).OfType<PathExpression>().Any(path => path.Path[0] == JudgeFact.Answer(judge.Name));

    private bool IsImpossible(Expression condition)
    {
        var days = asOf is null
            ? []
            : ExpressionTree
                .DescendantsAndSelf(condition)
                .OfType<PathExpression>()
                .Where(path => path.Path is [var only] && only is "today" or "now")
                .ToList();
        if (days.Count == 0 && _open.Contains(condition))
            return false;
        var builder = new FormulaBuilder(model, isSettled: true);
        var solver = new Solver(builder, MaxChoices);
        if (solver.Ask([builder.Of(condition), .. days.Select(day => builder.Of(NotBefore(day)))]).IsImpossible)
            return true;
        if (solver.IsCut)
            leftOut.Add(LeftOutKind.Condition, condition.Place);
        return false;
    }

    // Where a zone is behind the one of the day it is still the day before.
    private CompareExpression NotBefore(PathExpression day)
    {
        var first = asOf!.Value - 1L;
        var bound = new ConstantExpression(day.Shape is InstantShape ? first * TimeSpan.TicksPerDay : first, day.Shape, day.Place);
        return new CompareExpression(CompareOperator.GreaterOrEqual, day, bound, day.Place);
    }
}
