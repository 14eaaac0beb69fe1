using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>Writes letters of tags, which show nothing, as letters; each row of them apart from what is around it.</summary>
internal ref struct TagLetters(ReadOnlySpan<char> source, TextView target)
{
    private const char HighSurrogate = '\uDB40';
    private const int Tags = 0xE0000;

    private readonly ReadOnlySpan<char> _source = source;
    private int _written;

    /// <summary>Whether there may be any in a text.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> text) => text.Contains(HighSurrogate);

    /// <summary>Fills the target. False where there are none; the target then means nothing.</summary>
    public bool Run()
    {
        target.Clear(_source.Length);
        Span<char> letter = [' ', ' ', ' '];
        for (var at = 0; _source[at..].IndexOf(HighSurrogate) is var next and >= 0;)
        {
            at += next;
            var codePoint = Scalars.First(_source[at..], out var length);
            if (InvisibleRun.IsTag(codePoint))
            {
                target.AppendRun(_source[_written..at], _written);
                letter[1] = (char)(codePoint - Tags);
                var (first, last) = (at > 0 && at == _written ? 1 : 0, IsTagAt(at + length) ? 2 : 3);
                target.AppendBlock(letter[first..last], new TextSpan(at, at + length));
                _written = at + length;
            }
            at += length;
        }
        if (_written == 0) return false;
        target.AppendRun(_source[_written..], _written);
        return true;
    }

    private readonly bool IsTagAt(int at) => at < _source.Length && InvisibleRun.IsTag(Scalars.First(_source[at..], out _));
}
