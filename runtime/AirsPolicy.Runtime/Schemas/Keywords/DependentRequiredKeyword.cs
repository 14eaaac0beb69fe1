using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>dependentRequired</c>: a record that has a member has others too.</summary>
internal sealed class DependentRequiredKeyword(KeywordSource source) : Keyword(source)
{
    private readonly (string Name, IReadOnlyList<string> Others)[] _members =
    [
        .. source.Members.Select(member => (member.Name, source.NamesOf(member.Value))),
    ];

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        foreach (var (name, others) in _members)
        {
            if (value.PlaceOf(name) < 0)
                continue;
            foreach (var other in others)
            {
                if (value.PlaceOf(other) < 0)
                    return run.Refuse(Place, $"has the member '{name}' and lacks '{other}', which goes with it");
            }
        }
        return true;
    }
}
