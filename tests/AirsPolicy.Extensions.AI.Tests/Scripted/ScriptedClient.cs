using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests.Scripted;

/// <summary>A model that says what a test has written down, an answer a turn and the last one again. It keeps what it was asked.</summary>
internal sealed class ScriptedClient(params ChatResponse[] answers) : IChatClient
{
    /// <summary>The messages of each request.</summary>
    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    /// <summary>The options of each request.</summary>
    public List<ChatOptions?> Options { get; } = [];

    /// <summary>How long the parts of streamed texts are, in turns; all of a text without one.</summary>
    public int[] Cuts { get; init; } = [];

    /// <summary>How many updates were taken.</summary>
    public int Taken { get; private set; }

    /// <summary>The stream was given up or came to its end.</summary>
    public bool IsDisposed { get; private set; }

    public static ScriptedClient Saying(params string[] texts) => new([.. texts.Select(Says)]);

    public static ChatResponse Says(string text) => Says(new TextContent(text));

    public static ChatResponse Says(params AIContent[] contents) =>
        new(new ChatMessage(ChatRole.Assistant, [.. contents]) { MessageId = "m" })
        {
            ResponseId = "r",
            ModelId = "scripted",
            FinishReason = contents.Any(content => content is FunctionCallContent) ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        };

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Next(messages, options));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var update in Next(messages, options).ToChatResponseUpdates().SelectMany(Cut))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
                Taken++;
                yield return update;
            }
        }
        finally
        {
            IsDisposed = true;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    // What a client sends on it may change, and what the script says stays.
    private ChatResponse Next(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        Asked.Add([.. messages]);
        Options.Add(options);
        var answer = answers[Math.Min(Asked.Count, answers.Length) - 1];
        return new ChatResponse([.. answer.Messages.Select(Copy)])
        {
            ResponseId = answer.ResponseId,
            ModelId = answer.ModelId,
            FinishReason = answer.FinishReason,
            Usage = answer.Usage,
            ConversationId = answer.ConversationId,
            AdditionalProperties = answer.AdditionalProperties,
            RawRepresentation = answer.RawRepresentation,
        };
    }

    private static ChatMessage Copy(ChatMessage message)
    {
        var copy = message.Clone();
        copy.Contents =
        [
            .. message.Contents.Select(content => content switch
            {
                FunctionCallContent call => new FunctionCallContent(call.CallId, call.Name, call.Arguments)
                {
                    InformationalOnly = call.InformationalOnly,
                    Exception = call.Exception,
                },
                _ => content,
            }),
        ];
        return copy;
    }

    private IEnumerable<ChatResponseUpdate> Cut(ChatResponseUpdate update)
    {
        var part = 0;
        foreach (var content in update.Contents.ToList())
        {
            if (Cuts.Length == 0 || content is not (TextContent or TextReasoningContent))
            {
                yield return With(update, content);
                continue;
            }
            var text = content is TextContent plain ? plain.Text : ((TextReasoningContent)content).Text;
            for (var at = 0; at < text.Length;)
            {
                var length = Math.Min(text.Length - at, Cuts[part++ % Cuts.Length]);
                var piece = text.Substring(at, length);
                at += length;
                yield return With(update, content is TextContent ? new TextContent(piece) : new TextReasoningContent(piece));
            }
        }
        if (update.Contents.Count == 0)
            yield return update;
    }

    private static ChatResponseUpdate With(ChatResponseUpdate update, AIContent content)
    {
        var part = update.Clone();
        part.Contents = [content];
        return part;
    }
}
