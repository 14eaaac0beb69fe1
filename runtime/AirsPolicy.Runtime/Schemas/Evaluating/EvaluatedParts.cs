using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Evaluating;

/// <summary>
/// Which members or items of one value some keyword has had a say about, which is what <c>unevaluatedProperties</c> and
/// <c>unevaluatedItems</c> ask. Kept only where one of them can ask.
/// </summary>
internal sealed class EvaluatedParts(JsonValue value)
{
    private readonly bool[] _parts = new bool[value.Items.Length];

    public bool this[int index] => _parts[index];

    public void Add(int index) => _parts[index] = true;

    public void AddFirst(int count) => _parts.AsSpan(0, Math.Min(count, _parts.Length)).Fill(true);

    public void AddAll() => AddFirst(_parts.Length);

    public void Add(EvaluatedParts other)
    {
        for (var i = 0; i < _parts.Length; i++)
            _parts[i] |= other._parts[i];
    }
}
