using System.Text.Json;

namespace AirsPolicy.Hosting;

/// <summary>Asks a model, and holds what it says to what an answer is.</summary>
internal static class JudgeAnswers
{
    /// <summary>The answer as JSON text, or why there is none: a word of <see cref="Runtime.Facts.JudgeFact.Causes"/>.</summary>
    /// <param name="judge">The model, or null where none is at hand.</param>
    /// <param name="fits">Whether the JSON text of an object is an answer.</param>
    public static async Task<(string? Json, string? Cause)> Ask(
        IJudge? judge,
        JudgeQuestion question,
        string mark,
        TimeSpan? within,
        Func<string, bool> fits,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (judge is null)
            return (null, "unavailable");
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var answer = Task.Run(async () => await judge.AnswerAsync(question, time.Token).ConfigureAwait(false), cancellation);
            return Read(await answer.WaitAsync(within ?? Timeout.InfiniteTimeSpan, clock, cancellation).ConfigureAwait(false), mark, fits);
        }
        // Whatever goes wrong with a model is no answer; only who asked can give up.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            await time.CancelAsync().ConfigureAwait(false);
            return (null, fault is TimeoutException ? "late" : "failed");
        }
    }

    private static (string? Json, string? Cause) Read(string? answer, string mark, Func<string, bool> fits)
    {
        if (answer is null)
            return (null, "refused");
        if (answer.Length > JudgeQuestion.MaxAnswer)
            return (null, "unreadable");
        // Escaped in JSON it would still be the mark.
        if (answer.Contains(mark, StringComparison.OrdinalIgnoreCase))
            return (null, "fence");
        try
        {
            using var document = JsonDocument.Parse(answer);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (null, "unreadable");
            if (document.RootElement.ToString() is var json
                && Unescaped(document.RootElement).Contains(mark, StringComparison.OrdinalIgnoreCase))
                return (null, "fence");
            return fits(json) ? (json, null) : (null, "misfit");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (null, "unreadable");
        }
    }

    private static string Unescaped(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => string.Join('\n', element.EnumerateObject().Select(member => $"{member.Name}\n{Unescaped(member.Value)}")),
        JsonValueKind.Array => string.Join('\n', element.EnumerateArray().Select(Unescaped)),
        JsonValueKind.String => element.GetString() ?? "",
        _ => "",
    };
}
