using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Tests.Semantics;

public class TableTests
{
    [Fact]
    public void A_rising_key_takes_the_value_of_the_nearest_lower_name()
    {
        var table = ExpressionTree
            .All(Binding.Rule("when length(text) > by pace.judge { primary 5, contingency 3 } then block"))
            .OfType<TableExpression>()
            .Single();
        Assert.Equal([5L, 5L, 3L, 3L], table.Values.Select(value => ((ConstantExpression)value!).Value));
    }

    [Fact]
    public void A_name_below_the_lowest_leaves_a_gap_that_needs_a_default()
    {
        Assert.Equal(["AIRS2041"], Binding.Codes("when length(text) > by document.class { internal 5 } then block", "ingest"));
        Assert.Empty(Binding.Codes("when length(text) > (by document.class { internal 5 } ?? 9) then block", "ingest"));
    }

    [Fact]
    public void A_plain_enum_leaves_out_what_is_not_listed() =>
        Assert.Equal(["AIRS2041"], Binding.Codes("when length(text) > by output.modality { prose 5 } then block"));

    [Fact]
    public void A_key_that_is_known_when_compiled_leaves_no_table()
    {
        const string system = "policy p\nsystem s { tier airs.high }\n";
        var model = Binding.Model(system + "control c { at output  when length(text) > by tier { medium 5, high 6 } then block }");
        Assert.Equal(
            [6L],
            ExpressionTree.All(model.Controls[0].Placements[0].Rules[0]).OfType<ConstantExpression>().Select(constant => constant.Value));
        Assert.Equal(
            ["AIRS2041"],
            Binding
                .Of(system + "control c { at output  when length(text) > by tier { critical 5 } then block }")
                .Diagnostics.Select(found => found.Code));
    }

    [Fact]
    public void The_values_of_a_table_take_one_type() =>
        Assert.Equal(["AIRS2013"], Binding.Codes("when length(text) > by pace.judge { primary 5, alternate \"x\" } then block"));

    [Fact]
    public void A_table_can_look_up_enums_and_times()
    {
        Assert.Empty(Binding.Codes("when pace.human > by pace.judge { primary alternate, contingency primary } then block"));
        Assert.Empty(
            Binding.Codes(
                "always hold for q within by pace.judge { primary 5m, alternate 1m }",
                declarations: "queue q { reviewers \"staff\" }"));
    }
}
