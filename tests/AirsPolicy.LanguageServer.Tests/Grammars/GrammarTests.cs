using System.Text.Json;
using System.Text.RegularExpressions;
using AirsPolicy.Language.Syntax;
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
        var grouped = WordGroups.Declarations.Concat(WordGroups.Reserved).Concat(WordGroups.Constants).Concat(WordGroups.Effects).Concat(WordGroups.Members);
        Assert.Equal(KeywordTable.All.Select(KeywordTable.SpellingOf).Order(StringComparer.Ordinal), grouped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_patterns_of_the_TextMate_grammar_can_be_read()
    {
        var patterns = JsonDocument.Parse(TextMateGrammar.Write()).RootElement.GetProperty("patterns").EnumerateArray().ToList();
        Assert.All(patterns, pattern => Assert.NotNull(new Regex(pattern.GetProperty(pattern.TryGetProperty("match", out _) ? "match" : "begin").GetString()!)));
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
                contributes.GetProperty("grammars")[0].GetProperty("path").GetString()!,
                contributes.GetProperty("languages")[0].GetProperty("configuration").GetString()!,
            ],
            file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
    }

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
