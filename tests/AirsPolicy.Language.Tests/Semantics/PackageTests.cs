namespace AirsPolicy.Language.Tests.Semantics;

public class PackageTests
{
    private const string Terms =
        "library terms\ndetector promise { match \"legally binding\" }\ncontrol no_promises { at output  when promise.found(text) then " +
        "block }\n";

    private static string Policy(params string[] lines) => $"policy p\n{string.Join('\n', lines)}\n";

    [Fact]
    public void Use_brings_names_and_extends_puts_controls_in_force_as_well()
    {
        const string own = "control own { at output  when promise.found(text) then flag }";
        Assert.Equal(
            ["p.own"],
            Binding.Model(Policy("use terms", "system s { owner \"o\" }", own), Terms).Controls.Select(control => control.Id));
        Assert.Equal(
            ["p.own", "terms.no_promises"],
            Binding.Model(Policy("extends terms", "system s { owner \"o\" }", own), Terms).Controls.Select(control => control.Id));
    }

    [Fact]
    public void What_a_used_package_uses_is_not_passed_on()
    {
        var analysis = Binding.Of(
            Policy("use middle", "system s { owner \"o\" }", "control own { at output  when promise.found(text) then flag }"),
            "library middle\nuse terms\n",
            Terms);
        Assert.Equal("AIRS2003", Binding.Single(analysis).Code);
    }

    [Fact]
    public void What_an_extended_package_extends_is_in_force() =>
        Assert.Equal(
            ["terms.no_promises"],
            Binding
                .Model(Policy("extends middle", "system s { owner \"o\" }"), "library middle\nextends terms\n", Terms)
                .Controls.Select(control => control.Id));

    [Fact]
    public void A_name_of_two_packages_is_an_error_only_where_it_is_used()
    {
        const string other = "library other\ndetector promise { match \"promise\" }\n";
        Binding.Model(Policy("use terms", "use other", "system s { owner \"o\" }"), Terms, other);
        var rule = "control own { at output  when promise.found(text) then flag }";
        Assert.Equal(
            "'promise' is declared in 'other' and in 'terms'; write which is meant.",
            Binding.Single(Binding.Of(Policy("use terms", "use other", "system s { owner \"o\" }", rule), Terms, other)).Message);
        var model = Binding.Model(
            Policy(
                "use terms",
                "use other",
                "system s { owner \"o\" }",
                rule.Replace("promise", "other.promise", StringComparison.Ordinal)),
            Terms,
            other);
        Assert.Equal(["other.promise"], model.Detectors.Select(detector => detector.Name));
    }

    [Fact]
    public void A_name_of_its_own_comes_before_one_that_is_taken_in()
    {
        var model = Binding.Model(
            Policy(
                "use terms",
                "system s { owner \"o\" }",
                "detector promise { match \"mine\" }",
                "control own { at output  when promise.found(text) then flag }"),
            Terms);
        Assert.Equal(["p.promise"], model.Detectors.Select(detector => detector.Name));
    }

    [Theory]
    [InlineData("use")]
    [InlineData("extends")]
    public void Packages_that_take_one_another_in_are_one_error(string word)
    {
        var analysis = Binding.Of(Policy($"{word} a", "system s { owner \"o\" }"), $"library a\n{word} b\n", $"library b\n{word} a\n");
        var found = Binding.Single(analysis);
        Assert.Equal("AIRS2007", found.Code);
        Assert.Equal("'a' takes itself in: a → b → a.", found.Message);
        Assert.Equal("file2.airs", found.Source.Name);
    }

    [Fact]
    public void A_circle_is_the_same_finding_from_whichever_of_its_packages_one_comes()
    {
        string[] circle = ["library a\nuse b\n", "library b\nextends c\n", "library c\nuse a\n"];
        var found = Enumerable.Range(0, 3).Select(i => Binding.Single(Binding.Of([.. circle.Skip(i), .. circle.Take(i)])));
        Assert.All(
            found,
            each =>
                Assert.Equal(
                    "'a' takes itself in: a \u2192 b \u2192 c \u2192 a. library c",
                    $"{each.Message} {each.Source.Content.Split('\n')[0]}"));
    }
}
