namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// What the filters of a network find in the words of a text, one block after the other. It is kept of the last <see cref="Blocks"/>, so
/// that a word is looked at once though it stands in several windows. Nothing allocated.
/// </summary>
internal ref struct PhraseFilters : IWordSink
{
    /// <summary>Of how many blocks it is kept what was found.</summary>
    public const int Blocks = WindowSums.Large;

    /// <summary>How many numbers are needed for what is found: in the blocks, and in a window of them.</summary>
    public const int FoundCells = (Blocks + 1) * FoundInBlock;

    private const int FoundInBlock = 2 * PhraseNetwork.Filters;

    private readonly PhraseNetwork _network;
    // The vectors of the last words, the newest behind.
    private readonly Span<short> _inputs;
    // Of each block the most that every filter found, and then the sums.
    private readonly Span<float> _found;
    private readonly Span<float> _window;
    private readonly Span<int> _words;
    private int _block;
    private bool _hasWord;

    /// <param name="network">The network.</param>
    /// <param name="inputs">Room of <see cref="PhraseNetwork.Inputs"/>.</param>
    /// <param name="found">Room of <see cref="FoundCells"/>.</param>
    /// <param name="words">Room of <see cref="Blocks"/>.</param>
    public PhraseFilters(PhraseNetwork network, Span<short> inputs, Span<float> found, Span<int> words)
    {
        _network = network;
        _inputs = inputs[..PhraseNetwork.Inputs];
        _found = found[..(Blocks * FoundInBlock)];
        _window = found.Slice(_found.Length, FoundInBlock);
        _words = words[..Blocks];
        _inputs.Clear();
        _found.Clear();
        _words.Clear();
    }

    /// <summary>Whether anything is looked for; if not, words are only there for those behind them.</summary>
    public bool IsLooking { get; set; } = true;

    /// <summary>The words that follow are those of another block: what was found in the oldest is forgotten.</summary>
    public void BeginBlock()
    {
        _block = (_block + 1) % Blocks;
        _found.Slice(_block * FoundInBlock, FoundInBlock).Clear();
        _words[_block] = 0;
    }

    public void Add(int word, int concept, scoped ReadOnlySpan<int> pieces)
    {
        Move();
        _network.WriteVector(word, concept, pieces, _inputs[^PhraseNetwork.Cells..]);
        _words[_block]++;
        // A filter looks at the word before, at a word and at the word behind, which is the newest.
        if (_hasWord && IsLooking) Look();
        _hasWord = true;
    }

    /// <summary>The text is at its end.</summary>
    public readonly void Close()
    {
        if (!_hasWord) return;
        Move();
        _inputs[^PhraseNetwork.Cells..].Clear();
        Look();
    }

    /// <summary>The margin of the window of the last blocks.</summary>
    /// <param name="blocks">How many, from 1 to <see cref="Blocks"/>.</param>
    public readonly long MarginOf(int blocks)
    {
        var most = _window[..PhraseNetwork.Filters];
        var all = _window[PhraseNetwork.Filters..];
        _window.Clear();
        var words = 0;
        // From the oldest on, so that the sums are the same wherever in a text a window stands.
        for (var back = blocks - 1; back >= 0; back--)
        {
            var block = (_block - back + Blocks) % Blocks;
            PhraseNetwork.Join(MostIn(block), AllIn(block), most, all);
            words += _words[block];
        }
        return _network.MarginOf(most, all, words);
    }

    private readonly Span<float> MostIn(int block) => _found.Slice(block * FoundInBlock, PhraseNetwork.Filters);

    private readonly Span<float> AllIn(int block) => _found.Slice(block * FoundInBlock + PhraseNetwork.Filters, PhraseNetwork.Filters);

    // Makes room for the vector of one word more.
    private readonly void Move() => _inputs[PhraseNetwork.Cells..].CopyTo(_inputs);

    private readonly void Look() => _network.Look(_inputs, MostIn(_block), AllIn(_block));
}
