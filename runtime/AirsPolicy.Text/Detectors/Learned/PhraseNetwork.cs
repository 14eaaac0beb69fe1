using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AirsPolicy.Text.Concepts;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// A learned network over the words of a short text in their order. A word is a vector: the sum of those of the word, of its concept and of
/// its pieces. Filters look at every three neighbouring words. How much the text is what is looked for is a weighted sum: of the most that
/// each filter found, and of all that it found. Nothing allocated.
/// </summary>
/// <remarks>
/// Numbers are of IEEE 754 and added in one order, so that the answer is the same to the last bit on every machine.
/// </remarks>
internal sealed class PhraseNetwork
{
    /// <summary>The rows of the table of words, and of that of pieces. Words that share one share its vector.</summary>
    public const int Rows = 1 << 14;

    /// <summary>The numbers of a vector.</summary>
    public const int Cells = 16;

    /// <summary>How many neighbouring words a filter looks at.</summary>
    public const int Words = 3;

    /// <summary>How many filters there are.</summary>
    public const int Filters = 96;

    /// <summary>What is added to the number of words, so that a word alone does not decide.</summary>
    public const int FewWords = 4;

    /// <summary>The numbers that a filter multiplies with.</summary>
    public const int Inputs = Words * Cells;

    private const int Room = Inputs + 2 * Filters;
    private const int Lanes = 8, Together = 4 * Lanes;

    /// <summary>What a margin of 1 is written as.</summary>
    public const int Unit = 1 << 16;

    /// <summary>
    /// How far a margin goes: few texts go further, and the words of a few filters must not take back all that a linear model has found.
    /// </summary>
    public const long LeastMargin = -3 * Unit, MostMargin = 8 * Unit;

    // So large that nothing learned is, and so small that sums stay numbers.
    private const float Greatest = 1L << 40;

    private readonly sbyte[] _words;
    private readonly sbyte[] _pieces;
    private readonly sbyte[] _concepts;
    // Of each input what all filters multiply it with.
    private readonly float[] _filters;
    private readonly float[] _starts;
    private readonly float[] _ofMost;
    private readonly float[] _ofAll;
    private readonly float _start;

    private PhraseNetwork(ReadOnlySpan<sbyte> rows, ReadOnlySpan<float> numbers)
    {
        _words = Take(ref rows, Rows * Cells);
        _pieces = Take(ref rows, Rows * Cells);
        _concepts = Take(ref rows, (1 + ConceptCount) * Cells);
        _filters = [.. Take(ref rows, Inputs * Filters).Select(value => (float)value)];
        _starts = Take(ref numbers, Filters);
        _ofMost = Take(ref numbers, Filters);
        _ofAll = Take(ref numbers, Filters);
        _start = numbers[0];
    }

    private static int ConceptCount => ConceptTable.Shipped.Count;

    /// <summary>How many signed bytes a network begins with: vectors of words, of pieces and of concepts, and filters.</summary>
    public static int SmallNumbers { get; } = (2 * Rows + 1 + ConceptCount) * Cells + Inputs * Filters;

    /// <summary>
    /// How many numbers of four bytes follow: what each filter starts with, what its most and its sum count, and what every text starts
    /// with.
    /// </summary>
    public static int LargeNumbers { get; } = 3 * Filters + 1;

    /// <summary>How many bytes that is in all.</summary>
    public static int Size { get; } = SmallNumbers + LargeNumbers * sizeof(float);

    /// <summary>Reads a network; null where a number is none or is too large.</summary>
    /// <param name="bytes"><see cref="Size"/> of them, little-endian.</param>
    public static PhraseNetwork? Read(ReadOnlySpan<byte> bytes)
    {
        var numbers = new float[LargeNumbers];
        for (var at = 0; at < numbers.Length; at++)
        {
            numbers[at] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(SmallNumbers + at * sizeof(float))..]);
            if (!(MathF.Abs(numbers[at]) <= Greatest)) return null;
        }
        return new PhraseNetwork(MemoryMarshal.Cast<byte, sbyte>(bytes[..SmallNumbers]), numbers);
    }

    /// <summary>
    /// How much a folded text is what the network looks for, in units of <see cref="Unit"/>, from <see cref="LeastMargin"/> to
    /// <see cref="MostMargin"/>; meant for texts of a window's length.
    /// </summary>
    public long MarginOf(ReadOnlySpan<char> folded)
    {
        Span<float> room = stackalloc float[Room];
        room.Clear();
        var words = new NetworkWords<Sums>(folded, new Sums(this, room));
        TextFeatures.Collect(folded, ref words);
        return words.Sink.Close();
    }

    private static T[] Take<T>(ref ReadOnlySpan<T> values, int count)
    {
        var taken = values[..count].ToArray();
        values = values[count..];
        return taken;
    }

    private ref struct Sums : IWordSink
    {
        private readonly PhraseNetwork _network;
        // The vectors of the last words, the newest behind.
        private readonly Span<float> _inputs;
        private readonly Span<float> _most;
        private readonly Span<float> _all;
        private int _count;

        public Sums(PhraseNetwork network, Span<float> room)
        {
            _network = network;
            _inputs = room[..Inputs];
            _most = room.Slice(Inputs, Filters);
            _all = room.Slice(Inputs + Filters, Filters);
        }

        public void Add(int word, int concept, scoped ReadOnlySpan<int> pieces)
        {
            var vector = Move();
            AddTo(vector, _network._words, word, 1);
            AddTo(vector, _network._concepts, concept, 1);
            var share = 1 / MathF.Sqrt(pieces.Length);
            foreach (var piece in pieces) AddTo(vector, _network._pieces, piece, share);
            // A filter looks at the word before, at a word and at the word behind, which is the newest.
            if (_count++ > 0) Look();
        }

        /// <summary>The text is at its end: the margin.</summary>
        public long Close()
        {
            if (_count > 0)
            {
                _ = Move();
                Look();
            }
            var share = 1 / Math.Sqrt(_count + FewWords);
            double margin = _network._start;
            for (var filter = 0; filter < Filters; filter++)
                margin += (double)_most[filter] * _network._ofMost[filter] + _all[filter] * share * _network._ofAll[filter];
            return (long)Math.Clamp(Math.Round(margin), LeastMargin, MostMargin);
        }

        // Makes room for the vector of one word more.
        private readonly Span<float> Move()
        {
            _inputs[Cells..].CopyTo(_inputs);
            var vector = _inputs[^Cells..];
            vector.Clear();
            return vector;
        }

        private static void AddTo(Span<float> vector, sbyte[] table, int row, float share)
        {
            var values = Vector128.Create<sbyte>(table.AsSpan(row * Cells, Cells));
            var (lower, upper) = Vector128.Widen(values);
            AddTo(vector, Vector256.Create(Vector128.WidenLower(lower), Vector128.WidenUpper(lower)), share);
            AddTo(vector[Lanes..], Vector256.Create(Vector128.WidenLower(upper), Vector128.WidenUpper(upper)), share);
        }

        private static void AddTo(Span<float> vector, Vector256<int> values, float share) =>
            (Vector256.Create<float>(vector) + Vector256.ConvertToSingle(values) * share).CopyTo(vector);

        // The numbers are checked once for all inputs: this is where the time goes.
        private readonly void Look()
        {
            for (var filter = 0; filter < Filters; filter += Together)
            {
                var (one, two) = (Starts(filter), Starts(filter + Lanes));
                var (three, four) = (Starts(filter + 2 * Lanes), Starts(filter + 3 * Lanes));
                ref var weight = ref _network._filters.AsSpan(filter, Filters * (Inputs - 1) + Together)[0];
                nuint at = 0;
                foreach (var input in _inputs)
                {
                    var value = Vector256.Create(input);
                    one += value * Vector256.LoadUnsafe(ref weight, at);
                    two += value * Vector256.LoadUnsafe(ref weight, at + Lanes);
                    three += value * Vector256.LoadUnsafe(ref weight, at + 2 * Lanes);
                    four += value * Vector256.LoadUnsafe(ref weight, at + 3 * Lanes);
                    at += Filters;
                }
                Found(filter, one);
                Found(filter + Lanes, two);
                Found(filter + 2 * Lanes, three);
                Found(filter + 3 * Lanes, four);
            }
        }

        private readonly Vector256<float> Starts(int filter) => Vector256.Create<float>(_network._starts.AsSpan(filter, Lanes));

        // What is less than nothing is not found.
        private readonly void Found(int filter, Vector256<float> found)
        {
            found = Vector256.Max(found, Vector256<float>.Zero);
            var most = _most.Slice(filter, Lanes);
            var all = _all.Slice(filter, Lanes);
            Vector256.Max(Vector256.Create<float>(most), found).CopyTo(most);
            (Vector256.Create<float>(all) + found).CopyTo(all);
        }
    }
}
