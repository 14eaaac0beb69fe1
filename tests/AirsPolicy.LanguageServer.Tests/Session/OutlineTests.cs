using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Tests.Session;

/// <summary>What files declare, and how they fold.</summary>
public sealed class OutlineTests
{
    private const string Text = """
        library a
        // One
        // and two.
        detector rude { match "damn" }
        control long "Long questions" {
          at input
          let most = 3
          when length(text) > most then block
        }
        test "It blocks" {
          given input "abcd"
          expect block
        }
        audit { retain 30d }

        """;

    [Fact]
    public void An_outline_has_every_declaration_with_the_lets_inside_it()
    {
        var client = Opened(Text);
        var symbols = client.Request("textDocument/documentSymbol", Document()).GetProperty("result").EnumerateArray().ToList();
        Assert.Equal(
            ["detector rude", "control long", "test It blocks", "audit audit"],
            symbols.Select(symbol => $"{symbol.GetProperty("detail")} {symbol.GetProperty("name")}"));
        var inside = Assert.Single(symbols[1].GetProperty("children").EnumerateArray());
        Assert.Equal("most", inside.GetProperty("name").GetString());
        Assert.Equal("[4,8]", Lines(symbols[1].GetProperty("range")));
        Assert.Equal("[4,4]", Lines(symbols[1].GetProperty("selectionRange")));
    }

    [Theory]
    [InlineData("library a\ncontrol {\n}\n", "control")]
    [InlineData("library a\ntest \"\" {\n}\n", "test")]
    [InlineData("library a\nlet = 3\n", "let")]
    public void No_declaration_is_without_a_name_however_broken(string text, string name)
    {
        var symbols = Opened(text).Request("textDocument/documentSymbol", Document()).GetProperty("result").EnumerateArray();
        Assert.Equal([name], symbols.Select(symbol => symbol.GetProperty("name").GetString()));
    }

    [Fact]
    public void Blocks_and_runs_of_comments_fold_up_to_the_line_of_their_bracket()
    {
        var folds = Opened(Text).Request("textDocument/foldingRange", Document()).GetProperty("result").EnumerateArray();
        Assert.Equal(
            ["1-2 comment", "4-7 ", "9-11 "],
            folds.Select(fold => $"{fold.GetProperty("startLine")}-{fold.GetProperty("endLine")} {KindOf(fold)}"));
    }

    [Theory]
    [InlineData("lng", "a.long")]
    [InlineData("LONG", "a.long")]
    [InlineData("xyz", "")]
    [InlineData("", "a.long a.rude a.audit a.It blocks")]
    public void Names_of_the_workspace_are_found_by_their_letters(string query, string found) =>
        Assert.Equal(found, string.Join(' ', Names(Opened(Text), query)));

    [Fact]
    public void No_more_names_are_given_than_a_person_reads()
    {
        var lets = string.Concat(Enumerable.Range(0, 300).Select(i => $"let x{i} = {i}\n"));
        Assert.Equal(256, Names(Opened("library a\n" + lets), "x").Count());
    }

    [Fact]
    public void Names_of_files_that_are_not_open_are_found()
    {
        var folder = Directory.CreateTempSubdirectory("airs-lsp-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "b.airs"), "library b\nlet far = 1\n");
            Assert.Equal(["b.far"], Names(Client.Initialized(DocumentUri.FromPath(folder)), "far"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string KindOf(JsonElement fold) => fold.TryGetProperty("kind", out var kind) ? kind.GetString()! : "";

    private static IEnumerable<string> Names(Client client, string query) =>
        client.Request("workspace/symbol", new JsonObject { ["query"] = query }).GetProperty("result").EnumerateArray()
            .Select(symbol => $"{symbol.GetProperty("containerName")}.{symbol.GetProperty("name")}");

    private static Client Opened(string text)
    {
        var client = Client.Initialized();
        client.Open(text);
        client.Published();
        return client;
    }

    private static JsonObject Document() => new() { ["textDocument"] = new JsonObject { ["uri"] = Client.Uri } };

    private static string Lines(JsonElement range) =>
        $"[{range.GetProperty("start").GetProperty("line")},{range.GetProperty("end").GetProperty("line")}]";
}
