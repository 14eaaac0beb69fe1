using System.Buffers;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views;

/// <summary>
/// One forward pass over a text. It looks ahead by one unit (the second half of a surrogate pair) and holds back one cluster: a character
/// and its marks, which the next character may still join. A text that still arrives is folded in several passes over one source, each of
/// which goes on with the cluster that the one before has held back.
/// </summary>
internal ref struct FoldingPass
{
    private const int NoBase = -1;

    private static readonly SearchValues<char> s_asciiSpaces = SearchValues.Create("\t\n\v\f\r ");

    private readonly ReadOnlySpan<char> _source;
    private readonly TextView _target;

    // The cluster: its base (or NoBase, where a mark has nothing to stand on) and its marks, in canonical order.
    private readonly Span<int> _cluster;
    private int _markCount;
    private bool _open;
    private int _start;
    private int _end;
    private bool _isLast;
    private bool _isWritten;

    public FoldingPass(ReadOnlySpan<char> source, TextView target, Span<int> cluster)
    {
        _source = source;
        _target = target;
        _cluster = cluster;
        _isLast = true;
    }

    /// <summary>A pass over what has arrived since another.</summary>
    /// <param name="source">The whole text so far; it does not end between the halves of a pair, unless it ends there.</param>
    /// <param name="target">What has been folded so far.</param>
    /// <param name="held">The cluster that is held back.</param>
    /// <param name="last">Whether the text ends with the source.</param>
    public FoldingPass(ReadOnlySpan<char> source, TextView target, HeldCluster held, bool last)
        : this(source, target, held.Characters)
    {
        (_markCount, _open, _isWritten, _start, _end) = (held.MarkCount, held.IsOpen, held.IsWritten, held.Start, held.End);
        _isLast = last;
    }

    /// <summary>Folds from a position on, and holds the last cluster back unless the text ends.</summary>
    public void Run(int from, HeldCluster held)
    {
        Take(from);
        if (_isLast) Close();
        else if (_open && !_isWritten && DropsMarks(_cluster[0])) Write();
        (held.MarkCount, held.IsOpen, held.IsWritten, held.Start, held.End) = (_markCount, _open, _isWritten, _start, _end);
    }

    public void Run()
    {
        Take(0);
        Close();
    }

    private void Take(int position)
    {
        while (position < _source.Length)
        {
            if (!IsAsciiRun(position))
            {
                position = AppendSingles(position) is var end && end > position ? end : position + Accept(position);
                continue;
            }
            Close();
            position = AppendAscii(position);
            if (!_isLast && position == _source.Length) OpenWritten(_source[position - 1], position);
        }
    }

    // Units that become one each, up to one that another must follow before it is known what it becomes.
    private int AppendSingles(int position)
    {
        if (SingleUnits.Of(_source[position]) == default || position + 1 == _source.Length) return position;
        if (SingleUnits.Of(_source[position + 1]) == default) return position;
        Close();
        return _target.AppendSingles(_source, position);
    }

    // ASCII that can be written: all but the last character before something else, which may be a mark on it.
    private readonly bool IsAsciiRun(int position) =>
        AsciiFolding.IsKept(_source[position])
        && (position + 1 < _source.Length ? AsciiFolding.IsKept(_source[position + 1]) : IsEndKnown(AsciiFolding.Of(_source[position])));

    private readonly bool IsEndKnown(char folded) => _isLast || DropsMarks(folded);

    private readonly int AppendAscii(int position)
    {
        if (_target.EndsInSpace && AsciiFolding.Of(_source[position]) == ' ')
        {
            var spaces = _source[position..].IndexOfAnyExcept(s_asciiSpaces);
            var behind = spaces < 0 ? _source.Length : position + spaces;
            if (behind < _source.Length && !AsciiFolding.IsKept(_source[behind])) behind--;
            _target.AppendSpace(new TextSpan(behind - 1, behind));
            return behind;
        }
        var end = _target.AppendAscii(_source, position);
        if (end < _source.Length ? AsciiFolding.IsKept(_source[end]) : IsEndKnown(_target.Text[^1])) return end;
        _target.TakeBack();
        return end - 1;
    }

    private int Accept(int position)
    {
        var codePoint = Scalars.First(_source[position..], out var length);
        var span = new TextSpan(position, position + length);
        if (FoldingTables.TryFold(codePoint, out var parts))
            foreach (var part in parts) Accept(part, span);
        else
            Accept(codePoint, span);
        return length;
    }

    private void Accept(int part, TextSpan span)
    {
        var mark = FoldingTables.MarkOf(part);
        if (mark is not 0 and not FoldingTables.Joining && _open && DropsMarks(_cluster[0]))
        {
            _end = span.End;
            return;
        }
        if (mark is > 0 and < FoldingTables.Joining)
        {
            if (!_open) Open(NoBase, span);
            AddMark(part, mark);
            _end = span.End;
            return;
        }
        if (_open)
        {
            ComposeMarks();
            if (mark != 0 && _markCount == 0 && CanonicalComposition.TryCompose(_cluster[0], part, out var composite))
            {
                _cluster[0] = composite;
                _end = span.End;
                return;
            }
            Close();
        }
        Open(part, span);
    }

    // Not punctuation and symbols: a mark there can turn the meaning round, as the stroke of ≠ does.
    internal static bool DropsMarks(int codePoint) =>
        codePoint is ' ' or (>= '0' and <= '9') or (>= 'a' and <= 'z');

    private void Open(int codePoint, TextSpan span)
    {
        _cluster[0] = codePoint;
        _markCount = 0;
        _open = true;
        _start = span.Start;
        _end = span.End;
    }

    // Canonical ordering: behind every mark of the same or a lower class.
    private void AddMark(int mark, int combiningClass)
    {
        if (_markCount == Folding.LongestMarkRun) return;
        var place = ++_markCount;
        while (place > 1 && FoldingTables.MarkOf(_cluster[place - 1]) > combiningClass)
        {
            _cluster[place] = _cluster[place - 1];
            place--;
        }
        _cluster[place] = mark;
    }

    // A mark is blocked by one of its own class that stands between it and the base (UAX #15, D115).
    private void ComposeMarks()
    {
        int kept = 0, keptClass = 0;
        for (var index = 1; index <= _markCount; index++)
        {
            var mark = _cluster[index];
            var combiningClass = FoldingTables.MarkOf(mark);
            if (keptClass < combiningClass && CanonicalComposition.TryCompose(_cluster[0], mark, out var composite))
            {
                _cluster[0] = composite;
                continue;
            }
            _cluster[++kept] = mark;
            keptClass = combiningClass;
        }
        _markCount = kept;
    }

    private void Close()
    {
        if (!_open) return;
        _open = false;
        if (_isWritten)
        {
            _isWritten = false;
            _target.WidenLast(_end);
            return;
        }
        ComposeMarks();
        Append(new TextSpan(_start, _end));
    }

    // The ASCII letter, digit or space at the end of what has arrived: marks on it are dropped, so that it is known what it becomes.
    private void Write()
    {
        Append(new TextSpan(_start, _end));
        _isWritten = true;
    }

    private void OpenWritten(char ascii, int end)
    {
        Open(AsciiFolding.Of(ascii), new TextSpan(end - 1, end));
        _isWritten = true;
    }

    private readonly void Append(TextSpan span)
    {
        if (_cluster[0] == ' ') _target.AppendSpace(span);
        else _target.AppendCluster(_cluster.Slice(_cluster[0] == NoBase ? 1 : 0, _markCount + (_cluster[0] == NoBase ? 0 : 1)), span);
    }
}
