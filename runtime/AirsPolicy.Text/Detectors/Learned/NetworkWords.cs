using System.Diagnostics.CodeAnalysis;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>Gives the words of a text to a sink as a network sees them.</summary>
/// <param name="text">The text, folded.</param>
/// <param name="sink">Takes the words.</param>
internal ref struct NetworkWords<TSink>(ReadOnlySpan<char> text, TSink sink) : IFeatureSink
    where TSink : struct, IWordSink, allows ref struct
{
    // What no letter is, so that a piece says that a word begins or ends there.
    private const ulong Edge = 1;

    private const int ShortPiece = 3, LongPiece = 4, BitsOfUnit = 16;

    // Of a word of so many letters all pieces count, of a longer one those at its beginning.
    private const int MostLetters = PhraseNetwork.MostPieces / 2;

    private readonly ReadOnlySpan<char> _text = text;
    private TSink _sink = sink;

    /// <summary>What has taken the words.</summary>
    [UnscopedRef]
    public ref TSink Sink => ref _sink;

    public void Add(scoped FeatureBlock block) => Add(block, 0);

    /// <summary>Gives the last words of a block alone.</summary>
    /// <param name="block">The block.</param>
    /// <param name="count">How many of them; fewer where it has fewer.</param>
    public void AddLast(scoped FeatureBlock block, int count) => Add(block, Math.Max(0, block.Words.Count - count));

    private void Add(scoped FeatureBlock block, int first)
    {
        Span<int> pieces = stackalloc int[PhraseNetwork.MostPieces];
        var next = 0;
        for (var word = first; word < block.Words.Count; word++)
        {
            var span = block.Words.SpanOf(word, 1);
            while (next < block.Concepts.Count && block.Concepts.TokenAt(next).Span.Start < span.Start) next++;
            var hasConcept = next < block.Concepts.Count && block.Concepts.TokenAt(next).Span.Start == span.Start;
            _sink.Add(
                (int)block.BucketOf(word, 1) & PhraseNetwork.Rows - 1,
                hasConcept ? 1 + block.Concepts.TokenAt(next).Concept : 0,
                pieces[..PiecesOf(_text[span.Start..span.End], pieces)]);
        }
    }

    // Every three and every four units that follow one another, with what is before the word and behind it.
    private static int PiecesOf(ReadOnlySpan<char> word, Span<int> pieces)
    {
        var (count, run, units) = (0, Edge, 1);
        var letters = Math.Min(word.Length, MostLetters);
        for (var at = 0; at <= letters; at++)
        {
            run = run << BitsOfUnit | (at < word.Length ? LetterUnits.LetterOf(word[at]) : Edge);
            units++;
            if (units >= ShortPiece) pieces[count++] = RowOf(run & (1UL << BitsOfUnit * ShortPiece) - 1);
            if (units >= LongPiece) pieces[count++] = RowOf(run);
        }
        return count;
    }

    private static int RowOf(ulong piece) => (int)TextFeatures.BucketOf(piece) & PhraseNetwork.Rows - 1;
}
