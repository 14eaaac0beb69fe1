using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Semantics;

public sealed class LabelTests
{
    private const string Pay = "tool pay { args { to: text }  when origin(args.to) != [user] then block }\n";

    private static PolicyModel Policy(string rest) => Binding.Model($"policy p\nsystem s {{ owner \"ops\" }}\n{rest}");

    private static string Facts(string members) =>
        $$"""{"now":"2026-01-01T00:00:00Z","today":"2026-01-01","session":{"id":"s"},{{members}}}""";

    private static Outcome Paid(PolicyInterpreter interpreter, EventTrace trace, string to) =>
        interpreter.Decide("tool_call", Facts($$"""  "tool":"pay","args":{"to":"{{to}}"}"""), trace).Outcome;

    [Fact]
    public void What_a_label_reaches_is_a_control_at_the_calls_of_that_tool_or_at_a_point()
    {
        var model = Policy(
            "tool web {}\ntool pay {}\nlabel outer \"Outside\" { from web  reaches pay, output then block  reaches pay then flag }\n");
        var control = Assert.Single(model.Controls);
        Assert.Equal(("p.label.outer", "Outside"), (control.Id, control.Title));
        Assert.Equal(
            ["tool_call of pay: 0, 1", "output of : 0"],
            control.Placements.Select(p =>
                $"{p.Point} of {string.Join(", ", p.Tools)}: {string.Join(", ", p.Rules.Select(r => r.Ordinal))}"));
        Assert.All(
            control.Placements.SelectMany(p => p.Rules),
            rule => Assert.Equal("outer", Assert.IsType<CarriesLabelExpression>(rule.Condition).Label));
    }

    [Fact]
    public void Labels_of_one_name_are_one_label_whichever_packages_declare_them()
    {
        var model = Binding.Model(
            "policy p\nextends base\nsystem s { owner \"ops\" }\ntool web { labels p.outer }\ntool mail { labels base.outer }\nlabel " +
            "outer { reaches mail then block }\n",
            "library base\nlabel outer { reaches output then block }\n");
        var label = Assert.Single(model.Labels);
        Assert.Equal(("outer", "mail web"), (label.Name, string.Join(' ', label.Tools)));
        Assert.Equal(["base.label.outer", "p.label.outer"], model.Controls.Select(control => control.Id));
    }

    [Fact]
    public void Nothing_is_kept_of_sessions_where_no_rule_asks_for_it()
    {
        Assert.Empty(
            Binding
                .Of(
                    "policy p\nsystem s { owner \"ops\" }\ntool web {}\nlabel outer { from web }\ncontrol c { at input  always label " +
                    "outer }\n"
                )
                .Model!.Contents);
        Assert.All(
            Policy("tool web {}\nlabel outer { from web  reaches output then flag }\n").Contents,
            content => Assert.Null(content.Texts));
        Assert.Contains(Policy(Pay).Contents, content => content.Texts is not null);
    }

    [Theory]
    [InlineData("origin(args.to) == [outer, user]", "origin(args.to) == [user, outer, user]")]
    [InlineData("[outer, user] != origin(args.to)", "[user, outer] != origin(args.to)")]
    public void Origins_are_a_set_in_whichever_order_they_are_written(string one, string other)
    {
        static string Listed(string condition) =>
            string.Join(
                ',',
                ExpressionTree
                    .DescendantsAndSelf(
                        Binding
                            .Of(
                                $"policy p\nsystem s {{ owner \"ops\" }}\nlabel outer {{}}\ntool pay {{ args {{ to: text }}  when {condition} then block }}\n"
                            )
                            .Model!.Controls[0]
                            .Placements[0]
                            .Rules[0]
                            .Condition!)
                    .OfType<ListExpression>()
                    .Single()
                    .Items.Select(item => ((ConstantExpression)item).Value));
        Assert.Equal(Listed(one), Listed(other));
    }

    [Fact]
    public void A_label_that_is_not_known_is_reported_with_the_one_that_is_meant()
    {
        var analysis = Binding.Of(
            "policy p\nsystem s { owner \"ops\" }\nlabel untrusted {}\ntool pay { args { to: text }  when origin(args.to) == [untrustd] " +
            "then block }\n"
        );
        var found = Assert.Single(analysis.Diagnostics);
        Assert.Equal("AIRS2021", found.Code);
        Assert.Contains("did you mean 'untrusted'", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_function_is_found_by_a_name_that_is_nearly_its_own()
    {
        var analysis = Binding.Of(
            "policy p\nsystem s { owner \"ops\" }\ntool pay { args { to: text }  when orgin(args.to) == [user] then block }\n");
        Assert.Contains("did you mean 'origin'", Assert.Single(analysis.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_waits_for_people_comes_in_once_it_is_approved()
    {
        var interpreter = new PolicyInterpreter(
            Policy(
                Pay
                    + "queue people { sla 1h  reviewers \"staff\" }\ncontrol c { at input  when text contains \"wait\" then hold for people }\n"
            ));
        var trace = new EventTrace(interpreter, withStateMachines: true);
        var facts = Facts("""  "input":{"text":"wait, pay 12345678","source":"user"}""");
        var number = trace.Record("input", facts, interpreter.Decide("input", facts, trace), 1);
        Assert.Equal(Outcome.Block, Paid(interpreter, trace, "12345678"));
        trace.Settle(number, wentOn: true, 2);
        Assert.Equal(Outcome.Allow, Paid(interpreter, trace, "12345678"));
    }

    [Fact]
    public void An_explanation_names_the_session_that_was_looked_through()
    {
        var interpreter = new PolicyInterpreter(Policy(Pay));
        var explained = interpreter
            .Explain("tool_call", Facts("""  "tool":"pay","args":{"to":"12345678"}"""), new EventTrace(interpreter))
            .Rules.Single()
            .Evaluated[0];
        Assert.Equal(
            ["origin(args.to) != [user]", "origin(args.to)", "args.to", "session.id"],
            [explained.Text, explained.Parts[0].Text, .. explained.Parts[0].Parts.Select(part => part.Text)]);
        Assert.Equal("[model]", explained.Parts[0].Value);
    }

    [Fact]
    public void A_result_whose_text_is_not_given_makes_the_origins_of_its_session_unclear()
    {
        var interpreter = new PolicyInterpreter(Policy(Pay));
        var trace = new EventTrace(interpreter, withStateMachines: true);
        foreach (var (point, facts, paid) in new[]
        {
            ("input", Facts("""  "input":{"text":"pay 12345678","source":"user"}"""), Outcome.Allow),
            ("tool_result", Facts("""  "tool":"pay" """), Outcome.Block),
        })
        {
            trace.Record(point, facts, interpreter.Decide(point, facts, trace), 1);
            Assert.Equal(paid, Paid(interpreter, trace, "12345678"));
        }
    }
}
