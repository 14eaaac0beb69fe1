using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds one limit at the places it stands at: what each draws, and the rules that follow where a share of it is passed.</summary>
/// <param name="id">The qualified name of the limit.</param>
/// <param name="control">The id of the control that its rules are of.</param>
internal sealed class LimitBinder(
    BindingContext context,
    PackageSymbol package,
    SourceText source,
    LimitMemberSyntax syntax,
    string id,
    string control)
{
    private readonly List<LimitDrawModel> _draws = [];
    private readonly ImmutableArray<(long Share, LimitStepSyntax? Step)> _arms = Arms(context, source, syntax);

    // Its place in the list is its number, also where it is wrong.
    private readonly int _number = context.Limits.Count;

    /// <summary>The rules at each place, numbered from <paramref name="first"/>; what is wrong is reported and left out.</summary>
    /// <param name="scopes">The places, with what can be named there.</param>
    /// <param name="where">Which decisions draw; null for all.</param>
    public ValueList<RuleModel>[] Bind(ExpressionScope[] scopes, int first, Expression? where = null)
    {
        var within = new ExpressionBinder(context, scopes[0]).BindWindow(syntax.Tail);
        var rules = scopes.Select(scope => BindAt(scope, first, where)).ToArray();
        if (within is null || !AreAlike())
            context.Marks.Add(BindingMark.LeftOut);
        context.Limits.Add(
            new LimitModel(
                id,
                control,
                Literals.Text(syntax.Message),
                _draws.ToValueList(),
                within ?? 0,
                Exact(),
                _arms.Select(arm => arm.Share).ToValueList(),
                _draws.Count > 0 && ExpressionBinder.IsOwned(_draws[0].Keys, within ?? 0)));
        return rules;
    }

    /// <summary>What a decision at a place draws, of any tool; null where something is wrong, which is reported.</summary>
    public LimitDrawModel? BindDraw(ExpressionScope scope, Expression? where = null)
    {
        var binder = new ExpressionBinder(context, scope).WithoutPast();
        var keys = binder.BindPer(syntax.Tail);
        var amount = syntax.Of is null ? null : binder.Bind(syntax.Of.Value);
        if (amount is not null && !EventCondition.IsAmount(amount.Shape))
        {
            context.Report(EventDiagnostics.NoAmount, source, syntax.Of!.Value.Span, Capital(ShapeText.WithArticle(amount.Shape)));
            amount = null;
        }
        var value = syntax.Of is not null && amount is null ? null : BindValue(binder, amount);
        return keys is null || value is null ? null : new LimitDrawModel(scope.Facts.Name, null, keys.Value, amount, value, where);
    }

    private ValueList<RuleModel> BindAt(ExpressionScope scope, int first, Expression? where)
    {
        if (BindDraw(scope, where) is not { } draw)
        {
            context.Marks.Add(BindingMark.LeftOut);
            return [];
        }
        foreach (var tool in scope.Facts.Tools.IsEmpty ? [null] : scope.Facts.Tools.Select(tool => (string?)tool.Tool))
            _draws.Add(draw with { Tool = tool });
        var effects = new EffectBinder(context, new ExpressionBinder(context, scope));
        return _arms.Select((arm, number) => BindArm(effects, arm.Step, number, first + number)).OfType<RuleModel>().ToValueList();
    }

    private Expression? BindValue(ExpressionBinder binder, Expression? amount)
    {
        if (binder.BindAs(syntax.Value, amount is null ? IntShape.Instance : ShapeKinds.Plain(amount.Shape)) is not { } value)
            return null;
        if (Constants(value).All(constant => constant is long and >= 0 or decimal and >= 0))
            return value;
        context.Report(EventDiagnostics.LimitBelowNothing, source, syntax.Value.Span);
        return null;
    }

    private RuleModel? BindArm(EffectBinder binder, LimitStepSyntax? step, int arm, int ordinal)
    {
        var place = context.Place(package, source, step?.Span ?? syntax.Span);
        if (step is null)
            return new RuleModel(
                ordinal,
                new LimitPassedExpression(_number, arm, place),
                [new FixedEffectModel(new BlockEffect(Literals.Text(syntax.Message)))],
                place,
                Reached());
        var effects = step.Effects.Select(binder.Bind).ToList();
        if (!effects.Contains(null))
            return new RuleModel(
                ordinal,
                new LimitPassedExpression(_number, arm, place),
                effects.Select(effect => effect!).ToValueList(),
                place);
        context.Marks.Add(BindingMark.LeftOut);
        return null;
    }

    private Refusal Reached() =>
        new(
            RefusalKind.LimitReached,
            $"{(syntax.Name is { } name ? $"The limit '{name.Text}'" : "This limit")} is reached: {OneLine.Of(source.Slice(syntax.Span))}."
        );

    // Draws of one key are of one kind, wherever they are made.
    private bool AreAlike()
    {
        foreach (var draw in _draws.Skip(1))
        {
            foreach (var (one, other) in _draws[0].Keys.Append(_draws[0].Value).Zip(draw.Keys.Append(draw.Value)))
            {
                if (ShapeKinds.Same(one.Shape, other.Shape))
                    continue;
                context.Report(
                    EventDiagnostics.EventsDisagree,
                    source,
                    syntax.Span,
                    $"limit {syntax.Name?.Text}".TrimEnd(),
                    ShapeText.WithArticle(one.Shape),
                    WhereOf(_draws[0]),
                    ShapeText.WithArticle(other.Shape),
                    WhereOf(draw));
                return false;
            }
        }
        return true;

        static string WhereOf(LimitDrawModel draw) => draw.Tool ?? draw.Point;
    }

    // How often, up to a number that is known: exact. Everything else advances in sixtieths.
    private int Exact()
    {
        if (syntax.Of is not null || _draws.Count == 0)
            return 0;
        var values = _draws.Select(draw => GreatestValue.Of(draw.Value)).ToList();
        return values.Max() is <= AggregateDefinition.MaxExact and var greatest && !values.Contains(null) ? (int)greatest : 0;
    }

    private static IEnumerable<object> Constants(Expression value) => value switch
    {
        ConstantExpression constant => [constant.Value],
        NamedExpression named => Constants(named.Body),
        TableExpression table => table.Values.OfType<Expression>().SelectMany(Constants),
        _ => [],
    };

    private static ImmutableArray<(long Share, LimitStepSyntax? Step)> Arms(
        BindingContext context,
        SourceText source,
        LimitMemberSyntax syntax)
    {
        var arms = new SortedDictionary<long, LimitStepSyntax?>();
        foreach (var step in syntax.Steps)
        {
            if (step.Number.Literal is ShareLiteral { Millionths: > 0 and var share }
                && share <= Millionths.Whole
                && arms.TryAdd(share, step))
                continue;
            context.Report(EventDiagnostics.LimitStep, source, step.Number.Span);
            context.Marks.Add(BindingMark.LeftOut);
        }
        arms.TryAdd(Millionths.Whole, null);
        return [.. arms.Select(arm => (arm.Key, arm.Value))];
    }

    private static string Capital(string words) => string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
}
