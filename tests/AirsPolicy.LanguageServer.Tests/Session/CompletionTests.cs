using System.Text.Json;
using System.Text.Json.Nodes;

namespace AirsPolicy.LanguageServer.Tests.Session;

/// <summary>Completion lists as the protocol carries them.</summary>
public sealed class CompletionTests
{
    [Fact]
    public void Documentation_comes_when_an_entry_is_asked_for()
    {
        var client = Opened("library a\n");
        var item = Items(client, 1, 0).First(entry => Label(entry) == "control");
        Assert.False(item.TryGetProperty("documentation", out _));
        var resolved = Resolve(client, item);
        Assert.Contains("control", resolved.GetProperty("documentation").GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal(item.GetProperty("textEdit").ToString(), resolved.GetProperty("textEdit").ToString());
    }

    [Fact]
    public void An_entry_of_an_older_list_comes_back_as_it_was()
    {
        var client = Opened("library a\n");
        var item = Items(client, 1, 0).First(entry => Label(entry) == "control");
        Items(client, 1, 0);
        Assert.Equal(item.ToString(), Resolve(client, item).ToString());
    }

    [Theory]
    [InlineData("""{"label":"x"}""")]
    [InlineData("""{"label":"x","data":{"list":1,"rank":-1}}""")]
    [InlineData("""{"label":"x","data":{"list":1,"rank":100000}}""")]
    public void An_entry_that_no_list_has_is_no_fault(string item)
    {
        var client = Opened("library a\n");
        Items(client, 1, 0);
        Assert.Equal("x", Label(client.Request("completionItem/resolve", JsonNode.Parse(item)).GetProperty("result")));
    }

    [Fact]
    public void A_unit_takes_the_gap_behind_its_number_away()
    {
        var client = Opened("library a\nlet x = 500 \n");
        var items = Items(client, 1, 12).ToDictionary(Label);
        Assert.Equal("12-12", Columns(items["GBP"]));
        Assert.Equal("11-12", Columns(items["ms"]));
        Assert.Equal(" ms", items["ms"].GetProperty("filterText").GetString());
    }

    private static Client Opened(string text)
    {
        var client = Client.Initialized();
        client.Open(text);
        client.Published();
        return client;
    }

    private static List<JsonElement> Items(Client client, int line, int character)
    {
        var answer = client.Request("textDocument/completion", Client.Place(line, character));
        return [.. answer.GetProperty("result").GetProperty("items").EnumerateArray()];
    }

    private static JsonElement Resolve(Client client, JsonElement item) =>
        client.Request("completionItem/resolve", JsonNode.Parse(item.GetRawText())).GetProperty("result");

    private static string Label(JsonElement item) => item.GetProperty("label").GetString()!;

    private static string Columns(JsonElement item)
    {
        var range = item.GetProperty("textEdit").GetProperty("range");
        return $"{range.GetProperty("start").GetProperty("character")}-{range.GetProperty("end").GetProperty("character")}";
    }
}
