using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>Where parts that a pattern requires stand in a text: known beforehand, or looked for as they are asked for.</summary>
internal ref struct RequiredPlaces
{
    private readonly ReadOnlySpan<char> _text;
    private readonly CharacterSearch? _characters;
    private readonly LiteralPlaces _known;
    private readonly TextView? _view;
    private int _next;

    /// <summary>Places that are known.</summary>
    /// <param name="known">The places.</param>
    /// <param name="view">The view in which they lie, where they are wanted in the text that it was made of.</param>
    public RequiredPlaces(LiteralPlaces known, TextView? view)
    {
        _known = known;
        _view = view;
    }

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

        for (; _next < _known.Count; _next++)
        {
            place = _view is null ? _known[_next] : _view.ToOriginal(_known[_next], _known[_next] + 1).Start;
            if (place >= from) return true;
        }

        place = -1;
        return false;
    }
}
