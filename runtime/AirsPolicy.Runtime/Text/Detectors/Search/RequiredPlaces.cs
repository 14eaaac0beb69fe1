using AirsPolicy.Runtime.Text.Literals;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>Where parts that a pattern requires stand in a text: known beforehand, or looked for as they are asked for.</summary>
internal ref struct RequiredPlaces
{
    private readonly ReadOnlySpan<char> _text;
    private readonly CharacterSearch? _characters;
    private readonly LiteralPlaces _known;
    private int _next;

    /// <summary>Places that are known.</summary>
    public RequiredPlaces(LiteralPlaces known) => _known = known;

    /// <summary>The places of characters.</summary>
    public RequiredPlaces(CharacterSearch characters, ReadOnlySpan<char> text)
    {
        _characters = characters;
        _text = text;
    }

    /// <summary>The first place from a place on; those given before lie before it.</summary>
    public bool TryNext(int from, out int place)
    {
        if (_characters is not null)
        {
            place = _characters.IndexFrom(_text, from);
            return place >= 0;
        }

        while (_next < _known.Count && _known[_next] < from) _next++;
        place = _next < _known.Count ? _known[_next] : -1;
        return place >= 0;
    }
}
