using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AirsPolicy.Language.Syntax;
using AirsPolicy.LanguageServer.Features.Colouring;
using AirsPolicy.LanguageServer.Grammars;
using AirsPolicy.LanguageServer.Tests.Process;

namespace AirsPolicy.LanguageServer.Tests.Grammars;

/// <summary>The editors' grammars are written from the table of keywords.</summary>
public sealed class GrammarTests
{
    [Fact]
    public void The_TextMate_grammar_is_the_generated_one() => Same("lsp/vscode/syntaxes/airs.tmLanguage.json", TextMateGrammar.Write());

    [Fact]
    public void The_Vim_syntax_is_the_generated_one() => Same("lsp/neovim/syntax/airs.vim", VimSyntax.Write());

    [Fact]
    public void Every_word_is_in_exactly_one_group()
    {
        var grouped = WordGroups
            .Declarations.Concat(WordGroups.Reserved)
            .Concat(WordGroups.Constants)
            .Concat(WordGroups.Effects)
            .Concat(WordGroups.Members);
        Assert.Equal(KeywordTable.All.Select(KeywordTable.SpellingOf).Order(StringComparer.Ordinal), grouped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_patterns_of_the_TextMate_grammar_can_be_read()
    {
        var patterns = JsonDocument.Parse(TextMateGrammar.Write()).RootElement.GetProperty("patterns").EnumerateArray().ToList();
        Assert.All(
            patterns,
            pattern =>
                Assert.NotNull(new Regex(pattern.GetProperty(pattern.TryGetProperty("match", out _) ? "match" : "begin").GetString()!)));
    }

    [Fact]
    public void The_extension_of_the_editor_names_files_that_are_there()
    {
        var folder = Path.Combine(Checkout.Root, "lsp", "vscode");
        var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "package.json"))).RootElement;
        var contributes = package.GetProperty("contributes");
        Assert.All(
            [
                package.GetProperty("main").GetString()!,
                package.GetProperty("icon").GetString()!,
                "README.md",
                contributes.GetProperty("grammars")[0].GetProperty("path").GetString()!,
                contributes.GetProperty("languages")[0].GetProperty("configuration").GetString()!,
            ],
            file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
    }

    [Theory]
    [InlineData("control long \"x\"", "storage.type.airs control, entity.name.type.airs long")]
    [InlineData("use airs.detect", "storage.type.airs use, entity.name.namespace.airs airs.detect")]
    [InlineData("10_000 USD", "constant.numeric.airs 10_000, keyword.other.unit.airs  USD")]
    [InlineData("30d", "constant.numeric.airs 30, keyword.other.unit.airs d")]
    [InlineData("when", "keyword.control.airs when")]
    [InlineData("length(", "entity.name.function.airs length")]
    [InlineData(".block", "variable.other.property.airs block")]
    public void The_TextMate_grammar_colours_the_parts_of_a_text(string text, string parts)
    {
        var patterns = JsonDocument.Parse(TextMateGrammar.Write()).RootElement.GetProperty("patterns").EnumerateArray()
            .Where(pattern => pattern.TryGetProperty("match", out _));
        // As an editor does: the pattern that matches first, and of those the one that is written first.
        var (pattern, match) = patterns.Select(pattern => (pattern, Match: Regex.Match(text, pattern.GetProperty("match").GetString()!)))
            .Where(found => found.Match.Success)
            .MinBy(found => found.Match.Index);
        Assert.Equal(parts, string.Join(", ", Coloured(pattern, match)));
    }

    [Theory]
    [InlineData("shop/a.airs:2:9: error AIRS2001: There is no 'y' here.")]
    [InlineData("C:\\shop\\a.airs:2:9: warning AIRS7001: 'x': it is so.")]
    public void The_problem_matcher_reads_what_check_writes(string line)
    {
        var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "lsp", "vscode", "package.json"))).RootElement;
        var pattern = package.GetProperty("contributes").GetProperty("problemMatchers")[0].GetProperty("pattern");
        var match = Regex.Match(line, pattern.GetProperty("regexp").GetString()!);
        Assert.Equal("2 9", $"{Part("line")} {Part("column")}");
        Assert.EndsWith("a.airs", Part("file"), StringComparison.Ordinal);
        Assert.StartsWith("AIRS", Part("code"), StringComparison.Ordinal);
        Assert.Matches("error|warning", Part("severity"));
        Assert.EndsWith(".", Part("message"), StringComparison.Ordinal);

        string Part(string name) => match.Groups[pattern.GetProperty(name).GetInt32()].Value;
    }

    [Fact]
    public void The_scopes_of_the_editor_are_of_types_that_the_server_gives()
    {
        var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "lsp", "vscode", "package.json"))).RootElement;
        var scopes = package.GetProperty("contributes").GetProperty("semanticTokenScopes")[0].GetProperty("scopes").EnumerateObject();
        Assert.All(scopes, scope =>
        {
            var parts = scope.Name.Split('.');
            Assert.Contains(parts[0], ColouringFeature.Legend.TokenTypes);
            Assert.All(parts[1..], modifier => Assert.Contains(modifier, ColouringFeature.Legend.TokenModifiers));
        });
    }

    private static IEnumerable<string> Coloured(JsonElement pattern, Match match) => pattern.TryGetProperty("name", out var name)
        ? [$"{name} {match.Value}"]
        : from capture in pattern.GetProperty("captures").EnumerateObject()
          let part = match.Groups[int.Parse(capture.Name, CultureInfo.InvariantCulture)]
          where part.Success
          select $"{capture.Value.GetProperty("name")} {part.Value}";

    private static void Same(string path, string generated)
    {
        var file = Path.Combine(Checkout.Root, path);
        if (Environment.GetEnvironmentVariable("AIRS_UPDATE_DOCS") == "1")
            File.WriteAllText(file, generated);
        Assert.True(
            File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == generated,
            $"{path} is stale; run the tests once with AIRS_UPDATE_DOCS=1 and look at the difference.");
    }
}
