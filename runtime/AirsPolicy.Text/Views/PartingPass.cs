using System.Buffers;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views;

/// <summary>
/// One pass over a text that writes what its invisible characters may stand for, each run of them at once: letters of tags as words, and
/// for the rest a space if one of them can be a blank, or if letters or digits of ASCII stand on both sides, where no language needs an
/// invisible character, and none that turns the direction between letters of any script. Soft hyphens stand inside words and are left.
/// </summary>
internal ref struct PartingPass(ReadOnlySpan<char> source, TextView target)
{
    private const int Tags = 0xE0000, SoftHyphen = 0xAD, LongestOpenRun = 64, BlockUnits = 16;

    private static readonly SearchValues<char> s_keptAscii = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Select(unit => (char)unit).Where(AsciiFolding.IsKept)]);

    // Units with which no character begins that folding takes away.
    private static readonly UnitTable<bool> s_kept = new(unit => !MayBegin(unit));

    private readonly ReadOnlySpan<char> _source = source;
    private readonly TextView _target = target;
    private int _written;
    private bool _parts;

    /// <summary>Where in a text the first character may stand that has to be looked at, or -1.</summary>
    public static int FirstIn(ReadOnlySpan<char> text)
    {
        // Much text has nothing else, and is looked through faster for it.
        var ascii = text.IndexOfAnyExcept(s_keptAscii);
        for (int at = ascii < 0 ? text.Length : ascii, end; at < text.Length; at = end)
        {
            end = Math.Min(text.Length, at + BlockUnits);
            if (KeepsAll(text[at..end])) continue;
            for (var place = at; place < end; place++)
            {
                if (!s_kept[text[place]]) return place;
            }
        }
        return -1;
    }

    /// <summary>
    /// Of a text that still arrives: where the first run begins from a place on that stands for something, or that ends the text so far and
    /// may; else its length.
    /// </summary>
    /// <param name="isCertain">Whether it stands for something, whatever follows.</param>
    public static int FirstRunIn(ReadOnlySpan<char> text, int from, out bool isCertain)
    {
        isCertain = false;
        for (var at = from; FirstIn(text[at..]) is var next and >= 0;)
        {
            at += next;
            if (!InvisibleRun.IsRemoved(Scalars.First(text[at..], out var length)))
            {
                at += length;
                continue;
            }
            var run = InvisibleRun.At(text, at);
            // So long a run is nobody's, and looking through it again with every part would take the square of its length.
            isCertain = run.Stands || run.End - at > LongestOpenRun;
            if (isCertain || run.End == text.Length)
                return at;
            at = run.End;
        }
        return text.Length;
    }

    /// <summary>Whether anything is read otherwise; what was written means nothing where nothing is.</summary>
    public bool Run()
    {
        _target.Clear(_source.Length);
        for (var at = 0; FirstIn(_source[at..]) is var next and >= 0;)
        {
            at += next;
            at = InvisibleRun.IsRemoved(Scalars.First(_source[at..], out var length)) ? ReadRun(at) : at + length;
        }
        _target.AppendRun(_source[_written..], _written);
        return _parts;
    }

    // Gives where the run ends that begins at a place.
    private int ReadRun(int start)
    {
        var run = InvisibleRun.At(_source, start);
        if (!run.Stands)
            return run.End;
        _parts = true;
        _target.AppendRun(_source[_written..start], _written);
        _target.AppendBlock(" ", new TextSpan(start, run.End));
        if (run.HasTag)
            WriteTags(start, run.End);
        _written = run.End;
        return run.End;
    }

    private readonly void WriteTags(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var codePoint = Scalars.First(_source[at..], out var length);
            if (InvisibleRun.IsTag(codePoint))
                _target.AppendBlock([(char)(codePoint - Tags)], new TextSpan(at, at + length));
            at += length;
        }
        _target.AppendBlock(" ", new TextSpan(end, end));
    }

    // False too where nothing is known yet of a unit.
    private static bool KeepsAll(ReadOnlySpan<char> text)
    {
        var kept = true;
        foreach (var unit in text) kept &= s_kept.Made(unit);
        return kept;
    }

    private static bool MayBegin(int unit) =>
        unit != SoftHyphen
        && (InvisibleRun.IsRemoved(unit) || unit is 0xD82F or 0xD834 or (>= 0xDB40 and <= 0xDB43) or (>= 0xDB80 and <= 0xDBFF));
}
