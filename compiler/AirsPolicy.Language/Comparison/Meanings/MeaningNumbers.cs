namespace AirsPolicy.Language.Comparison.Meanings;

/// <summary>Numbers for what two versions name by numbers of their own: what means the same in both has one number.</summary>
internal sealed class MeaningNumbers
{
    private readonly Dictionary<object, int> _numbers = [];

    public int Of(object meaning)
    {
        if (!_numbers.TryGetValue(meaning, out var number))
            _numbers.Add(meaning, number = _numbers.Count);
        return number;
    }
}
