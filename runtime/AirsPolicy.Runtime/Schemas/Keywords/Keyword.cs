using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary>A keyword of one schema, made ready. It holds of every value of a kind that it says nothing about.</summary>
internal abstract class Keyword(KeywordSource source)
{
    /// <summary>Where it stands, for messages.</summary>
    public string Place { get; } = source.Place;

    /// <summary>The schemas that look at the same value as this keyword: a circle of them would never end.</summary>
    public virtual IEnumerable<SchemaNode> InPlace => [];

    /// <summary>Whether it holds of a value; where it does not, it has told <paramref name="run"/> why.</summary>
    /// <param name="parts">Takes the parts of the value that the keyword has a say about; null where nobody asks.</param>
    public abstract bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts);
}
