using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Syntax;

public class RecoveryTests
{
    [Fact]
    public void Parser_reports_one_error_per_broken_member_and_keeps_its_neighbours()
    {
        var tree = Parse("""
            library a
            control x {
              satisfies GR-IN-01
              at
              on error block
              when length(text) > then block "x"
              severity high
            }
            tool y
            """);
        Assert.Equal(2, tree.Diagnostics.Length);
        var control = (ControlDeclarationSyntax)tree.Root.Declarations[0];
        Assert.Contains(control.Block.Members, member => member is SeverityMemberSyntax);
        Assert.Contains(control.Block.Members, member => member is SatisfiesMemberSyntax);
        Assert.IsType<ToolDeclarationSyntax>(tree.Root.Declarations[1]);
    }

    [Fact]
    public void A_missing_brace_costs_one_diagnostic_and_no_declaration()
    {
        var tree = Parse(
            "library a\ncontrol x {\n  at input\n  always block\n\nqueue people { sla 2h  reviewers \"r\" }\ncontrol y { at input  " +
            "always flag }\n"
        );
        Assert.Equal(["AIRS1105"], Codes(tree));
        Assert.Equal(3, tree.Root.Declarations.Count);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("not ", "")]
    [InlineData("-", "")]
    [InlineData("f(", ")")]
    [InlineData("any a in b: ", "")]
    [InlineData("has ", "")]
    [InlineData("{ a: ", " }")]
    [InlineData("a and ", "")]
    [InlineData("a.", "")]
    public void Ten_thousand_nestings_cost_one_diagnostic(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "x" + string.Concat(Enumerable.Repeat(close, 10_000));
        Assert.Equal(["AIRS1109"], Codes(Parse($"library a\ncontrol x {{\n  at input\n  when {deep} then block\n}}\ntool y\n")));
    }

    [Fact]
    public void Ten_thousand_nested_shapes_and_blocks_cost_one_diagnostic_each()
    {
        Assert.Equal(
            ["AIRS1109"],
            Codes(Parse($"library a\ntype t = {string.Concat(Enumerable.Repeat("[", 10_000))}text{new string(']', 10_000)}\n")));
        Assert.Equal(
            ["AIRS1109"],
            Codes(
                Parse(
                    $"library a\ntest \"t\" {{ {string.Concat(Enumerable.Repeat("repeat 2 { ", 10_000))} expect allow {new string('}', 10_000)} }}\n"
                )));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n// nothing here\n")]
    [InlineData("control x { at input  always block }")]
    [InlineData("hello world")]
    [InlineData("}")]
    public void A_file_without_header_costs_one_diagnostic_for_its_header(string text) =>
        Assert.Single(Codes(Parse(text)), code => code == "AIRS1102");

    [Fact]
    public void An_empty_file_costs_one_diagnostic() => Assert.Equal(["AIRS1102"], Codes(Parse("")));

    [Fact]
    public void Noise_costs_a_bounded_number_of_diagnostics()
    {
        var tree = Parse("library a\n" + string.Concat(Enumerable.Repeat("x @ 1__0 ' ", 100_000)));
        Assert.InRange(tree.Diagnostics.Length, 1, 200);
        Assert.Contains(tree.Diagnostics, diagnostic => diagnostic.Code == "AIRS1119");
    }

    [Theory]
    [InlineData("expect cheese by x", "AIRS1100")]
    [InlineData("expect blokc by x", "AIRS1101")]
    [InlineData("expect 5 by x", "AIRS1104")]
    public void What_stands_before_by_is_an_outcome(string expectation, string code) =>
        Assert.Equal([code], Codes(Parse($"library a\ntest \"t\" {{ {expectation} }}\n")));

    [Theory]
    [InlineData("(by level { low 1 }) == 1")]
    [InlineData("not has by level { low 1 }")]
    [InlineData("flag.x == 1")]
    public void A_condition_of_a_test_may_begin_with_a_table_or_the_name_of_an_outcome(string condition) =>
        Assert.Empty(Codes(Parse($"library a\ntest \"t\" {{ expect {condition} }}\n")));

    [Theory]
    [InlineData("1h3__0m")]
    [InlineData("1h30m5__5s")]
    public void An_underscore_is_checked_in_every_part_of_a_duration(string duration) =>
        Assert.Equal(["AIRS1026"], Codes(Parse($"library a\nlet x = {duration}\n")));

    [Fact]
    public void A_time_behind_per_is_refused_whether_or_not_a_line_breaks_before_it() =>
        Assert.All([" ", "\n"], gap => Assert.Equal(
            ["AIRS1123"], Codes(Parse($"library a\nbreaker b {{ trip when earlier input per user{gap}per minute }}\n"))));

    [Fact]
    public void The_parameter_of_a_weight_may_be_called_like_a_keyword() =>
        Assert.Empty(Codes(Parse("library a\ndetector d { match \"x\" weighs score  found at 50% }\n")));

    [Fact]
    public void Every_contextual_keyword_may_be_a_name()
    {
        foreach (var keyword in KeywordTable.All.Where(keyword => !KeywordTable.IsReserved(keyword)))
        {
            var word = KeywordTable.SpellingOf(keyword);
            Assert.Empty(
                Parse($"library a.{word}\ntype {word} = {{ {word}: text }}\nlet {word} = args.{word} + {word}.x\n")
                    .Diagnostics.Select(diagnostic => diagnostic.ToString()));
        }
    }

    [Fact]
    public void Every_reserved_word_may_follow_a_dot()
    {
        foreach (var keyword in KeywordTable.All.Where(KeywordTable.IsReserved))
            Assert.Empty(Parse($"library a\nlet x = args.{KeywordTable.SpellingOf(keyword)}\n").Diagnostics);
    }

    private static SyntaxTree Parse(string text) => SyntaxTree.Parse(SourceText.From(text));

    private static IEnumerable<string> Codes(SyntaxTree tree) => tree.Diagnostics.Select(diagnostic => diagnostic.Code);
}
