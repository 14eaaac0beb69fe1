using AirsPolicy.Runtime.Text.Patterns;
using AirsPolicy.Runtime.Text.Patterns.Matching;
using AirsPolicy.Runtime.Text.Patterns.Matching.Automata;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>
/// All matches of a pattern in a text of which it is known where its required parts stand, without looking at what lies between.
/// </summary>
/// <remarks>
/// Every match holds a required part that begins at most a certain way behind its start. A match may therefore begin only in the windows that lead up
/// to the parts: from anywhere else nothing that the pattern accepts comes, so whether it is tried there changes no match. What is under way is
/// followed to its end, beyond the window. Where the way has no bound, a window goes back to the last character that no match holds.
/// </remarks>
internal ref struct WindowSearch
{
    private readonly PatternProgram _program;
    private readonly ReadOnlySpan<char> _text;
    private readonly LazySearch _search;
    private readonly SpanBuffer _matches;
    private readonly int? _within;
    private RequiredPlaces _places;
    private int _index;

    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="places">Where required parts stand, all of them.</param>
    /// <param name="within">How far behind the start of a match one begins at most; null where there is no bound.</param>
    /// <param name="scratch">Serves this search until it ends.</param>
    /// <param name="matches">Takes the matches, in units of the text.</param>
    public WindowSearch(Pattern pattern, ReadOnlySpan<char> text, RequiredPlaces places, int? within, PatternScratch scratch, SpanBuffer matches)
    {
        _program = pattern.Program;
        _text = text;
        _places = places;
        _within = within;
        _search = scratch.Search;
        _matches = matches;
    }

    public void Run()
    {
        if (!_places.TryNext(0, out var place)) return;
        _search.Start(_program, 0, ThreadStep.NoCharacter);
        do
        {
            Approach(WindowBefore(place));
            ReadTo(Math.Min(_text.Length, place + 1), whileIdle: true);
        }
        while (_places.TryNext(_index, out place));

        _search.SetBegins(false);
        ReadTo(_text.Length, whileIdle: false);
        if (!_search.IsIdle) _search.End();
        TakeMatches();
    }

    // Goes to the place from which on a match may begin again. What is under way is followed there; where nothing is, the way is skipped.
    private void Approach(int from)
    {
        if (!_search.IsIdle && _index < from)
        {
            _search.SetBegins(false);
            ReadTo(from, whileIdle: false);
        }

        if (_search.IsIdle && _index < from)
        {
            _index = from;
            _search.MoveTo(from, PatternMatches.CodePointBefore(_text, from));
        }

        _search.SetBegins(true);
    }

    private void ReadTo(int end, bool whileIdle)
    {
        while (_index < end && (whileIdle || !_search.IsIdle))
        {
            _index = _search.Read(_text, _index, end, last: true);
            TakeMatches();
        }
    }

    private readonly void TakeMatches()
    {
        while (_search.HasFinal) _matches.Add(_search.TakeFinal());
    }

    // Never inside a pair, nor before what has been read.
    private readonly int WindowBefore(int place)
    {
        if (_within is not { } within) return RunBefore(place);
        var from = Math.Max(_index, place - within);
        return from > _index && from < _text.Length && char.IsLowSurrogate(_text[from]) && char.IsHighSurrogate(_text[from - 1]) ? from - 1 : from;
    }

    private readonly int RunBefore(int place)
    {
        var from = Math.Max(_index, place);
        while (from > _index)
        {
            var isPair = from - 2 >= _index && char.IsLowSurrogate(_text[from - 1]) && char.IsHighSurrogate(_text[from - 2]);
            if (!_program.Automaton.Takes(isPair ? char.ConvertToUtf32(_text[from - 2], _text[from - 1]) : _text[from - 1])) break;
            from -= isPair ? 2 : 1;
        }

        return from;
    }
}
