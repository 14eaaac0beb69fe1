using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Patterns.Matching.Automata;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>
/// All matches of a pattern in a text of which it is known where its required parts stand, without looking at what lies between.
/// </summary>
/// <remarks>
/// Every match holds a required part. A match may therefore begin only in the windows that lead up to the parts: from anywhere else nothing
/// that the pattern accepts comes, so whether it is tried there changes no match. Where a window begins is found by going back from the
/// part (<see cref="ReverseSearch"/>), which mostly ends after a few characters with the answer that no match holds it. What is under way
/// is followed to its end, beyond the window. Since every match that holds a part holds the parts between its start and that one too,
/// windows never need to reach back behind what has been read: a start there that mattered was in the window of a part before.
/// </remarks>
internal ref struct WindowSearch
{
    // So many characters of a part tell well enough where in the pattern it stands.
    private const int MostOfPart = 8;

    private readonly PatternProgram _program;
    private readonly ReadOnlySpan<char> _text;
    private readonly LazySearch _search;
    private readonly SpanBuffer _matches;
    private readonly ReverseSearch _reverse;
    private readonly ReverseDefinition? _lead;
    private readonly int? _within;
    private readonly int _shortest;
    private RequiredPlaces _places;
    private int _index;

    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="places">Where required parts stand, all of them.</param>
    /// <param name="lead">What stands before the part that every match is known by; null where nothing is known to.</param>
    /// <param name="shortest">The units that each of these parts has at least.</param>
    /// <param name="within">How far behind the start of a match one begins at most; null where there is no bound.</param>
    /// <param name="scratch">Serves this search until it ends.</param>
    /// <param name="matches">Takes the matches, in units of the text.</param>
    public WindowSearch(
        Pattern pattern,
        ReadOnlySpan<char> text,
        RequiredPlaces places,
        PatternProgram? lead,
        int shortest,
        int? within,
        PatternScratch scratch,
        SpanBuffer matches)
    {
        _program = pattern.Program;
        _text = text;
        _places = places;
        _lead = lead?.Automaton.Reverse;
        _shortest = shortest;
        _within = within;
        _search = scratch.Search;
        _reverse = scratch.Reverse;
        _matches = matches;
    }

    public void Run()
    {
        var started = false;
        for (var from = 0; _places.TryNext(from, out var place); from = Math.Max(_index, place + 1))
        {
            // A part that something else stands before is none that a match is known by, and every match has one.
            if (_lead is not null && !_reverse.CanEndAt(_lead, _text, place)) continue;
            var window = WindowBefore(place);
            if (window < 0) continue;
            if (!started) _search.Start(_program, 0, ThreadStep.NoCharacter);
            started = true;
            Approach(window);
            ReadTo(Math.Min(_text.Length, place + 1), whileIdle: true);
        }

        if (!started) return;
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

    // Where matches that hold a part begin at first, never inside a pair nor before what has been read; -1 where there are none.
    private readonly int WindowBefore(int place)
    {
        if (_program.Automaton.Reverse is { } reverse) return _reverse.FirstStart(reverse, _text, _index, place, EndOfPart(place));
        if (_within is not { } within) return _index;
        var from = Math.Max(_index, place - within);
        return from > _index && from < _text.Length && char.IsLowSurrogate(_text[from]) && char.IsHighSurrogate(_text[from - 1])
            ? from - 1
            : from;
    }

    private readonly int EndOfPart(int place)
    {
        var end = Math.Min(_text.Length, place + Math.Min(_shortest, MostOfPart));
        return end < _text.Length && char.IsLowSurrogate(_text[end]) && char.IsHighSurrogate(_text[end - 1]) ? end + 1 : end;
    }
}
