using System.Text;

namespace AirsPolicy.Extensions.AI;

/// <summary>What has gone on of the texts of an answer so far, over all its messages and rounds.</summary>
internal sealed class SaidText
{
    // Each text is looked at with this much before it, so that many rounds cost no more than their texts.
    private const int Most = 16_384;

    private StringBuilder? _text;

    /// <summary>The end of it; empty before the first.</summary>
    public string End => _text?.ToString() ?? "";

    public void Add(string text)
    {
        if (text.Length == 0)
            return;
        _text = (_text ?? new StringBuilder()).Append(text);
        if (_text.Length > Most)
            _text.Remove(0, _text.Length - Most);
    }
}
