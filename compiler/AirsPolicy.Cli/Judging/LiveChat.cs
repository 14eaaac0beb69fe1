using System.ClientModel;
using System.ClientModel.Primitives;
using AirsPolicy.Extensions.AI;
using Microsoft.Extensions.AI;
using OpenAI;

namespace AirsPolicy.Cli.Judging;

/// <summary>Talks to a live model.</summary>
internal static class LiveChat
{
    /// <summary>A client of the model.</summary>
    /// <param name="model">Its name where the command line gives none.</param>
    /// <param name="retries">How often it tries again what may pass.</param>
    public static IChatClient Client(LiveModel live, string model, int retries) =>
        new OpenAIClient(
            new ApiKeyCredential(live.Key ?? "none"),
            new OpenAIClientOptions { Endpoint = live.Endpoint, RetryPolicy = new ClientRetryPolicy(retries) })
            .GetChatClient(live.Name ?? model)
            .AsIChatClient();

    /// <summary>A judge that asks the model of that name, and tries again what may pass.</summary>
    public static ChatJudge Judge(LiveModel live, string model) => new(
        // A judge tries again by itself.
        Client(live, model, retries: 0),
        new ChatJudgeOptions
        {
            Parallel = live.Parallel,
            InputPrice = live.InputPrice,
            OutputPrice = live.OutputPrice,
            IsTransient = IsTransient,
        });

    private static bool IsTransient(Exception fault) =>
        fault is ClientResultException { Status: 0 or 408 or 429 or >= 500 } || new ChatJudgeOptions().IsTransient(fault);
}
