using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>
/// What trips one or more breakers, as far as it is seen without asking whether it does: nothing trips while what is counted is too low for
/// everybody and nothing that is read is missing.
/// </summary>
internal sealed class QuietTrips
{
    private readonly bool _isCounted;
    private readonly PresenceMask _keys;
    private readonly (int Aggregate, long Least)[] _counts;

    public QuietTrips(IReadOnlyList<TripTable> trips)
    {
        _isCounted = trips.All(trip => trip.Counts.Count > 0);
        _keys = new PresenceMask(trips.SelectMany(trip => trip.Keys).Distinct());
        _counts = [.. trips.SelectMany(trip => trip.Counts).Select(count => (count.Aggregate, count.Least)).Distinct()];
    }

    /// <summary>Whether no breaker trips, so that none has to be asked for.</summary>
    public bool Hold(FactFrame facts, Evaluation evaluation) =>
        _isCounted && _keys.Covers(facts) && (_counts.Length == 0 || evaluation.AreBelow(_counts));
}
