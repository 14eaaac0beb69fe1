namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>What is done with the words of a text, one after the other.</summary>
internal interface IWordSink
{
    /// <summary>Takes a word, by its rows in the tables of a network.</summary>
    /// <param name="word">The row of the word.</param>
    /// <param name="concept">That of the concept that begins with it; 0 where none does.</param>
    /// <param name="pieces">Those of its runs of letters.</param>
    void Add(int word, int concept, scoped ReadOnlySpan<int> pieces);
}
