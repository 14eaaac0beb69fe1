using System.Text;
using AirsPolicy.Hosting;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>One message of an answer, as it has arrived so far.</summary>
internal sealed class AnswerMessage : IDisposable
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _reasoning = new();
    private string? _only;

    /// <summary>Everything that has arrived but parts of a stream's texts, in its order.</summary>
    public List<AIContent> Contents { get; } = [];

    /// <summary>What the provider says of it besides; null where that does not go on.</summary>
    public AdditionalPropertiesDictionary? Properties { get; set; }

    /// <summary>What of its text may be shown while it arrives; null where it came whole or has no text yet.</summary>
    public StreamedOutput? Stream { get; set; }

    /// <summary>The facts with which its text began to stream.</summary>
    public ReadOnlyMemory<byte> Facts { get; set; }

    /// <summary>What of its text has been shown.</summary>
    public StringBuilder Shown { get; } = new();

    public string Text => _only ?? _text.ToString();

    public string Reasoning => _reasoning.ToString();

    /// <summary>Takes a content.</summary>
    /// <param name="content">The content; it is not shown before it is decided on.</param>
    public void Add(AIContent content)
    {
        Contents.Add(content);
        if (content is TextContent text)
        {
            // Most answers have one text, which is not copied.
            if (_only is null && _text.Length == 0)
            {
                _only = text.Text;
                return;
            }
            _text.Append(_only).Append(text.Text);
            _only = null;
        }
        else if (content is TextReasoningContent reasoning)
            _reasoning.Append(reasoning.Text);
    }

    /// <summary>Ends the stream of its text.</summary>
    /// <returns>The decision; null where nothing was shown and all has arrived, so that the text is decided on as a whole.</returns>
    public Verdict? EndText()
    {
        if (Stream is null || Shown.Length == 0 && !Stream.IsStopped)
            return null;
        var decision = Stream.End();
        return new Verdict(decision, Stream.Waits);
    }

    public void Dispose() => Stream?.Dispose();
}
