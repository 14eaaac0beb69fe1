using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Tests.Semantics;

public class ClassifierTests
{
    [Fact]
    public void A_classifier_is_a_host_binding_and_gives_a_fact_with_its_time_and_posture()
    {
        var model = Model(
            "detector toxic { match classifier \"toxicity\"  found at 80%  timeout 200ms  on error block }",
            "when toxic.found(text) then flag");
        Assert.Equal([new HostBinding("classifier", "toxicity")], model.Hosts);
        Assert.Equal(
            [new ProviderModel("classifier:toxicity", "toxicity", 200 * TimeSpan.TicksPerMillisecond, [new BlockEffect(null)])],
            model.Providers);
        Assert.Equal(ShareShape.Instance, model.Layouts.Single(layout => layout.Point == "input").Facts.Find("classifier:toxicity")?.Shape);
        Assert.Null(model.Layouts.Single(layout => layout.Point == "plan").Facts.Find("classifier:toxicity"));
    }

    [Fact]
    public void Of_two_detectors_that_ask_one_classifier_the_shorter_time_holds_and_what_they_say_of_its_absence_joins()
    {
        var model = Model(
            "detector a { match classifier \"x\"  found at 80%  timeout 200ms  on error flag }\ndetector b { match classifier \"x\"  " +
            "found at 80%  timeout 1s  on error block }\ndetector e { match classifier \"x\"  found at 1% }",
            "when a.found(text) or b.found(text) or e.found(text) then flag");
        var provider = Assert.Single(model.Providers);
        Assert.Equal(200 * TimeSpan.TicksPerMillisecond, provider.Within);
        Assert.Equal([Outcome.Flag, Outcome.Block], provider.OnError.Select(effect => effect.Outcome).Order());
    }

    [Fact]
    public void A_question_reads_what_the_classifiers_of_a_detector_say_those_it_takes_in_from_others_included()
    {
        var model = Model(
            "detector toxic { match classifier \"toxicity\"  found at 80% }\ndetector rude { match toxic, classifier \"irony\", " +
            "\"fool\"  found at 50% }",
            "when rude.found(text) then flag");
        var asked = Assert.IsType<DetectorExpression>(model.Controls.Single().Placements[0].Rules[0].Condition);
        Assert.Equal(
            ["classifier:irony", "classifier:toxicity"],
            asked.Classified.Select(said => Assert.Single(Assert.IsType<PathExpression>(said).Path)));
    }

    [Fact]
    public void A_classifier_that_no_rule_asks_is_nobodys_to_bind()
    {
        var model = Model("detector toxic { match classifier \"toxicity\"  found at 80%  timeout 200ms }", "always flag");
        Assert.Empty(model.Hosts);
        Assert.Empty(model.Providers);
    }

    [Theory]
    [InlineData("match classifier \"x\"  found at 80%  timeout 0ms", "AIRS3015")]
    [InlineData("match classifier \"x\"  found at 80%  timeout 5%", "AIRS2013")]
    [InlineData("match classifier \"x\"  found at 80%  on error append \"x\"", "AIRS3008")]
    [InlineData("match classifier \"x\"  found at 80%  timeout 5ms  timeout 5ms", "AIRS3004")]
    [InlineData("match classifier \"\"  found at 80%", "AIRS2013")]
    [InlineData("match classifier \"x\"", "AIRS3033")]
    [InlineData("match \"x\"  timeout 5ms", "AIRS3034")]
    public void What_is_wrong_with_a_detector_is_one_finding(string members, string code) =>
        Assert.Equal([code], Binding.Codes("always flag", declarations: $"detector d {{ {members} }}"));

    [Fact]
    public void Every_point_that_has_a_text_can_ask() =>
        Assert.Empty(
            Binding
                .Of(
                    Binding.Policy(
                        "detector toxic { match classifier \"toxicity\"  found at 80% }",
                        "control c { at input, ingest, prompt, output, message, remember, recall  when toxic.score(text) >= 90% then flag }"
                    ))
                .Diagnostics);

    private static PolicyModel Model(string detectors, string rule) =>
        Binding.Model(Binding.Policy(detectors, $"control c {{ at input {rule} }}"));
}
