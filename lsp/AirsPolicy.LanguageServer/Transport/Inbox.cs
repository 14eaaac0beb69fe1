using System.Collections.Concurrent;

namespace AirsPolicy.LanguageServer.Transport;

/// <summary>Reads messages ahead on a thread of its own and hands them out in order. Cancellations overtake.</summary>
internal sealed class Inbox : IDisposable
{
    // Enough for a burst of typing; a client that sends more waits in its own pipe.
    private const int Capacity = 1_024;

    private readonly BlockingCollection<IncomingMessage> _messages = new(Capacity);
    private readonly FrameReader _frames;
    private readonly RequestRegistry _requests;

    public Inbox(Stream input, int maxBytes, RequestRegistry requests)
    {
        _frames = new FrameReader(input, maxBytes);
        _requests = requests;
    }

    /// <summary>Nothing waits; only then is work worth doing that a waiting message could make vain.</summary>
    public bool IsIdle => _messages.Count == 0;

    public void Start() => new Thread(ReadAll) { IsBackground = true, Name = "airs-lsp-reader" }.Start();

    /// <summary>The next message; waits for it. After <see cref="IncomingMessage.End"/> nothing comes any more.</summary>
    public IncomingMessage Take() => _messages.Take();

    public void Dispose() => _messages.Dispose();

    private void ReadAll()
    {
        try
        {
            while (Next() is { } message)
                _messages.Add(message);
            _messages.Add(new IncomingMessage.End());
        }
        catch (Exception closed) when (closed is ObjectDisposedException or InvalidOperationException)
        {
            // The session has ended and disposed of the queue while this thread waited for input.
        }
    }

    private IncomingMessage? Next()
    {
        while (true)
        {
            switch (Read())
            {
                case { Status: FrameStatus.End }:
                    return null;
                case { Status: FrameStatus.TooLarge, Announced: var bytes }:
                    return new IncomingMessage.Faulty(null, ErrorCode.InvalidRequest, $"A message of {bytes} bytes is too large.");
                case { Body: var body }:
                    switch (MessageParser.Parse(body))
                    {
                        case IncomingMessage.Notification { Method: "$/cancelRequest" } cancel:
                            _requests.Cancel(cancel.Params);
                            continue;
                        case IncomingMessage.Request request:
                            return request with { Cancelled = _requests.Open(request.Id) };
                        case var message:
                            return message;
                    }
            }
        }
    }

    private Frame Read()
    {
        try
        {
            return _frames.Read();
        }
        catch (IOException)
        {
            return new Frame(FrameStatus.End, default);
        }
    }
}
