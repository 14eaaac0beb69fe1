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

    /// <summary>Keeps an answer. Of two to one question the one that has waited longer stays: people may have agreed to it.</summary>
    /// <returns>What nobody can take up any more: the answer itself where it has no place, and those that have lost theirs.</returns>
    public IReadOnlyList<HeldAnswer> Add(UInt128 question, HeldAnswer answer, DateTimeOffset now)
    {
        lock (_order)
        {
            var lost = new List<HeldAnswer>();
            if (_answers.TryGetValue(question, out var before) && before.Expires > now && IsEarlier(before, answer))
                return [answer];
            if (Remove(question) is { } later)
                lost.Add(later);
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

    private static bool IsEarlier(HeldAnswer one, HeldAnswer other) =>
        (one.Expires, one.Waits).CompareTo((other.Expires, other.Waits)) < 0;

    private HeldAnswer? Remove(UInt128 question)
    {
        if (!_answers.Remove(question, out var answer))
            return null;
        Volatile.Write(ref _length, _length - answer.Text.Length);
        return answer;
    }
}
