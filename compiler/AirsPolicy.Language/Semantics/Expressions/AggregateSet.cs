using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>What rules ask of the past, each question once wherever it is written.</summary>
internal sealed class AggregateSet
{
    private static readonly SourcePlace s_nowhere = new("", 0, 0, 0, 0);

    private readonly List<AggregateModel> _models = [];
    private readonly Dictionary<AggregateModel, int> _numbers = [];
    private readonly ExpressionRewriter _placeless = new(static expression => expression with { Place = s_nowhere });

    public int Count => _models.Count;

    public AggregateModel this[int number] => _models[number];

    /// <summary>The number of an aggregate. Of those that count the same, the first gives the places.</summary>
    public int Add(AggregateModel model)
    {
        var same = model with { Sources = model.Sources.Select(Placeless).ToValueList() };
        if (_numbers.TryGetValue(same, out var number))
            return number;
        _models.Add(model);
        _numbers.Add(same, _models.Count - 1);
        return _models.Count - 1;
    }

    /// <summary>An expression as another place would write it.</summary>
    public Expression Placeless(Expression expression) => _placeless.Of(expression);

    private EventSourceModel Placeless(EventSourceModel source) => source with
    {
        Where = source.Where is null ? null : Placeless(source.Where),
        Keys = source.Keys.Select(Placeless).ToValueList(),
        Value = source.Value is null ? null : Placeless(source.Value),
    };
}
