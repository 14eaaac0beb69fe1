using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Reasoning.Proofs;

/// <summary>
/// What would have to be true of a request that contradicts a property: its condition is met, and every rule that would bring the outcome
/// about is evaluated, without a failure, and does not match.
/// </summary>
/// <remarks>
/// A rule counts only where it is enforced, and where its control does as much when it fails: then whatever keeps it from being evaluated
/// brings the outcome about as well. One whose <c>on error</c> does less counts where nothing can fail in it on the requests that the
/// property speaks of.
/// </remarks>
internal sealed class Obligation
{
    private readonly FormulaBuilder _builder;
    private readonly Outcome _least;
    private readonly HashSet<string> _present;
    private readonly List<Formula> _formulas = [];

    public Obligation(PolicyModel model, FormulaBuilder builder, ProofModel proof, ProvenPlace place, ToolModel? tool)
    {
        _builder = builder;
        _least = proof.Least;
        _present = NeverFailing.Present(place.Condition);
        if (place.Condition is not null)
            _formulas.Add(builder.Of(place.Condition));
        var layout = model.Layouts.First(layout => layout.Point == place.Point);
        if (tool is not null && layout.Facts.Find("tool")?.Shape is EnumShape tools)
            _formulas.Add(builder.Of(Equal(new PathExpression(["tool"], tools, proof.Place), tools.IndexOf(tool.WireName))));
        foreach (var control in model.Controls)
        {
            foreach (
                var placement in control.Placements.Where(placement =>
                    placement.Point == place.Point
                    && (placement.Tools.Count == 0 || tool is not null && placement.Tools.Contains(tool.Name))))
            {
                foreach (var rule in placement.Rules)
                    Add(control, rule);
            }
        }
    }

    /// <summary>What would have to be true.</summary>
    public IReadOnlyList<Formula> Formulas => _formulas;

    /// <summary>The rules that would bring the outcome about where they match, and may do less where they fail.</summary>
    public List<(ControlModel Control, RuleModel Rule)> Weaker { get; } = [];

    /// <summary>The rules that bring the outcome about.</summary>
    public List<(ControlModel Control, RuleModel Rule)> Bringing { get; } = [];

    /// <summary>What was taken for true or false without anything being known of it.</summary>
    public IEnumerable<OpaqueAtom> Opaque(Assignment taken) =>
        _builder.Atoms.All.OfType<OpaqueAtom>().Where(atom => taken.Taken(atom) is not null && atom.Source is not HasExpression);

    private void Add(ControlModel control, RuleModel rule)
    {
        if (control.Detect is { Until: null } || Matches(rule) is not { } matches)
            return;
        Bringing.Add((control, rule));
        if (PostureOf(control) < _least && !NeverFailing.Is(rule, _present))
        {
            Weaker.Add((control, rule));
            return;
        }
        var spared = matches.Negated();
        if (control.Detect is { Until: { } until })
            spared = Formula.Or(spared, _builder.Of(NotAfter(until, rule.Place)));
        _formulas.Add(spared);
    }

    // When a rule certainly brings the outcome about, as far as it is evaluated; null where no effect of it ever does.
    private Formula? Matches(RuleModel rule)
    {
        Formula? certain = null;
        foreach (var effect in rule.Effects)
        {
            if (Certain(effect) is { } when)
                certain = certain is null ? when : Formula.Or(certain, when);
        }
        return certain is null ? null : Formula.And(rule.Condition is null ? Formula.True : _builder.Of(rule.Condition), certain);
    }

    // What changes nothing counts for nothing: a text in which there is nothing to hide, or that is short enough.
    private Formula? Certain(EffectModel effect) =>
        effect switch
        {
            FixedEffectModel known => known.Effect.Outcome >= _least ? Formula.True : null,
            HoldEffectModel => Outcome.Hold >= _least ? Formula.True : null,
            HaltEffectModel => Formula.True,
            RedactEffectModel { Except: null } redact when Outcome.Amend >= _least => _builder.Of(
                new CompareExpression(
                    CompareOperator.Greater,
                    new DetectorExpression(redact.Detector, DetectorQuestion.Count, redact.Target, IntShape.Instance, redact.Target.Place),
                    Number(0, redact.Target.Place),
                    redact.Target.Place)),
            CutEffectModel { Unit: CutUnit.Characters } cut when Outcome.Amend >= _least => _builder.Of(
                new CompareExpression(
                    CompareOperator.Greater,
                    new CallExpression("length", [cut.Text], IntShape.Instance, cut.Text.Place),
                    Number(cut.Limit, cut.Text.Place),
                    cut.Text.Place)),
            _ => null,
        };

    private static Outcome PostureOf(ControlModel control) =>
        control.OnError is FixedEffectModel known ? known.Effect.Outcome : Outcome.Block;

    private static CompareExpression NotAfter(int until, SourcePlace place) =>
        new(
            CompareOperator.LessOrEqual,
            new PathExpression(["today"], DateShape.Instance, place),
            new ConstantExpression((long)until, DateShape.Instance, place),
            place);

    private static CompareExpression Equal(PathExpression path, long value) =>
        new(CompareOperator.Equal, path, new ConstantExpression(value, path.Shape, path.Place), path.Place);

    private static ConstantExpression Number(long value, SourcePlace place) => new(value, IntShape.Instance, place);
}
