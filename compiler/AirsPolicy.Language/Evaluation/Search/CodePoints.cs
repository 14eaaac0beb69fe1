namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>A text as code points; a surrogate without its other half is one of its own.</summary>
internal sealed class CodePoints
{
    private readonly int[] _codePoints;
    private readonly int[] _units;

    public CodePoints(string text)
    {
        Text = text;
        var codePoints = new List<int>(text.Length);
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            units.Add(i);
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                codePoints.Add(char.ConvertToUtf32(text[i], text[++i]));
            else
                codePoints.Add(text[i]);
        }
        units.Add(text.Length);
        _codePoints = [.. codePoints];
        _units = [.. units];
    }

    public string Text { get; }

    /// <summary>How many code points.</summary>
    public int Count => _codePoints.Length;

    /// <summary>The code point at a position; -1 before the start and behind the end.</summary>
    public int this[int position] => (uint)position < (uint)_codePoints.Length ? _codePoints[position] : -1;

    /// <summary>The UTF-16 unit at which a position lies.</summary>
    public int Unit(int position) => _units[position];
}
