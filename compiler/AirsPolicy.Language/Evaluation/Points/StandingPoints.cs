using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>The decision points of a policy, with what stands at each.</summary>
internal sealed class StandingPoints(PolicyModel model)
{
    private readonly Dictionary<string, StandingPoint> _points = model.Layouts.ToDictionary(
        l => l.Point,
        l => new StandingPoint(l, model.Controls, model.Providers, model.Judges),
        StringComparer.Ordinal);

    /// <summary>The point of that name, or null.</summary>
    public StandingPoint? Find(string point) => _points.GetValueOrDefault(point);
}
