using System.Text.Json.Nodes;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Tests.Session;

public sealed class LifeCycleTests
{
    [Fact]
    public void Requests_before_initialize_are_refused_and_notifications_unheard()
    {
        var client = new Client();
        client.Open("nonsense");
        Assert.Empty(client.Published());
        Assert.Equal(-32002, CodeOf(client.Request("textDocument/hover", Client.Place(0, 0))));
    }

    [Fact]
    public void Initialize_says_what_the_server_can_do()
    {
        var answer = new Client().Request("initialize", new JsonObject { ["capabilities"] = new JsonObject() }).GetProperty("result");
        var capabilities = answer.GetProperty("capabilities");
        Assert.Equal("utf-16", capabilities.GetProperty("positionEncoding").GetString());
        Assert.Equal(2, capabilities.GetProperty("textDocumentSync").GetProperty("change").GetInt32());
        Assert.True(capabilities.GetProperty("hoverProvider").GetBoolean());
        Assert.Equal("airs", answer.GetProperty("serverInfo").GetProperty("name").GetString());
    }

    [Fact]
    public void Initialize_is_heard_once() =>
        Assert.Equal(-32600, CodeOf(Client.Initialized().Request("initialize", new JsonObject())));

    [Fact]
    public void An_unknown_request_is_answered_and_an_unknown_notification_is_not()
    {
        var client = Client.Initialized();
        Assert.Equal(-32601, CodeOf(client.Request("textDocument/nothing", null)));
        client.Notify("$/setTrace", new JsonObject());
        client.Notify("textDocument/nothing", null);
        Assert.Empty(client.Sent());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"textDocument":5}""")]
    [InlineData("""{"textDocument":{"uri":"untitled:policy.airs"}}""")]
    [InlineData("""{"textDocument":{"uri":"untitled:other.airs"},"position":{"line":0,"character":0}}""")]
    public void Parameters_that_do_not_fit_are_refused(string parameters)
    {
        var client = Client.Initialized();
        client.Open("policy a");
        client.Published();
        Assert.Equal(-32602, CodeOf(client.Request("textDocument/hover", JsonNode.Parse(parameters))));
        Assert.Empty(client.Log.ToString());
    }

    [Fact]
    public void A_cancelled_request_is_answered_as_cancelled()
    {
        var client = Client.Initialized();
        client.Open("policy a");
        client.Published();
        Assert.Equal(-32800, CodeOf(client.Request("textDocument/hover", Client.Place(0, 0), new CancellationToken(canceled: true))));
    }

    [Fact]
    public void Exit_after_shutdown_is_0()
    {
        var client = Client.Initialized();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, client.Request("shutdown", null).GetProperty("result").ValueKind);
        Assert.Equal(-32600, CodeOf(client.Request("textDocument/hover", Client.Place(0, 0))));
        client.Notify("exit", null);
        Assert.Equal(0, client.ExitCode);
    }

    [Fact]
    public void Exit_without_shutdown_is_1()
    {
        var client = Client.Initialized();
        client.Notify("exit", null);
        Assert.Equal(1, client.ExitCode);
    }

    [Fact]
    public void The_end_of_the_input_is_an_exit()
    {
        var client = Client.Initialized();
        client.Handle(new IncomingMessage.End());
        Assert.Equal(1, client.ExitCode);
    }

    private static int CodeOf(System.Text.Json.JsonElement answer) => answer.GetProperty("error").GetProperty("code").GetInt32();
}
