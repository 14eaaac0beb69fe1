using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Evaluation.Facts;

/// <summary>The facts of one evaluation, by name; each is taken out of the frame once.</summary>
internal sealed class FactSource(FactPlaces places, FactFrame frame)
{
    private readonly Dictionary<FactPlace, Value> _read = new(ReferenceEqualityComparer.Instance);

    /// <summary>The place of a fact, or null where the point has none of that name.</summary>
    public FactPlace? Find(ValueList<string> path) => places.Find(path);

    /// <summary>The value of a fact; <see cref="AbsentValue"/> where it or a record above it is absent.</summary>
    public Value Read(ValueList<string> path)
    {
        if (places.Find(path) is not { } place)
            return new FailedValue(FailureKind.Internal, $"The point has no fact '{string.Join('.', path)}'.");
        if (_read.TryGetValue(place, out var known))
            return known;
        var value = IsPresent(place) ? FrameValues.Read(frame, place.Slot, place.Shape) : AbsentValue.Instance;
        _read.Add(place, value);
        return value;
    }

    /// <summary>Whether everything of the fact that is not optional is there.</summary>
    public bool HasRequired(FactPlace place)
    {
        foreach (var slot in place.Required)
        {
            if (!frame.Has(slot))
                return false;
        }
        return true;
    }

    private bool IsPresent(FactPlace place)
    {
        foreach (var slot in place.Above)
        {
            if (!frame.Has(slot))
                return false;
        }
        return frame.Has(place.Slot);
    }
}
