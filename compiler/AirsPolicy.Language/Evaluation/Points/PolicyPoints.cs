using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>The decision points of a policy, with what stands at each.</summary>
internal sealed class PolicyPoints(PolicyModel model)
{
    private readonly Dictionary<string, PolicyPoint> _points = model.Layouts.ToDictionary(
        l => l.Point,
        l => new PolicyPoint(l, model.Controls, model.Providers, model.Judges),
        StringComparer.Ordinal);

    /// <summary>The point of that name, or null.</summary>
    public PolicyPoint? Find(string point) => _points.GetValueOrDefault(point);
}
