using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Tests.Decisions;

public sealed class RedactionLabelsTests
{
    [Fact]
    public void Numbers_are_given_out_up_to_the_most_and_hashes_stand_behind_them()
    {
        var labels = new RedactionLabels("key"u8);
        for (var i = 1; i <= RedactionLabels.MostNumbers; i++)
            Assert.Equal($"[card-{i}]", Label(labels, "card", $"{i}"));
        var beyond = Label(labels, "card", "one more");
        Assert.Equal(labels.Substitute(RedactionMethod.Hash, "card", "one more"), beyond);
        Assert.Matches(@"^\[card#[0-9a-f]{16}\]$", beyond);
        Assert.Equal("[card-7]", Label(labels, "card", "7"));
    }

    [Fact]
    public void Each_kind_counts_for_itself()
    {
        var labels = new RedactionLabels("key"u8);
        Assert.Equal(
            ["[card-1]", "[name-1]", "[card-2]", "[name-1]"],
            [Label(labels, "card", "x"), Label(labels, "name", "x"), Label(labels, "card", "y"), Label(labels, "name", "x")]);
    }

    [Fact]
    public void Without_numbers_every_value_is_named_by_its_hash() =>
        Assert.Equal(
            Label(RedactionLabels.WithoutNumbers("key"u8), "card", "x"),
            new RedactionLabels("key"u8).Substitute(RedactionMethod.Hash, "card", "x"));

    [Fact]
    public void A_mask_has_one_asterisk_a_character_and_a_drop_leaves_nothing()
    {
        var labels = new RedactionLabels("key"u8);
        Assert.Equal("**", labels.Substitute(RedactionMethod.Mask, "card", "a😀"));
        Assert.Equal("", labels.Substitute(RedactionMethod.Drop, "card", "a😀"));
    }

    private static string Label(RedactionLabels labels, string kind, string value) => labels.Substitute(RedactionMethod.Label, kind, value);
}
