using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Tests.Fuzzing;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Tests.Session;

/// <summary>What is typed into one document leaves the server answering for that one and for all others.</summary>
[Trait("Length", "long")]
public sealed class MutantSessionTests
{
    private static readonly string[] s_requests =
    [
        "textDocument/hover", "textDocument/completion", "textDocument/formatting", "textDocument/definition", "textDocument/references",
        "textDocument/documentHighlight", "textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/semanticTokens/full",
        "textDocument/signatureHelp",
    ];

    private const string Other = "untitled:other.airs";

    [Fact]
    public void No_mutant_of_a_shipped_policy_keeps_the_server_from_answering()
    {
        var mutants = new PolicyMutants();
        var client = Client.Initialized(DocumentUri.FromPath(Path.Combine(RepositoryFolder.Root, "policies")));
        client.Open("library other\n", Other);
        var opened = new HashSet<string>(StringComparer.Ordinal);
        var version = 1;
        foreach (var seed in PolicyMutants.Seeds(usual: 60))
        {
            var file = mutants.Of(seed).File;
            var uri = DocumentUri.FromPath(file.Path);
            if (opened.Add(uri))
                client.Open(file.Content, uri, ++version);
            else
                client.Change(++version, file.Content, uri: uri);
            client.Change(++version, version % 2 == 0 ? "library other\n" : "library other\nlet x =\n", uri: Other);

            var published = client.Published();
            Assert.True(published.ContainsKey(Other), $"{seed}: the other document is not looked at any more.");
            Assert.All(published, document => Assert.DoesNotContain("AIRS7900", document.Value.ToString(), StringComparison.Ordinal));
            var place = file.PositionOf(seed % (file.Length + 1));
            foreach (var request in s_requests)
            {
                var answer = client.Request(request, Asked(request, place.Line, place.Column, uri));
                Assert.True(IsAnswered(answer), $"{seed}: {request} is not answered.");
            }
            Assert.Equal("", client.Log.ToString());
        }
    }

    private static JsonObject Asked(string request, int line, int column, string uri)
    {
        var asked = Client.Place(line, column, uri);
        if (request == "textDocument/formatting")
            asked["options"] = new JsonObject { ["tabSize"] = 2, ["insertSpaces"] = true };
        return asked;
    }

    private static bool IsAnswered(JsonElement answer) => answer.TryGetProperty("result", out _);
}
