using System.Text;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>One message of an answer, as it has arrived so far.</summary>
internal sealed class AnswerMessage : IDisposable
{
    // Most answers have one text and nothing else, of which nothing is copied.
    private string? _only;
    private StringBuilder? _text;
    private StringBuilder? _reasoning;
    private StringBuilder? _shown;

    /// <summary>Everything that has arrived but parts of a stream's texts, in its order.</summary>
    public List<AIContent> Contents { get; } = [];

    /// <summary>What the provider says of it besides; null where that does not go on.</summary>
    public AdditionalPropertiesDictionary? Properties { get; set; }

    /// <summary>What of its text may be shown while it arrives; null where it came whole or has no text yet.</summary>
    public StreamedText? Stream { get; set; }

    /// <summary>What of its text has been shown.</summary>
    public StringBuilder Shown => _shown ??= new StringBuilder();

    public bool IsShown => _shown is { Length: > 0 };

    public string Text => _only ?? _text?.ToString() ?? "";

    public string Reasoning => _reasoning?.ToString() ?? "";

    /// <summary>Takes a content.</summary>
    /// <param name="content">The content; it is not shown before it is decided on.</param>
    public void Add(AIContent content)
    {
        Contents.Add(content);
        if (content is TextContent text)
        {
            if (_only is null && _text is null)
            {
                _only = text.Text;
                return;
            }
            _text = (_text ?? new StringBuilder(_only)).Append(text.Text);
            _only = null;
        }
        else if (content is TextReasoningContent reasoning)
            (_reasoning ??= new StringBuilder()).Append(reasoning.Text);
    }

    /// <summary>Ends the stream of its text.</summary>
    /// <returns>The decision; null where nothing was shown and all has arrived, so that the text is decided on as a whole.</returns>
    public Verdict? EndText()
    {
        if (Stream is null || !IsShown && !Stream.IsStopped)
            return null;
        var decision = Stream.End();
        return new Verdict(decision, Stream.Waits);
    }

    public void Dispose() => Stream?.Dispose();
}
