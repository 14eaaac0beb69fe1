using System.Globalization;
using System.Text;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>
/// What tells terms apart: how they are built, and not where they are written. Of one request, terms with one key have one value.
/// </summary>
internal sealed class TermKeys
{
    private readonly Dictionary<Expression, int> _others = new(ReferenceEqualityComparer.Instance);

    public string Of(Expression expression)
    {
        var key = new StringBuilder();
        Write(key, expression);
        return key.ToString();
    }

    private void Write(StringBuilder key, Expression expression)
    {
        if (expression is NamedExpression named)
        {
            Write(key, named.Body);
            return;
        }
        Head(key, expression);
        var first = true;
        foreach (var part in ExpressionTree.Children(expression))
        {
            key.Append(first ? '(' : ',');
            first = false;
            Write(key, part);
        }
        if (!first)
            key.Append(')');
    }

    private void Head(StringBuilder key, Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression { Value: string text }:
                key.Append('"').Append(text.Length).Append(':').Append(text);
                break;
            case ConstantExpression constant:
                key.Append(
                    constant.Value is decimal number
                        ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) + "m"
                        : Convert.ToString(constant.Value, CultureInfo.InvariantCulture));
                break;
            case PathExpression path:
                key.Append('.').AppendJoin('.', path.Path);
                break;
            case ItemExpression item:
                key.Append('#').Append(item.Variable).Append('.').AppendJoin('.', item.Path);
                break;
            case LogicalExpression logical:
                key.Append(logical.Operator);
                break;
            case CompareExpression compare:
                key.Append(compare.Operator);
                break;
            case TextTestExpression test:
                key.Append(test.Test);
                break;
            case MatchesExpression matches:
                key.Append('/').Append(matches.Pattern.Length).Append(':').Append(matches.Pattern).Append(matches.IgnoreCase ? "/i" : "/");
                break;
            case ArithmeticExpression arithmetic:
                key.Append(arithmetic.Kind);
                break;
            case ConvertExpression convert:
                key.Append("to ").Append(convert.Shape.GetType().Name);
                break;
            case QuantifierExpression quantifier:
                key.Append(quantifier.Kind).Append('#').Append(quantifier.Variable);
                break;
            case DetectorExpression detector:
                key.Append(detector.Detector).Append('?').Append(detector.Question);
                break;
            case LookupExpression lookup:
                key.Append("data ").Append(lookup.Data).Append('.').Append(lookup.Column);
                break;
            case CallExpression call:
                key.Append(call.Function);
                break;
            case AggregateExpression aggregate:
                key.Append("past").Append(aggregate.Aggregate);
                break;
            case FollowsExpression follows:
                key.Append("follows").Append(follows.Aggregate);
                break;
            case LimitPassedExpression passed:
                key.Append("limit").Append(passed.Limit).Append('/').Append(passed.Arm);
                break;
            case CarriesLabelExpression carries:
                key.Append("label ").Append(carries.Label);
                break;
            case TableExpression table:
                key.Append("by").AppendJoin("", table.Values.Select(value => value is null ? '0' : '1'));
                break;
            case HasExpression
            or CoalesceExpression
            or NotExpression
            or MembershipExpression
            or NegateExpression
            or ConcatExpression
            or ListExpression
            or EventOutcomeExpression
            or OriginExpression:
                key.Append(expression.GetType().Name);
                break;
            default:
                // What is not known here is like nothing else.
                if (!_others.TryGetValue(expression, out var number2))
                    _others.Add(expression, number2 = _others.Count);
                key.Append("other").Append(number2);
                break;
        }
    }
}
