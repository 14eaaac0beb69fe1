using System.Buffers;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// Reads digits and signs as letters, where they stand in many words beside one another: <c>1gn0r3 4ll</c> is <c>ignore all</c>. One
/// forward pass, and one over each group of words.
/// </summary>
internal ref struct SignLetters(ReadOnlySpan<char> source, TextView target)
{
    private const string Signs = "0123456789@$", Letters = "oizeasgtbgas";
    private const int GroupWords = 16, FewestMixed = 2;

    // A number of more digits is one.
    private const int LongestWord = 3;

    private static readonly SearchValues<char> s_letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> s_signs = SearchValues.Create(Signs);

    private readonly ReadOnlySpan<char> _source = source;
    private int _written;

    /// <summary>Fills the target. False where nothing is read so; the target then means nothing.</summary>
    public bool Run()
    {
        target.Clear(_source.Length);
        for (var at = 0; at < _source.Length;)
        {
            var (end, words, mixed) = (at, 0, 0);
            while (words < GroupWords && NextWord(end) is { Length: > 0 } word)
            {
                end = word.End;
                words++;
                if (HasLetter(word) && HasSign(word)) mixed++;
            }
            if (words == 0) break;
            if (mixed >= FewestMixed && 2 * mixed >= words) Read(at, end);
            at = end;
        }
        if (_written == 0) return false;
        target.AppendRun(_source[_written..], _written);
        return true;
    }

    private void Read(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var word = NextWord(at);
            at = word.End;
            if (word.Length > LongestWord && !HasLetter(word)) continue;
            for (var place = word.Start; place < word.End; place++)
            {
                if (Signs.IndexOf(_source[place]) is not (>= 0 and var sign)) continue;
                target.AppendRun(_source[_written..place], _written);
                target.AppendRun(Letters.AsSpan(sign, 1), place);
                _written = place + 1;
            }
        }
    }

    private readonly TextSpan NextWord(int from)
    {
        var start = from;
        while (start < _source.Length && !IsPart(_source[start])) start++;
        var end = start;
        while (end < _source.Length && IsPart(_source[end])) end++;
        return new TextSpan(start, end);
    }

    private static bool IsPart(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '@' or '$';

    private readonly bool HasLetter(TextSpan word) => _source[word.Start..word.End].ContainsAny(s_letters);

    private readonly bool HasSign(TextSpan word) => _source[word.Start..word.End].ContainsAny(s_signs);
}
