using System.ClientModel;
using AirsPolicy.ScriptedModel;
using Microsoft.Extensions.AI;
using OpenAI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>The scripted model is one for clients of the protocol.</summary>
public sealed class ModelServerTests
{
    [Fact]
    public async Task It_says_what_fits_the_latest_text_of_a_user_whole_and_streamed()
    {
        await using var server = ModelServer.Start(
            new ScriptedReply { User = "open", Text = "We open at nine." },
            new ScriptedReply { Text = "I do not know that, and nobody else does." });
        using var client = Client(server);
        Assert.Equal("We open at nine.", (await client.GetResponseAsync("When do you open?")).Text);
        var streamed = await client.GetStreamingResponseAsync("When do you close?").ToListAsync();
        Assert.True(streamed.Count > 3);
        var response = streamed.ToChatResponse();
        Assert.Equal("I do not know that, and nobody else does.", response.Text);
        Assert.Equal((10, 5), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.Equal(["Bearer secret", "Bearer secret"], server.Authorizations);
        Assert.Equal("small", (string?)server.Requests[0]["model"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_calls_tools_and_hears_their_results(bool streams)
    {
        await using var server = ModelServer.Start(
            new ScriptedReply { ToolResult = "sunny", Text = "Take a hat." },
            new ScriptedReply { Calls = [new ScriptedCall("weather", """{"city":"Rome"}""")] });
        using var client = Client(server).AsBuilder().UseFunctionInvocation().Build();
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create((string city) => $"{city} is sunny.", "weather")] };
        var answer = streams
            ? (await client.GetStreamingResponseAsync("A hat?", options).ToListAsync()).ToChatResponse()
            : await client.GetResponseAsync("A hat?", options);
        Assert.EndsWith("Take a hat.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task It_fails_as_the_script_says_and_where_it_has_nothing_to_say()
    {
        await using var server = ModelServer.Start(
            new ScriptedReply { Status = 429, Times = 1 },
            new ScriptedReply { User = "cut", Text = "A long answer that never comes.", Breaks = true, Times = 2 });
        using var client = Client(server);
        Assert.Equal(429, (await Assert.ThrowsAsync<ClientResultException>(() => client.GetResponseAsync("Hello."))).Status);
        Assert.Equal(501, (await Assert.ThrowsAsync<ClientResultException>(() => client.GetResponseAsync("Hello."))).Status);
        await Assert.ThrowsAnyAsync<Exception>(() => client.GetResponseAsync("cut"));
        await Assert.ThrowsAnyAsync<Exception>(async () => await client.GetStreamingResponseAsync("cut").ToListAsync());
    }

    [Fact]
    public async Task It_waits_until_it_is_told_to_speak()
    {
        var told = new TaskCompletionSource();
        await using var server = ModelServer.Start(new ScriptedReply { Text = "Now.", Until = told.Task });
        using var client = Client(server);
        var answer = client.GetResponseAsync("Hello.");
        Assert.False(answer.IsCompleted);
        told.SetResult();
        Assert.Equal("Now.", (await answer).Text);
    }

    private static IChatClient Client(ModelServer server) =>
        new OpenAIClient(
            new ApiKeyCredential("secret"),
            new OpenAIClientOptions { Endpoint = server.Endpoint, RetryPolicy = new System.ClientModel.Primitives.ClientRetryPolicy(0) })
            .GetChatClient("small")
            .AsIChatClient();
}
