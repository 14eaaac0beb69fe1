using AirsPolicy.Runtime.Text.Detectors.Builtin;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>One text that is asked about: its folded view and the numbers in it, made when first needed, and what each detector has said of it.</summary>
internal sealed class AskedText(int detectors)
{
    private readonly Answer[] _answers = new Answer[detectors];
    private readonly TextView _folded = new();
    private readonly NumberRegions _numbers = new();
    private bool _isFolded;
    private bool _isNumbered;
    // Which text this is; the answers of an earlier one carry another number.
    private long _generation;

    /// <summary>Begins with another text.</summary>
    public void Begin()
    {
        _generation++;
        _isFolded = false;
        _isNumbered = false;
    }

    /// <summary>The folded view of <paramref name="text"/>, which is the text that this has begun with.</summary>
    public TextView Folded(ReadOnlySpan<char> text)
    {
        if (_isFolded) return _folded;
        Folding.Fold(text, _folded);
        _isFolded = true;
        return _folded;
    }

    /// <summary>Where there are numbers in the folded view, looked for at most once.</summary>
    public NumberRegions Numbers(ReadOnlySpan<char> text)
    {
        if (_isNumbered) return _numbers;
        _numbers.Fill(Folded(text).Text);
        _isNumbered = true;
        return _numbers;
    }

    public bool HasAnswer(int detector) => _answers[detector].Generation == _generation;

    public ref readonly Answer AnswerOf(int detector) => ref _answers[detector];

    public void Keep(int detector, bool found, int score, int first, int count) =>
        _answers[detector] = new Answer(_generation, found, score, first, count);
}
