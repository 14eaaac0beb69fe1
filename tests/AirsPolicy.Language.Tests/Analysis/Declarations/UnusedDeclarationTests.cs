using AirsPolicy.Language.Analysis.Declarations;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Analysis.Declarations;

public class UnusedDeclarationTests
{
    [Theory]
    [InlineData("fact given: text at output")]
    [InlineData("type given = int")]
    [InlineData("let given = length(text) > 3")]
    [InlineData("param given: int = 5")]
    [InlineData("detector given { match \"secret\" }")]
    [InlineData("queue given { sla 1h  reviewers \"ops\" }")]
    [InlineData("label given {}")]
    [InlineData("control c { let given = length(text) > 3  at output when text contains \"a\" then block }")]
    public void A_declaration_that_nothing_names_is_unused(string declaration) =>
        Assert.Equal(["given"], Binding.Unused(Binding.Policy(declaration)));

    [Theory]
    [InlineData("fact given: text at output", "at output when given == \"x\" then block")]
    [InlineData("fact given: text at output", "at output when count of output o where o.given == \"x\" per user within 1h >= 3 then block")]
    [InlineData("fact given: text at output\nlet of_it = given == \"x\"", "at output when of_it then block")]
    [InlineData(
        "fact given: text at output\njudge j { model \"m\"  at output  prompt \"{{ text }} {{ given }}\"  returns { bad: bool }  when " +
        "bad then flag }",
        "at output when text contains \"a\" then block"
    )]
    [InlineData("type given = int\nfact many: given at output", "at output when many > 3 then block")]
    [InlineData("let given = length(text) > 3", "at output when given then block")]
    [InlineData("let given(n) = length(text) > n", "at output when given(3) then block")]
    [InlineData("param given: int = 5", "at output when length(text) > given then block")]
    [InlineData("detector given { match \"secret\" }", "at output when given.found(text) then block")]
    [InlineData("detector given { match \"secret\" }", "at output when text contains \"a\" then redact given")]
    [InlineData("queue given { sla 1h  reviewers \"ops\" }", "at output when text contains \"a\" then hold for given")]
    [InlineData(
        "queue given { sla 1h  reviewers \"ops\"  sample 1% where point == output }",
        "at output when text contains \"a\" then block"
    )]
    [InlineData(
        "queue given { sla 1h  reviewers \"ops\" }\npace human { enter alternate when queue.given.reviewers == 0  from alternate at " +
        "output always flag  recover alternate -> primary by \"ops\" after 1h }",
        "at output when text contains \"a\" then block"
    )]
    [InlineData("label given {}", "at output when \"given\" in session.labels then block")]
    public void What_a_rule_names_is_used(string declarations, string rule) =>
        Assert.Empty(Binding.Unused(Binding.Policy(declarations, $"control c {{ {rule} }}")));

    [Fact]
    public void What_only_a_test_names_is_unused() => Assert.Equal(
        ["given", "held"],
        Binding.Unused(Binding.Policy(
            "fact given: text at output",
            "queue held { sla 1h  reviewers \"ops\" }",
            "control c { at output when text contains \"a\" then block }",
            "test \"t\" { given output { text: \"b\", given: \"x\" }  expect allow }")));

    [Fact]
    public void What_only_an_unused_let_names_is_unused() =>
        Assert.Equal(
            ["first", "second"],
            Binding
                .Unused(Binding.Policy("let first = length(text) > 3", "let second = first and text contains \"a\""))
                .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("use catalogue \"airs_sdk\"\nsystem s { owner \"o\" }\nqueue given { sla 1h  reviewers \"ops\"  satisfies HO-01 }")]
    [InlineData(
        "system s { owner \"o\"  tier risk.high }\nscheme risk { ladder low 2, high }\ntier low in risk {}\ntier high in risk { " +
        "requires queue.sla at most 4h }\nqueue given { sla 1h  reviewers \"ops\" }"
    )]
    public void A_queue_that_an_assessment_asks_for_is_used(string policy) => Assert.Empty(Binding.Unused("policy p\n" + policy));

    [Fact]
    public void Removing_what_is_unused_breaks_nothing()
    {
        var removed = 0;
        foreach (var path in RepositoryFolder.Policies(RepositoryFolder.Corpus("diagnostics")))
        {
            var source = SourceText.From(CorpusFile.Read(File.ReadAllText(path)).Clean, Path.GetFileName(path));
            var before = CorpusPackages.DiagnoseAll(source);
            var edits = before
                .Where(found => found.Code == UnusedDeclarationAnalysis.Unused.Code)
                .SelectMany(found => found.Fixes)
                .SelectMany(fix => fix.Edits)
                .OrderByDescending(edit => edit.Span.Start)
                .ToList();
            var text = edits.Aggregate(
                source.Content,
                (rest, edit) => string.Concat(rest.AsSpan(0, edit.Span.Start), edit.NewText, rest.AsSpan(edit.Span.End)));
            var after = CorpusPackages.DiagnoseAll(SourceText.From(text, source.Path));
            Assert.Empty(Errors(after).Except(Errors(before)));
            removed += edits.Count;
        }
        Assert.True(removed > 10, $"{removed} declarations");
    }

    // Analyses have errors of their own: a case may keep those that it shows, and gets no others.
    private static IEnumerable<string> Errors(IEnumerable<Diagnostic> found) =>
        found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Message);

    [Fact]
    public void What_a_library_declares_is_for_others()
    {
        const string library = "library a\nparam most: int = 5\nfact given: text at output\nlet big = length(text) > most\n";
        Assert.Empty(Binding.Unused(library));
        Assert.Empty(Binding.Unused("policy p\nuse a\nsystem s { owner \"o\" }\n", library));
    }
}
