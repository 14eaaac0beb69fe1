namespace AirsPolicy.Language.Tests.Semantics;

public class ClaimTests
{
    [Fact]
    public void A_control_carries_the_ids_it_claims_each_once()
    {
        var control = Binding.Model(Binding.Policy(
            "control c { satisfies GR-IN-01, GR-IN-02  satisfies GR-IN-01  mitigates LLM01  never waived  at output  always flag }")).Controls[0];
        Assert.Equal(["GR-IN-01", "GR-IN-02"], control.Satisfies);
        Assert.Equal(["LLM01"], control.Mitigates);
        Assert.True(control.NeverWaived);
    }

    [Fact]
    public void A_tool_carries_the_ids_it_claims_and_so_do_its_rules()
    {
        var model = Binding.Model(Binding.Policy("tool refund { satisfies EC-1.1  mitigates LLM06  always flag }"));
        Assert.Equal((["EC-1.1"], ["LLM06"]), (model.Tools[0].Satisfies, model.Tools[0].Mitigates));
        Assert.Equal((["EC-1.1"], ["LLM06"]), (model.Controls[0].Satisfies, model.Controls[0].Mitigates));
    }

    [Fact]
    public void A_control_says_once_that_it_is_never_waived() =>
        Assert.Equal(["AIRS3004"], Binding.Codes("never waived  never waived  always flag"));
}
