using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Tests.Corpus;
using Microsoft.Extensions.AI;
using OpenAI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>
/// Each file of <c>tests/corpus/bypass</c> through the real client of the protocol: the hostile word goes nowhere, the honest one does.
/// </summary>
public sealed class BypassCorpusTests
{
    private const string Source = ToolTests.Source + """

        detector leak      { view plain, folded  match "leak" }
        control bad_output { at output  when leak.found(text) then block }
        control hidden     { at output  always redact pii.card }
        """;

    private readonly List<string> _ran = [];

    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(RepositoryFolder.Corpus("bypass"), "*.json")
            .Select(Path.GetFileNameWithoutExtension)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_word_goes_nowhere_and_the_honest_one_does(string file)
    {
        var way = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Corpus("bypass"), $"{file}.json")))!;
        var hostile = (string)way["hostile"]!;
        var said = await AskAsync(way, hostile);
        Assert.DoesNotContain(hostile.Replace("|", "", StringComparison.Ordinal), said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("LEAK", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_ran, ran => ran is "pay acme 5000" or "pay acme 7");

        _ran.Clear();
        var honest = (string)way["honest"]!;
        var fine = await AskAsync(way, honest);
        Assert.False(fine.IsRefused, fine.Text);
        if (way["shows"] is null)
            Assert.Contains(honest.Replace("|", "", StringComparison.Ordinal), fine.Text, StringComparison.Ordinal);
        Assert.Equal(Asks(way), _ran.Count > 0);
    }

    // The old form of calls is not one that the client knows.
    private static bool Asks(JsonNode way) => way.ToJsonString().Contains("\"tool_calls\":[", StringComparison.Ordinal);

    private async Task<(string Text, bool IsRefused)> AskAsync(JsonNode way, string word)
    {
        var client = new OpenAIClient(
            new ApiKeyCredential("none"),
            new OpenAIClientOptions
            {
                Endpoint = new Uri("http://127.0.0.1/v1"),
                RetryPolicy = new ClientRetryPolicy(0),
                Transport = new HttpClientPipelineTransport(new HttpClient(new Answers(way, word))),
            }).GetChatClient("m").AsIChatClient();
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        Assert.Null(host.Load(Guarded.BundleOf(Source)).Reason);
        var guarded = client.AsBuilder().UseAirsPolicy(new ChatPolicy(host, Guarded.In("s"))).Build();
        var response = way["events"] is null
            ? await guarded.GetResponseAsync("Hello.", ToolTests.Tools(_ran))
            : await guarded.GetStreamingResponseAsync("Hello.", ToolTests.Tools(_ran)).ToChatResponseAsync();
        return (
            JsonSerializer.Serialize(response.Messages, AIJsonUtilities.DefaultOptions) + response.Text,
            response.FinishReason == ChatFinishReason.ContentFilter);
    }

    // The answer of the file, and to whatever is asked after a call, an end.
    private sealed class Answers(JsonNode way, string word) : HttpMessageHandler
    {
        private const string End =
            """{"id":"c","object":"chat.completion","created":0,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Done."},"finish_reason":"stop"}]}""";

        private const string EndEvent =
            """{"id":"c","object":"chat.completion.chunk","created":0,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Done."},"finish_reason":"stop"}]}""";

        private int _asked;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isFirst = _asked++ == 0;
            var said = way["events"] is JsonArray events ? isFirst ? events.Select(one => Filled(one!)) : [EndEvent] : null;
            var body = said is not null ? string.Concat(said.Append("[DONE]").Select(one => $"data: {one}\n\n"))
                : isFirst ? Filled(way["response"]!)
                : End;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(body, Encoding.UTF8, way["events"] is null ? "application/json" : "text/event-stream"),
            });
        }

        private string Filled(JsonNode node)
        {
            var parts = word.Split('|');
            return node.ToJsonString()
                .Replace("$WORD", JsonEncodedText.Encode(word).Value, StringComparison.Ordinal)
                .Replace("$FIRST", parts[0], StringComparison.Ordinal)
                .Replace("$SECOND", parts[^1], StringComparison.Ordinal);
        }
    }
}
