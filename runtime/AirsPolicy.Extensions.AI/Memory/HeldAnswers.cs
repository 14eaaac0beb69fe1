using System.Globalization;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>
/// The answers that wait, by the digest of who has asked what in which session. Each is taken up once. For any number of threads.
/// </summary>
internal sealed class HeldAnswers
{
    /// <summary>How many characters can wait at a time.</summary>
    public const int Most = 16_777_216;

    private readonly KeptItems _kept;
    private readonly int _most;
    private readonly Lock _order = new();
    private readonly Dictionary<UInt128, HeldAnswer> _answers;
    private long _length;

    /// <summary>Goes on with those that waited when the application ended.</summary>
    /// <param name="kept">Keeps them over a restart.</param>
    /// <param name="most">How many characters can wait at a time.</param>
    /// <exception cref="InvalidDataException">One cannot be read back.</exception>
    public HeldAnswers(KeptItems kept, int most = Most)
    {
        (_kept, _most) = (kept, most);
        _answers = kept.Restored.ToDictionary(answer => QuestionOf(answer.Key), answer => KeptJson.ReadAnswer(answer.Value));
        _length = _answers.Values.Sum(answer => (long)answer.Text.Length);
    }

    /// <summary>No answer waits.</summary>
    public bool IsEmpty => Volatile.Read(ref _length) == 0;

    /// <summary>Keeps an answer. Of two to one question the one that has waited longer stays: people may have agreed to it.</summary>
    /// <returns>What nobody can take up any more: the answer itself where it has no place, and those that have lost theirs.</returns>
    public IReadOnlyList<HeldAnswer> Add(UInt128 question, HeldAnswer answer, DateTimeOffset now)
    {
        var lost = new List<HeldAnswer>();
        long number;
        lock (_order)
        {
            if (_answers.TryGetValue(question, out var before) && before.Expires > now && IsEarlier(before, answer))
                return [answer];
            if (Remove(question, out _) is { } later)
                lost.Add(later);
            if (_length + answer.Text.Length > _most)
                lost.AddRange(
                    _answers
                        .Where(known => known.Value.Expires <= now)
                        .Select(known => known.Key)
                        .ToList()
                        .Select(over => Remove(over, out _)!));
            if (_length + answer.Text.Length > _most)
                return [.. lost, answer];
            number = Put(question, answer);
        }
        if (_kept.IsKept(number))
            return lost;
        // What a restart would forget does not wait, unless somebody has taken it up by now.
        lock (_order)
            return ReferenceEquals(_answers.GetValueOrDefault(question), answer) && Remove(question, out _) is { } unkept
                ? [.. lost, unkept]
                : lost;
    }

    /// <summary>Takes an answer out: whoever comes second finds nothing.</summary>
    public HeldAnswer? Take(UInt128 question)
    {
        HeldAnswer? answer;
        long number;
        lock (_order)
            answer = Remove(question, out number);
        if (answer is null || _kept.IsKept(number))
            return answer;
        // What a restart would have wait again is not delivered: it waits on here too.
        lock (_order)
        {
            if (!_answers.ContainsKey(question))
                Put(question, answer);
        }
        return null;
    }

    private static string NameOf(UInt128 question) => question.ToString("x32", CultureInfo.InvariantCulture);

    private static UInt128 QuestionOf(string name) =>
        UInt128.TryParse(name, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var question)
            ? question
            : throw new InvalidDataException($"An answer that waits cannot be read back from the store: its name is '{name}'.");

    private static bool IsEarlier(HeldAnswer one, HeldAnswer other) =>
        (one.Expires, one.Waits).CompareTo((other.Expires, other.Waits)) < 0;

    // In one order with whoever takes it out, here and in the store.
    private long Put(UInt128 question, HeldAnswer answer)
    {
        _answers.Add(question, answer);
        Volatile.Write(ref _length, _length + answer.Text.Length);
        return _kept.Keep(NameOf(question), KeptJson.Write(answer));
    }

    private HeldAnswer? Remove(UInt128 question, out long number)
    {
        number = 0;
        if (!_answers.Remove(question, out var answer))
            return null;
        Volatile.Write(ref _length, _length - answer.Text.Length);
        number = _kept.Forget(NameOf(question));
        return answer;
    }
}
