using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>A rule of one version at one point and tool, within the quantifiers around the part at hand.</summary>
/// <param name="Version">The version whose rule it is.</param>
/// <param name="Other">The other version.</param>
/// <param name="Request">What requests hold.</param>
/// <param name="Items">The variables bound, outermost first.</param>
/// <param name="Control">The id of its control; empty where it is of none.</param>
internal sealed record RuleScope(
    PolicyVersion Version,
    PolicyVersion Other,
    RequestShape Request,
    ValueList<BoundItem> Items,
    string Control = "")
{
    public ValueList<DetectorDefinition> Detectors => Version.Model.Detectors;

    /// <summary>The tool, by its name in the language, or null.</summary>
    public string? Tool => Version.Model.Tools.FirstOrDefault(known => known.WireName == Request.Tool)?.Name;

    /// <summary>
    /// The value of a part of the rule, or null where it has none: also where it asks for an item of a quantifier that stands around it.
    /// </summary>
    public Value? Evaluate(Expression expression, JsonObject facts) => expression switch
    {
        ConstantExpression constant => Constant(constant),
        _ when AsksFreeItem(expression) => null,
        _ => Version.Evaluate(Request, facts, Other, expression, Items),
    };

    private bool AsksFreeItem(Expression expression)
    {
        var parts = ExpressionTree.DescendantsAndSelf(expression).ToList();
        var bound = parts
            .OfType<QuantifierExpression>()
            .Select(quantifier => quantifier.Variable)
            .Concat(Items.Select(item => item.Variable))
            .ToHashSet();
        return parts.OfType<ItemExpression>().Any(item => !bound.Contains(item.Variable));
    }

    /// <summary>The same with one variable more.</summary>
    public RuleScope Within(BoundItem item) => this with { Items = Items.Append(item).ToValueList() };

    /// <summary>Where a fact or an item's member lies, or null for anything that is worked out.</summary>
    public FactPath? PathOf(Expression expression) => expression switch
    {
        PathExpression path => new FactPath(path.Path),
        ItemExpression item when Items.FirstOrDefault(bound => bound.Variable == item.Variable) is { } bound => bound.Item.Then(item.Path),
        CoalesceExpression coalesce => PathOf(coalesce.Optional),
        NamedExpression named => PathOf(named.Body),
        _ => null,
    };

    private static Value? Constant(ConstantExpression constant) => constant.Value switch
    {
        bool truth => BoolValue.Of(truth),
        long number => new NumberValue(number),
        decimal number => new DecimalValue(number),
        string text => new TextValue(text),
        _ => null,
    };
}
