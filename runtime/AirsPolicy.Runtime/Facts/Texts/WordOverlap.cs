using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Text.Scores;
using AirsPolicy.Text.Unicode;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Runtime.Facts.Texts;

/// <summary>
/// Which share of the different words of a text stand in other texts. A word is a stretch between word boundaries (UAX #29) of the folded
/// view that holds a letter or digit. Linear in the texts; allocates nothing once it has grown to them. One thread at a time.
/// </summary>
internal sealed class WordOverlap
{
    private readonly TextView _text = new();
    private readonly TextView _other = new();
    private readonly TextWalk _walk = new();
    private readonly WordSet _words = new();

    /// <summary>The share in millionths; none where the text has no word.</summary>
    /// <param name="facts">The frame that everything lies in.</param>
    /// <param name="text">The handle of the text.</param>
    /// <param name="others">The handle of a text, or of a list of anything that has texts.</param>
    /// <param name="shape">The shape of the others.</param>
    public long Of(FactFrame facts, long text, long others, CompiledShape shape)
    {
        Folding.Fold(facts.Chars(text), _text);
        _words.Clear(_text.Text.Length);
        foreach (var word in WordBreaks.Enumerate(_text.Text))
        {
            if (IsWord(_text.Text[word.Start..word.End]))
                _words.Add(_text.Text, word);
        }
        var found = 0;
        _walk.Start(facts, shape, 0, others);
        while (found < _words.Count && _walk.MoveNext())
        {
            Folding.Fold(_walk.Text, _other);
            foreach (var word in WordBreaks.Enumerate(_other.Text))
            {
                var other = _other.Text[word.Start..word.End];
                if (IsWord(other) && _words.Find(_text.Text, other))
                    found++;
            }
        }
        return _words.Count == 0 ? 0 : Millionths.HalfEven(found * Millionths.Whole, _words.Count);
    }

    private static bool IsWord(ReadOnlySpan<char> stretch)
    {
        while (!stretch.IsEmpty)
        {
            if (CharacterTables.IsWord(Scalars.First(stretch, out var length)))
                return true;
            stretch = stretch[length..];
        }
        return false;
    }
}
