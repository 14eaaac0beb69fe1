namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>The answers that wait, by the digest of who has asked what in which session. For any number of threads.</summary>
/// <param name="most">How many characters can wait at a time.</param>
internal sealed class HeldAnswers(int most = HeldAnswers.Most)
{
    /// <summary>How many characters can wait at a time.</summary>
    public const int Most = 16_777_216;

    private readonly Lock _order = new();
    private readonly Dictionary<UInt128, HeldAnswer> _answers = [];
    private long _length;

    /// <summary>No answer waits.</summary>
    public bool IsEmpty => Volatile.Read(ref _length) == 0;

    /// <summary>Keeps an answer.</summary>
    /// <returns>What nobody can take up any more: the answer itself where there is no room, or those that it stands in the way of.</returns>
    public IReadOnlyList<HeldAnswer> Add(UInt128 question, HeldAnswer answer, DateTimeOffset now)
    {
        lock (_order)
        {
            var lost = new List<HeldAnswer>();
            if (Remove(question) is { } before)
                lost.Add(before);
            if (_length + answer.Text.Length > most)
                lost.AddRange(_answers.Where(known => known.Value.Expires <= now).Select(known => known.Key).ToList().Select(Remove)!);
            if (_length + answer.Text.Length > most)
                return [.. lost, answer];
            _answers.Add(question, answer);
            Volatile.Write(ref _length, _length + answer.Text.Length);
            return lost;
        }
    }

    /// <summary>Takes an answer out: whoever comes second finds nothing.</summary>
    public HeldAnswer? Take(UInt128 question)
    {
        lock (_order)
            return Remove(question);
    }

    private HeldAnswer? Remove(UInt128 question)
    {
        if (!_answers.Remove(question, out var answer))
            return null;
        Volatile.Write(ref _length, _length - answer.Text.Length);
        return answer;
    }
}
