using System.Globalization;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Tests.Semantics;

public class LetTests
{
    [Fact]
    public void A_let_never_sees_the_items_that_are_open_where_it_is_used() =>
        Assert.Equal(["AIRS2001"], Binding.Codes("let mine = r == user.id  when any r in user.roles: mine then block"));

    [Fact]
    public void An_item_that_is_given_to_a_let_keeps_its_meaning_inside_other_quantifiers()
    {
        var rule = Binding.Rule(
            "when any r in user.roles: shared(r) then block",
            declarations: "let shared(role) = any g in user.groups: g == role");
        var items = ExpressionTree.All(rule).OfType<ItemExpression>().Select(item => item.Variable);
        Assert.Equal([1, 0], items);
    }

    [Fact]
    public void Lets_may_be_written_in_any_order() =>
        Assert.Empty(Binding.Codes("when b then block  let b = a > 5  let a = length(text)"));

    [Fact]
    public void A_let_of_a_package_reads_the_facts_of_the_place_where_it_is_used() =>
        Assert.Empty(Binding.Codes("when many then block", "retrieve", "let many = length(sources) > 5"));

    [Fact]
    public void Members_of_a_let_can_be_read() =>
        Assert.Empty(Binding.Codes("let who = user  when who.id == someone.id then block", declarations: "let someone = agent"));

    [Fact]
    public void A_let_that_nothing_uses_is_checked_all_the_same()
    {
        Assert.Equal(["AIRS2001"], Binding.Codes("let a = missing > 5  always flag"));
        Assert.Equal(["AIRS2003"], Binding.Codes("always flag", declarations: "let a = missing.found(text)"));
        Assert.Equal(["AIRS2001"], Binding.Codes("always flag", declarations: "let a(x) = length(missing) > x"));
        Assert.Empty(Binding.Codes("always flag", declarations: "let a = length(sources) > 5\nlet b = document.class"));
    }

    [Fact]
    public void A_parameter_never_hides_what_its_name_means() =>
        Assert.All(
            ["text", "tier", "user", "sources", "args", "own", "least", "short", "words"],
            name =>
                Assert.Equal(
                    ["AIRS2019"],
                    Binding.Codes(
                        "always flag",
                        "output",
                        $"fact own: int\nparam least: int = 5\nlet short = length(text) < 5\ndetector words {{ match \"x\" }}\nlet a({name}) = length(output.text) > 5"
                    )));

    [Fact]
    public void A_parameter_may_have_the_name_of_another_packages_fact() =>
        Assert.Empty(Binding.Of(
            "policy p\nextends l\nsystem s {}\nfact amount: int\n",
            "library l\nlet above(amount) = length(text) > amount\ncontrol c { at output when above(5) then flag }\n").Diagnostics);

    [Theory]
    [InlineData("let a = b + 1\nlet b = k + k\nlet k = a + b")]
    [InlineData("let a = a")]
    [InlineData("let a(x) = a(x) + a(x)")]
    public void A_circle_of_lets_is_one_mistake(string lets)
    {
        Assert.Equal(["AIRS2024"], Binding.Codes("always flag", declarations: lets));
        if (!lets.Contains('('))
            Assert.Equal(["AIRS2024"], Binding.Codes("when a > 5 then block  when a > 6 then flag", declarations: lets));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chain_of_doubling_lets_ends_in_one_diagnostic(bool reversed)
    {
        var lets = Enumerable
            .Range(0, 60)
            .Select(i => i == 0 ? "let a0 = length(text)" : string.Create(CultureInfo.InvariantCulture, $"let a{i} = a{i - 1} + a{i - 1}"));
        var chain = string.Join('\n', reversed ? lets.Reverse() : lets);
        Assert.Equal(["AIRS2025"], Binding.Codes($"{chain}\nwhen a59 > 5 then block"));
        Assert.Equal(["AIRS2025"], Binding.Codes("when a59 > 5 then block", declarations: chain));
        Assert.Equal(["AIRS2025"], Binding.Codes($"{chain}\nalways flag"));
    }

    [Fact]
    public void Arguments_that_double_are_counted_as_what_they_grow_to() =>
        Assert.Equal(
            ["AIRS2025"],
            Binding.Codes(
                $"when {string.Concat(Enumerable.Repeat("twice(", 60))}5{new string(')', 60)} > 5 then block",
                declarations: "let twice(n) = n + n"));

    [Fact]
    public void A_chain_of_ten_thousand_lets_ends_in_one_diagnostic()
    {
        var lets = string.Join(
            '\n',
            Enumerable
                .Range(0, 10_000)
                .Select(i => i == 0 ? "let a0 = length(text)" : string.Create(CultureInfo.InvariantCulture, $"let a{i} = a{i - 1} + 1")));
        Assert.Equal(["AIRS2025"], Binding.Codes("when a9999 > 5 then block", declarations: lets).Distinct());
    }
}
