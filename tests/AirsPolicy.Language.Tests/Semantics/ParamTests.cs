using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Tests.Semantics;

public class ParamTests
{
    private const string Base =
        "library base\nparam longest: int = 1_000, lower is stricter\nparam least: int = 10, higher is stricter\nparam plain: int = 7\n"
        + "control long { at output  when length(text) > longest then block }\n";

    private static string Policy(params string[] lines) => $"policy p\n{string.Join('\n', lines)}\n";

    private static long LimitOf(params string[] sources) => LimitOf("base.long", sources);

    private static long LimitOf(string control, string[] sources)
    {
        var rule = Binding.Model(sources).Controls.Single(found => found.Id == control).Placements[0].Rules[0];
        return Assert.IsType<long>(Assert.Single(Model.ExpressionTree.All(rule).OfType<ConstantExpression>()).Value);
    }

    [Fact]
    public void Without_a_setting_the_declared_value_counts() =>
        Assert.Equal(1_000, LimitOf(Policy("extends base", "system s { owner \"o\" }"), Base));

    [Fact]
    public void An_extending_policy_sets_in_the_stricter_direction() =>
        Assert.Equal(500, LimitOf(Policy("extends base", "system s { owner \"o\" }", "set longest = 500"), Base));

    [Theory]
    [InlineData("set longest = 1_001", "'longest' may only be set lower than 1_000.")]
    [InlineData("set base.least = 9", "'least' may only be set higher than 10.")]
    [InlineData("set plain = 8", "'plain' does not say which direction is stricter, so only its own package may change it.")]
    [InlineData("set plain = 7", "'plain' does not say which direction is stricter, so only its own package may change it.")]
    public void The_looser_direction_and_none_are_refused(string setting, string message)
    {
        var analysis = Binding.Of(Policy("extends base", "system s { owner \"o\" }", setting), Base);
        Assert.Equal(message, Binding.Single(analysis).Message);
        Assert.Null(analysis.Model);
    }

    [Theory]
    [InlineData("extends left\nextends right")]
    [InlineData("extends right\nextends left")]
    public void Of_two_settings_in_a_diamond_the_stricter_counts(string extends)
    {
        const string left = "library left\nextends base\nset longest = 800\n";
        const string right = "library right\nextends base\nset longest = 300\n";
        Assert.Equal(300, LimitOf(Policy(extends, "system s { owner \"o\" }"), left, right, Base));
        // Nobody in between may be overruled, though what is declared allows it.
        Assert.Equal(300, LimitOf(Policy(extends, "system s { owner \"o\" }", "set longest = 900"), left, right, Base));
        Assert.Equal(200, LimitOf(Policy(extends, "system s { owner \"o\" }", "set longest = 200"), left, right, Base));
    }

    [Fact]
    public void A_diamond_puts_a_control_in_force_once()
    {
        var model = Binding.Model(
            Policy("extends left", "extends right", "system s { owner \"o\" }"),
            "library left\nextends base\n",
            "library right\nextends base\n",
            Base);
        Assert.Equal(["base.long"], model.Controls.Select(control => control.Id));
    }

    [Fact]
    public void A_package_that_is_only_used_keeps_its_own_settings()
    {
        const string used =
            "library used\nuse base\nparam own: int = 5\nset own = 6\nset base.longest = 400\nlet long = length(text) > longest\nlet " +
            "short = length(text) < own\n";
        Assert.Equal(
            400,
            LimitOf(
                "p.c",
                [Policy("use used", "system s { owner \"o\" }", "control c { at output  when used.long then block }"), used, Base]));
        Assert.Equal(
            6,
            LimitOf(
                "p.c",
                [Policy("use used", "system s { owner \"o\" }", "control c { at output  when used.short then block }"), used, Base]));
    }

    [Fact]
    public void A_parameter_is_set_once_in_a_package() =>
        Assert.Equal(
            "AIRS3004",
            Binding
                .Single(Binding.Of(Policy("extends base", "system s { owner \"o\" }", "set longest = 500", "set longest = 400"), Base))
                .Code);
}
