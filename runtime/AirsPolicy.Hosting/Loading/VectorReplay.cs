using System.Text;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Hosting.Loading;

/// <summary>
/// Has a bundle repeat the decisions it was built with, which the reference meaning of the policy gave; those of one run in their order, on
/// a past of their own.
/// </summary>
internal sealed class VectorReplay(LoadedBundle bundle)
{
    private readonly FactReader _reader = new();
    private readonly FactFrame _frame = new();
    private readonly Evaluation _evaluation = bundle.Policy.NewEvaluation();
    private PolicyState? _state;
    private int? _run;

    /// <exception cref="InvalidDataException">A decision differs, or the vectors cannot be read.</exception>
    public static void Check(LoadedBundle bundle, ReadOnlyMemory<byte> vectors)
    {
        var replay = new VectorReplay(bundle);
        foreach (var (number, vector) in VectorsJson.Read(vectors).Index())
        {
            var point = bundle.Policy.PointNumber(vector.Point);
            if (point < 0)
                throw new InvalidDataException($"Vector {number} is at '{vector.Point}', a point that the bundle does not know.");
            var decision = replay.Decide(point, vector);
            if (!Same(decision, vector.Decision))
                throw new InvalidDataException(
                    $"Vector {number} at '{vector.Point}' decides '{DecisionJson.ToText(decision with { Bundle = null })}' and not '{DecisionJson.ToText(vector.Decision)}'."
                );
        }
    }

    private Decision Decide(int point, DecisionVector vector)
    {
        var policy = bundle.Policy;
        if (_run != vector.Run && policy.KeepsState)
            _state = new PolicyState(policy.State);
        _run = vector.Run;
        var facts = Encoding.UTF8.GetBytes(vector.Facts);
        if (_reader.Read(bundle.Layouts[point], facts, _frame) is not { } failure)
            return _state is null ? policy.Decide(point, _frame, _evaluation) : policy.Decide(point, _frame, _evaluation, _state);
        if (_state is null)
            return policy.Refuse(point, failure);
        FittingFacts.Read(bundle.Layouts[point], facts, _frame);
        return policy.Refuse(point, _frame, failure, _evaluation, _state);
    }

    private static bool Same(Decision decision, Decision expected) =>
        string.Equals(DecisionJson.ToText(decision with { Bundle = null }), DecisionJson.ToText(expected), StringComparison.Ordinal);
}
