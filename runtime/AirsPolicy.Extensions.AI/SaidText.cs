using System.Text;

namespace AirsPolicy.Extensions.AI;

/// <summary>What has gone on of the texts of an answer so far, over all its messages and rounds.</summary>
internal sealed class SaidText
{
    /// <summary>What applications put between texts.</summary>
    public static readonly IReadOnlyList<string> Between = ["", "\n"];

    // Each text is looked at with this much before it, so that many rounds cost no more than their texts.
    private const int Most = 16_384;

    // Most answers have one text, of which nothing is copied.
    private string? _only;
    private StringBuilder[]? _texts;

    /// <summary>Nothing has been said.</summary>
    public bool IsEmpty => _only is null;

    /// <summary>The end of it, as a text comes to stand behind it that follows at once.</summary>
    public string End => Before(0);

    /// <summary>The end of it, with what is put between behind it.</summary>
    /// <param name="between">The number of what is put between.</param>
    public string Before(int between) =>
        _texts is { } texts ? $"{texts[between]}{Between[between]}" : _only is { } only ? $"{EndOf(only)}{Between[between]}" : "";

    public void Add(string text)
    {
        if (text.Length == 0)
            return;
        if (_only is null)
        {
            _only = text;
            return;
        }
        _texts ??= [.. Between.Select(_ => new StringBuilder(EndOf(_only)))];
        foreach (var (said, between) in _texts.Zip(Between))
        {
            said.Append(between).Append(text);
            if (said.Length > Most)
                said.Remove(0, said.Length - Most);
        }
    }

    private static string EndOf(string text) => text.Length > Most ? text[^Most..] : text;
}
