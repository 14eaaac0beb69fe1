using AirsPolicy.Text.Concepts;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>The concepts of the words of a text, from one of its blocks after the other.</summary>
internal ref struct ConceptFeatures
{
    /// <summary>How many cells are needed.</summary>
    public const int Cells = BlockConcepts.Reach + FeatureBlock.Length;

    private readonly ConceptReader _reader;
    // Of up to as many before the block as concepts look back, and then its own.
    private readonly Span<ConceptToken> _tokens;
    private int _count;
    private NearbyScript _script;
    // Behind what stands for the last concept, which may be several words.
    private int _end;

    /// <param name="memory">The table of concepts, and the words that were looked up before.</param>
    /// <param name="hashes">Room of <see cref="ConceptReader.Cells"/>.</param>
    /// <param name="tokens">Room of <see cref="Cells"/>.</param>
    public ConceptFeatures(ConceptMemory memory, Span<ulong> hashes, Span<ConceptToken> tokens)
    {
        _reader = new ConceptReader(memory, hashes);
        _tokens = tokens;
    }

    /// <summary>The concepts of the words of a block, each by where its first word ends.</summary>
    public BlockConcepts Read(ReadOnlySpan<char> text, scoped BlockWords words)
    {
        var before = Math.Min(_count, BlockConcepts.Reach);
        _tokens[(_count - before).._count].CopyTo(_tokens);
        _count = before;
        for (var word = 0; word < words.Count; word++)
        {
            var span = words.SpanOf(word, 1);
            if (span.Start < _end) continue;
            var rest = text[span.Start..];
            var (concept, length) = LetterUnits.IsSpaced(rest[0]) ? AtWord(text, span) : _reader.AtStartOf(rest);
            _end = span.Start + length;
            if (concept != ConceptTable.None) _tokens[_count++] = new ConceptToken(concept, new TextSpan(span.Start, _end));
        }
        return new BlockConcepts(_tokens[.._count], before);
    }

    // A word as people write it may be several words of features.
    private (int Concept, int Length) AtWord(ReadOnlySpan<char> text, TextSpan span)
    {
        var end = span.End;
        while (end < text.Length && LetterUnits.IsSpaced(text[end])) end++;
        var length = end - span.Start;
        return _reader.AtWord(text[span.Start..], length, _script.At(text, span.Start, length));
    }
}
