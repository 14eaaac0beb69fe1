using System.Runtime.Intrinsics;
using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Learns a network by stochastic gradient descent whose steps shrink with what each number has moved (AdaGrad) and towards the end. Words
/// and what filters found are left out at random, so that no text hangs on one of them. All of it in one order, with numbers of IEEE 754,
/// so that the same texts give the same network.
/// </summary>
internal sealed class NetworkTraining
{
    private const int Rounds = 6;
    private const float FirstStep = 0.05f;
    private const float LeastMoved = 1e-6f;

    // How many of words, of concepts and of what filters found are left out.
    private const float WordsLeftOut = 0.2f, FoundLeftOut = 0.3f;

    private const int Cells = PhraseNetwork.Cells, Inputs = PhraseNetwork.Inputs;
    private const int Filters = PhraseNetwork.Filters, FoundNumbers = 2 * Filters;
    private const int Lanes = 8;

    private readonly Table _words = new(PhraseNetwork.Rows), _pieces = new(PhraseNetwork.Rows), _concepts = new(NetworkWeights.ConceptRows);
    private readonly Numbers _filters = new(Filters * Inputs), _starts = new(Filters);
    // What counts for an attack on both sides, and on each.
    private readonly Numbers _both = new(FoundNumbers + 1), _users = new(FoundNumbers + 1), _data = new(FoundNumbers + 1);

    private readonly Sequence _random = new(2026);
    private readonly float[] _found = new float[FoundNumbers], _errorOfFound = new float[FoundNumbers];
    private readonly bool[] _isLeftOut = new bool[FoundNumbers];
    private readonly int[] _mostAt = new int[Filters];
    private float[] _inputs = [], _errorOfInputs = [], _values = [];
    private float _step;

    private NetworkTraining()
    {
        foreach (var table in new[] { _words, _pieces, _concepts }) Scatter(table.Values, 0.1f);
        Scatter(_filters.Values, 1.75f / MathF.Sqrt(Inputs));
        Scatter(_both.Values.AsSpan(0, FoundNumbers), 0.3f);
    }

    /// <summary>Learns from texts.</summary>
    public static NetworkWeights Learn(IReadOnlyCollection<NetworkText> texts)
    {
        var training = new NetworkTraining();
        training.LearnAll([.. texts.Where(text => text.Words.Length > 0)]);
        return training.Weights();
    }

    private void LearnAll(NetworkText[] texts)
    {
        var longest = texts.Max(text => text.Words.Length);
        _inputs = new float[(longest + PhraseNetwork.Words - 1) * Cells];
        _errorOfInputs = new float[_inputs.Length];
        _values = new float[longest * Filters];
        var order = Enumerable.Range(0, texts.Length).ToArray();
        var (taken, all) = (0L, (long)Rounds * texts.Length);
        for (var round = 0; round < Rounds; round++)
        {
            _random.Shuffle(order);
            foreach (var index in order)
            {
                _step = FirstStep * (1 - (float)((double)taken++ / all));
                LearnOne(texts[index]);
            }
        }
    }

    private void LearnOne(NetworkText text)
    {
        var leftOut = new bool[2 * text.Words.Length];
        for (var at = 0; at < leftOut.Length; at++) leftOut[at] = Below(WordsLeftOut);
        for (var at = 0; at < FoundNumbers; at++) _isLeftOut[at] = Below(FoundLeftOut);
        Look(text, leftOut);

        Array.Clear(_errorOfFound);
        var own = text.Text.IsData ? _data : _users;
        var error = (float)Logistic.Of(Margin(_both) + Margin(own)) - (text.Text.IsAttack ? 1 : 0);
        error *= (float)Threshold.ShareOf(text.Text);
        Move(_both, error);
        Move(own, error);
        TakeBack(text, leftOut);
    }

    // What filters find in a text, of which some words are left out.
    private void Look(NetworkText text, bool[] leftOut)
    {
        var count = text.Words.Length;
        Array.Clear(_inputs, 0, (count + PhraseNetwork.Words - 1) * Cells);
        for (var word = 0; word < count; word++)
        {
            var vector = _inputs.AsSpan((word + 1) * Cells, Cells);
            if (!leftOut[2 * word])
            {
                _words.AddTo(vector, text.Words[word], 1);
                foreach (var piece in text.Pieces[word]) _pieces.AddTo(vector, piece, ShareOf(text.Pieces[word]));
            }
            if (!leftOut[2 * word + 1]) _concepts.AddTo(vector, text.Concepts[word], 1);
        }
        var share = 1 / MathF.Sqrt(count + PhraseNetwork.FewWords);
        for (var filter = 0; filter < Filters; filter++)
        {
            var (most, all) = (0f, 0f);
            for (var word = 0; word < count; word++)
            {
                var value = Math.Max(0, _starts.Values[filter] + Product(_filters.Values, filter * Inputs, _inputs, word * Cells));
                _values[filter * count + word] = value;
                all += value;
                if (value <= most) continue;
                most = value;
                _mostAt[filter] = word;
            }
            _found[filter] = most;
            _found[Filters + filter] = all * share;
        }
    }

    private double Margin(Numbers output)
    {
        var margin = 0.0;
        for (var at = 0; at < FoundNumbers; at++)
        {
            if (!_isLeftOut[at]) margin += _found[at] * output.Values[at];
        }
        return margin / (1 - FoundLeftOut) + output.Values[FoundNumbers];
    }

    // Moves what counts, and adds up by how much what was found is wrong.
    private void Move(Numbers output, float error)
    {
        output.Move(FoundNumbers, error, _step);
        error /= 1 - FoundLeftOut;
        for (var at = 0; at < FoundNumbers; at++)
        {
            if (_isLeftOut[at] || _found[at] <= 0) continue;
            _errorOfFound[at] += error * output.Values[at];
            output.Move(at, error * _found[at], _step);
        }
    }

    private void TakeBack(NetworkText text, bool[] leftOut)
    {
        var count = text.Words.Length;
        Array.Clear(_errorOfInputs, 0, (count + PhraseNetwork.Words - 1) * Cells);
        var share = 1 / MathF.Sqrt(count + PhraseNetwork.FewWords);
        for (var filter = 0; filter < Filters; filter++)
        {
            if (_found[filter] <= 0) continue;
            if (!_isLeftOut[filter]) MoveFilter(filter, _mostAt[filter], _errorOfFound[filter]);
            if (_isLeftOut[Filters + filter]) continue;
            for (var word = 0; word < count; word++)
            {
                if (_values[filter * count + word] > 0) MoveFilter(filter, word, _errorOfFound[Filters + filter] * share);
            }
        }
        for (var word = 0; word < count; word++)
        {
            var error = _errorOfInputs.AsSpan((word + 1) * Cells, Cells);
            if (!leftOut[2 * word])
            {
                _words.Move(text.Words[word], error, 1, _step);
                foreach (var piece in text.Pieces[word]) _pieces.Move(piece, error, ShareOf(text.Pieces[word]), _step);
            }
            if (!leftOut[2 * word + 1]) _concepts.Move(text.Concepts[word], error, 1, _step);
        }
    }

    private static float ShareOf(int[] pieces) => 1 / MathF.Sqrt(pieces.Length);

    private void MoveFilter(int filter, int word, float error)
    {
        var errors = Vector256.Create(error);
        for (var input = 0; input < Inputs; input += Lanes)
        {
            var (at, from) = (filter * Inputs + input, word * Cells + input);
            var values = At(_filters.Values, at);
            (At(_errorOfInputs, from) + errors * values).CopyTo(_errorOfInputs, from);
            var gradient = errors * At(_inputs, from);
            var moved = At(_filters.Moved, at) + gradient * gradient;
            moved.CopyTo(_filters.Moved, at);
            var step = Vector256.Create(_step) * gradient / Vector256.Sqrt(moved + Vector256.Create(LeastMoved));
            (values - step).CopyTo(_filters.Values, at);
        }
        _starts.Move(filter, error, _step);
    }

    // The sum of products, in an order that is the same on every machine.
    private static float Product(float[] ones, int one, float[] others, int other)
    {
        var (sum, more) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var at = 0; at < Inputs; at += 2 * Lanes)
        {
            sum += At(ones, one + at) * At(others, other + at);
            more += At(ones, one + at + Lanes) * At(others, other + at + Lanes);
        }
        sum += more;
        var four = sum.GetLower() + sum.GetUpper();
        return four[0] + four[1] + (four[2] + four[3]);
    }

    private static Vector256<float> At(float[] values, int at) => Vector256.Create(values, at);

    private bool Below(float share) => _random.Below(1 << 24) < share * (1 << 24);

    private void Scatter(Span<float> values, float width)
    {
        foreach (ref var value in values) value = (_random.Below(1 << 24) / (float)(1 << 23) - 1) * width;
    }

    private NetworkWeights Weights()
    {
        float[] With(Numbers own) => [.. _both.Values.Zip(own.Values, (both, one) => both + one)];
        return new NetworkWeights(
            _words.Learned(),
            _pieces.Learned(),
            _concepts.Learned(),
            _filters.Values,
            _starts.Values,
            With(_users),
            With(_data));
    }

    // Numbers, and the squares of how far each has moved.
    private sealed class Numbers(int count)
    {
        public float[] Values { get; } = new float[count];

        public float[] Moved { get; } = new float[count];

        public void Move(int at, float gradient, float step)
        {
            Moved[at] += gradient * gradient;
            Values[at] -= step * gradient / MathF.Sqrt(Moved[at] + LeastMoved);
        }
    }

    // Vectors, of each of which is known how far it has moved.
    private sealed class Table(int rows)
    {
        private readonly float[] _moved = new float[rows];

        public float[] Values { get; } = new float[rows * Cells];

        /// <summary>All vectors; nothing where none has been moved.</summary>
        public float[] Learned()
        {
            for (var row = 0; row < _moved.Length; row++)
            {
                if (_moved[row] == 0) Array.Clear(Values, row * Cells, Cells);
            }
            return Values;
        }

        public void AddTo(Span<float> vector, int row, float share)
        {
            var values = Values.AsSpan(row * Cells, Cells);
            for (var cell = 0; cell < vector.Length; cell++) vector[cell] += values[cell] * share;
        }

        public void Move(int row, ReadOnlySpan<float> error, float share, float step)
        {
            var squares = 0f;
            foreach (var value in error) squares += value * value;
            if (squares == 0) return;
            _moved[row] += squares * share * share / Cells;
            var factor = step * share / MathF.Sqrt(_moved[row] + LeastMoved);
            var values = Values.AsSpan(row * Cells, Cells);
            for (var cell = 0; cell < values.Length; cell++) values[cell] -= factor * error[cell];
        }
    }
}
