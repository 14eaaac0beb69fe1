using System.Numerics;
using AirsPolicy.Text;

namespace AirsPolicy.Runtime.Facts.Texts;

/// <summary>
/// The different words of one text, each of which can be found once. Words are places in the text, so that nothing is copied; a hash that
/// differs from process to process says where to look, and the words themselves decide, so that nobody can write a text that is slow or one
/// that is wrong.
/// </summary>
internal sealed class WordSet
{
    private const int LeastPlaces = 64;

    // A word has one more than its index in the table; 0 is a free place.
    private int[] _places = [];
    private TextSpan[] _words = [];
    private bool[] _found = [];
    private int _mask;

    /// <summary>How many different words there are.</summary>
    public int Count { get; private set; }

    /// <summary>Begins with a text of that length.</summary>
    public void Clear(int length)
    {
        // A text of n units has at most n words, and most a fifth of them; the table is at most half full of the words there can be.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastPlaces, 2 * length));
        if (_places.Length < size)
        {
            _places = new int[size];
            _words = new TextSpan[size / 2];
            _found = new bool[size / 2];
        }
        else
        {
            _places.AsSpan(0, size).Clear();
        }
        _mask = size - 1;
        Count = 0;
    }

    /// <summary>Adds a word, unless it is there.</summary>
    public void Add(ReadOnlySpan<char> text, TextSpan word)
    {
        ref var place = ref PlaceOf(text, text[word.Start..word.End]);
        if (place != 0)
            return;
        _words[Count] = word;
        _found[Count] = false;
        place = ++Count;
    }

    /// <summary>Whether a word is there and is found for the first time.</summary>
    /// <param name="text">The text of the set.</param>
    /// <param name="word">The word.</param>
    public bool Find(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        var place = PlaceOf(text, word);
        if (place == 0 || _found[place - 1])
            return false;
        return _found[place - 1] = true;
    }

    private ref int PlaceOf(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        for (var at = string.GetHashCode(word) & _mask; ; at = (at + 1) & _mask)
        {
            ref var place = ref _places[at];
            if (place == 0 || text[_words[place - 1].Start.._words[place - 1].End].SequenceEqual(word))
                return ref place;
        }
    }
}
