using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Comparison.Meanings;

/// <summary>
/// The parts of one version without what changes no decision: files and lines, names of lets, and the numbers that a policy gives to what
/// it counts. Parts of two versions that share their <paramref name="numbers"/> are equal where they mean the same.
/// </summary>
internal sealed class Meaning(PolicyModel model, MeaningNumbers numbers)
{
    /// <summary>Where everything stands here.</summary>
    public static readonly SourcePlace Nowhere = new("", 0, 0, 0, 0);

    private readonly Dictionary<int, int> _aggregates = [];
    private readonly Dictionary<int, int> _limits = [];

    public ValueList<PlacementModel> Of(ValueList<PlacementModel> placements) =>
        placements.Select(placement => placement with { Rules = placement.Rules.Select(Of).ToValueList() }).ToValueList();

    public RuleModel Of(RuleModel rule)
    {
        var plain = new ExpressionRewriter(Plain).Of([rule])[0];
        return plain with { Ordinal = 0, Place = Nowhere, Effects = plain.Effects.Select(Of).ToValueList() };
    }

    /// <summary>An effect whose expressions are done.</summary>
    public EffectModel Of(EffectModel effect) =>
        effect is RedactEffectModel redact ? redact with { Detector = Detector(redact.Detector) } : effect;

    public Expression Of(Expression expression) => new ExpressionRewriter(Plain).Of(expression);

    public Expression? OfOptional(Expression? expression) => expression is null ? null : Of(expression);

    public ValueList<Expression> Of(ValueList<Expression> expressions) => expressions.Select(Of).ToValueList();

    /// <summary>The shared number of an aggregate of this version.</summary>
    public int Aggregate(int number)
    {
        if (!_aggregates.TryGetValue(number, out var shared))
        {
            var aggregate = model.Aggregates[number];
            _aggregates.Add(number, shared = numbers.Of(aggregate with { Sources = aggregate.Sources.Select(Of).ToValueList() }));
        }
        return shared;
    }

    /// <summary>The shared number of a limit of this version.</summary>
    public int Limit(int number)
    {
        if (!_limits.TryGetValue(number, out var shared))
        {
            var limit = model.Limits[number];
            _limits.Add(number, shared = numbers.Of(limit with { Id = "", Title = null, Draws = limit.Draws.Select(Of).ToValueList() }));
        }
        return shared;
    }

    private Expression Plain(Expression expression) =>
        expression switch
        {
            NamedExpression named => named.Body,
            ConstantExpression { Shape: EnumShape names, Value: long number } => new ConstantExpression(
                names.Names[(int)number],
                TextShape.Instance,
                Nowhere),
            ConstantExpression constant => constant with { Place = Nowhere },
            AggregateExpression aggregate => aggregate with
            {
                Aggregate = Aggregate(aggregate.Aggregate),
                Shape = BoolShape.Instance,
                Place = Nowhere,
            },
            FollowsExpression follows => follows with { Aggregate = Aggregate(follows.Aggregate), Place = Nowhere },
            LimitPassedExpression limit => limit with { Limit = Limit(limit.Limit), Place = Nowhere },
            HeldForExpression held => held with { Trigger = Trigger(held.Trigger), Place = Nowhere },
            LookupExpression lookup => lookup with
            {
                Data = Rows(lookup),
                Column = "",
                Shape = BoolShape.Instance,
                Place = Nowhere,
            },
            DetectorExpression detector => detector with
            {
                Detector = Detector(detector.Detector),
                Shape = BoolShape.Instance,
                Place = Nowhere,
            },
            // What facts look like is declared, and compared where it is.
            _ => expression with { Shape = BoolShape.Instance, Place = Nowhere },
        };

    private EventSourceModel Of(EventSourceModel source) =>
        source with { Where = OfOptional(source.Where), Keys = Of(source.Keys), Value = OfOptional(source.Value) };

    private LimitDrawModel Of(LimitDrawModel draw) =>
        draw with { Keys = Of(draw.Keys), Amount = OfOptional(draw.Amount), Value = Of(draw.Value), Where = OfOptional(draw.Where) };

    private int Trigger(int number)
    {
        var (chart, trigger) = model.Charts.SelectMany(chart => chart.Triggers.Select(trigger => (chart.Name, trigger))).ElementAt(number);
        return numbers.Of((chart, trigger with { Condition = Of(trigger.Condition), Place = Nowhere }));
    }

    // What is looked up hangs on the keys and on the one column, and a row without a value there is like none.
    private string Rows(LookupExpression lookup)
    {
        var columns = model.Data.First(table => table.Name == lookup.Data).Columns;
        var (keys, values) = (columns[0], columns.First(column => column.Name == lookup.Column));
        var filled = Enumerable
            .Range(0, values.Values.Count)
            .Where(row => values.Values[row] is not null)
            .Select(row => (Key: NameOf(keys.Values[row]!, keys.Shape), Value: NameOf(values.Values[row]!, values.Shape)))
            .OrderBy(row => row.Key, Comparer<object>.Create(DataTable.CompareKeys))
            .ToValueList();
        return numbers.Of((filled, values.Shape)).ToString(CultureInfo.InvariantCulture);
    }

    private static object NameOf(object value, Shape shape) => shape is EnumShape names ? names.Names[(int)(long)value] : value;

    // A detector means what its items find, and the detectors among them.
    private string Detector(string name)
    {
        if (model.Detectors.FirstOrDefault(known => known.Name == name) is not { } detector)
            return name;
        var items = new[] { detector.Items, detector.Exceptions }
            .Select(list =>
                list.Select(item => item.Kind == DetectorItemKind.Detector ? item with { Content = Detector(item.Content) } : item)
                    .ToValueList())
            .ToList();
        return numbers.Of(detector with { Items = items[0], Exceptions = items[1] }).ToString(CultureInfo.InvariantCulture);
    }
}
