using System.Buffers;
using System.Text.Json;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting.Reviewing;

/// <summary>Does what a reviewer asks of a desk, and says what came of it. Who they are is known before.</summary>
internal sealed class DeskService(PolicyHost host, DeskOperations operations, Action<long, ReviewResult>? counted)
{
    private const int MostListed = 500;

    /// <summary>One line for one line, without the line break.</summary>
    public async ValueTask<byte[]> AnswerAsync(Reviewer by, ReadOnlyMemory<byte> line, CancellationToken cancellation)
    {
        if (DeskRequest.Parse(line) is not { } request)
            return Error("This is no request: it has to be one JSON object with 'do' and what that takes.");
        if (request.Action == DeskAction.List)
            return List(by, request.Queue);
        if (DeskOperations.Knows(request.Action))
            return operations.Answer(by, request);
        // What does not wait has no claim to release, so that this only says why.
        if (host.Find(request.Number) is not { } waiting)
            return Said(host.Release(request.Number, by));
        var now = host.Clock.GetUtcNow().UtcTicks;
        // Who may decide in none of its queues does not see it either.
        if (!Concerns(waiting, by, now))
            return Said(host.Release(waiting.Number, by));
        if (request.Action == DeskAction.Show)
            return Written(json =>
            {
                json.WritePropertyName("item");
                DeskJson.WriteWhole(json, waiting);
            });
        return Said(await DoAsync(by, request, waiting, now, cancellation).ConfigureAwait(false));
    }

    /// <summary>That something cannot be done at all.</summary>
    public static byte[] Error(string message) => Written(json => json.WriteString("error", message));

    private async ValueTask<ReviewResult> DoAsync(
        Reviewer by, DeskRequest request, WaitingRequest waiting, long now, CancellationToken cancellation)
    {
        switch (request.Action)
        {
            case DeskAction.Claim:
                return host.Claim(request.Number, by);
            case DeskAction.Release:
                return host.Release(request.Number, by);
            case DeskAction.Comment:
                return host.Comment(request.Number, by, request.Text ?? "");
            case DeskAction.Escalate:
                return host.Escalate(request.Number, by, request.Text ?? "");
        }
        var word = new Review(
            request.Queue ?? QueueOf(waiting, by, now),
            by,
            request.Digest ?? "",
            Approves: request.Action != DeskAction.Refuse);
        if (word.Approves && waiting.Facts is null)
            return new ReviewResult(
                ReviewAnswer.Unusable,
                "The facts of this request were too large to be kept; what cannot be shown here is not approved here.");
        var result = request.Action == DeskAction.Edit
            ? await host.EditAsync(request.Number, word, request.Content, cancellation: cancellation).ConfigureAwait(false)
            : host.Review(request.Number, word);
        if (result.Counts)
            counted?.Invoke(result.Became ?? request.Number, result);
        return result;
    }

    private byte[] List(Reviewer by, string? queue)
    {
        var now = host.Clock.GetUtcNow().UtcTicks;
        var mine = host.Waiting(queue).Where(waiting => Concerns(waiting, by, now)).ToList();
        return Written(json =>
        {
            json.WriteNumber("total", mine.Count);
            json.WriteStartArray("items");
            foreach (var waiting in mine.Take(MostListed))
                DeskJson.Write(json, waiting);
            json.WriteEndArray();
        });
    }

    private static bool Concerns(WaitingRequest waiting, Reviewer by, long now) =>
        waiting.Request.Queues.Any(queue => queue.IsReviewer(by, now));

    // Where they do not say for which queue they speak: the first that still needs somebody with their roles.
    private static string QueueOf(WaitingRequest waiting, Reviewer by, long now) =>
        waiting
            .Request.Queues.Where(queue => queue.IsReviewer(by, now))
            .OrderBy(queue => waiting.Missing(queue) == 0)
            .First()
            .Name;

    /// <summary>What has come of something.</summary>
    public static byte[] Said(ReviewResult result) => Written(json =>
    {
        json.WriteString("answer", result.Answer.ToString());
        json.WriteString("message", result.Message);
        if (result.Became is { } became)
            json.WriteNumber("became", became);
    });

    /// <summary>An answer of these members.</summary>
    public static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
