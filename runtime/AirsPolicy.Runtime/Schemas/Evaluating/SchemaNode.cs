using AirsPolicy.Runtime.Schemas.Keywords;
using AirsPolicy.Runtime.Schemas.References;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Evaluating;

/// <summary>
/// A schema made ready. Its keywords are set once, after it was made, because schemas refer to one another in circles.
/// </summary>
internal sealed class SchemaNode(JsonValue source, SchemaPlace place)
{
    private Keyword[] _keywords = [];
    private bool _asksForParts;

    public JsonValue Source { get; } = source;

    public SchemaPlace Place { get; } = place;

    /// <summary>In the order in which they are asked: what looks at the parts that others left comes last.</summary>
    public IReadOnlyList<Keyword> Keywords => _keywords;

    public void Complete(IEnumerable<Keyword> keywords)
    {
        _keywords = [.. keywords.OrderBy(keyword => keyword is UnevaluatedKeyword)];
        _asksForParts = _keywords.Any(keyword => keyword is UnevaluatedKeyword);
    }

    /// <summary>Whether the value fits.</summary>
    /// <param name="outer">Takes the parts that keywords here had a say about, if the value fits; null where nobody asks.</param>
    public bool Accepts(Evaluation run, JsonValue value, EvaluatedParts? outer)
    {
        if (Source.Kind == JsonKind.Boolean)
            return run.Spend(1) && (Source.IsTrue || run.Refuse(Place.ToString(), "is refused whatever it is"));
        if (!run.Enter(this))
            return false;
        var parts = outer is not null || _asksForParts ? new EvaluatedParts(value) : null;
        var accepts = run.Spend(parts is null ? 0 : value.Items.Length / 64);
        for (var i = 0; accepts && i < _keywords.Length; i++)
            accepts = run.Spend(1) && _keywords[i].Holds(run, value, parts);
        run.Leave();
        if (accepts && parts is not null)
            outer?.Add(parts);
        return accepts;
    }
}
