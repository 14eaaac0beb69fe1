using System.Text;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Hosting.Loading;

/// <summary>Has a bundle repeat the decisions it was built with, which the reference meaning of the policy gave.</summary>
internal static class VectorReplay
{
    /// <exception cref="InvalidDataException">A decision differs, or the vectors cannot be read.</exception>
    public static void Check(LoadedBundle bundle, ReadOnlyMemory<byte>? vectors)
    {
        if (vectors is not { } json)
            return;
        var reader = new FactReader();
        var frame = new FactFrame();
        var evaluation = bundle.Policy.NewEvaluation();
        foreach (var (number, vector) in VectorsJson.Read(json).Index())
        {
            var point = bundle.Policy.PointNumber(vector.Point);
            if (point < 0)
                throw new InvalidDataException($"Vector {number} is at '{vector.Point}', a point that the bundle does not know.");
            var decision = reader.Read(bundle.Layouts[point], Encoding.UTF8.GetBytes(vector.Facts), frame) is { } failure
                ? bundle.Policy.Refuse(point, failure)
                : bundle.Policy.Decide(point, frame, evaluation);
            if (!Same(decision, vector.Decision))
                throw new InvalidDataException(
                    $"Vector {number} at '{vector.Point}' decides '{DecisionJson.ToText(decision with { Bundle = null })}' and not '{DecisionJson.ToText(vector.Decision)}'.");
        }
    }

    private static bool Same(Decision decision, Decision expected) =>
        string.Equals(DecisionJson.ToText(decision with { Bundle = null }), DecisionJson.ToText(expected), StringComparison.Ordinal);
}
