using System.Numerics;

namespace AirsPolicy.Text.Languages;

/// <summary>What each of many features says for each language: found in one step, unchanging, for any number of threads.</summary>
internal sealed class WeightTable
{
    private const int BitsOfCount = 8;

    private readonly ulong[] _features;
    private readonly int[] _places;
    private readonly byte[] _languages;
    private readonly byte[] _weights;
    private readonly int _mask;

    public WeightTable(IEnumerable<(ulong Feature, int Language, int Weight)> entries)
    {
        var ordered = entries.OrderBy(entry => entry.Feature).ThenBy(entry => entry.Language).ToArray();
        _languages = [.. ordered.Select(entry => checked((byte)entry.Language))];
        _weights = [.. ordered.Select(entry => checked((byte)entry.Weight))];
        _mask = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * ordered.Length)) - 1;
        _features = new ulong[_mask + 1];
        _places = new int[_mask + 1];
        for (var i = 0; i < ordered.Length; i++)
        {
            var place = PlaceOf(ordered[i].Feature);
            _places[place] = _features[place] == 0 ? i << BitsOfCount | 1 : _places[place] + 1;
            _features[place] = ordered[i].Feature;
        }
    }

    /// <summary>Adds what a feature says.</summary>
    /// <param name="feature">The feature, not 0.</param>
    /// <param name="weights">What each language has so far.</param>
    public void Add(ulong feature, Span<long> weights)
    {
        var place = _places[PlaceOf(feature)];
        for (int at = place >> BitsOfCount, end = at + (place & ((1 << BitsOfCount) - 1)); at < end; at++)
            weights[_languages[at]] += _weights[at];
    }

    private int PlaceOf(ulong feature)
    {
        // The golden ratio of 64 bits spreads features whose low bits are alike.
        for (var at = (int)(feature * 0x9E3779B97F4A7C15 >> 40) & _mask; ; at = (at + 1) & _mask)
        {
            if (_features[at] == feature || _features[at] == 0)
                return at;
        }
    }
}
