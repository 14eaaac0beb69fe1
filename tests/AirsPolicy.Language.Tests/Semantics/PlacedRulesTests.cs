using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Points;

namespace AirsPolicy.Language.Tests.Semantics;

/// <summary>A control that stands at several points says at each what it would say there alone.</summary>
[Trait("Length", "long")]
public class PlacedRulesTests
{
    private static readonly string s_declarations = string.Join('\n',
        "let long(bound) = length(text) > bound",
        "let shouting = text == \"HELP\"",
        "fact risk: int",
        "fact tone: text at output, message",
        "fact found: [text] at input, message, output",
        "detector promise { match \"legally binding\" }",
        "queue people { sla 4h  reviewers \"expert\" }");

    public static TheoryData<string> Rules { get; } =
    [
        "when risk > 3 then block",
        "when text == \"a\" and risk > 3 or not text == \"b\" then block",
        "when length(text) > 1.5 and -length(text) < 0 and length(text) + 1 > risk then flag",
        "when text in [\"a\", text] or [text] contains \"b\" or user.roles contains text then flag",
        "when text contains \"a\" or text starts with \"b\" or \"c\" ends with text or text matches /d/ then flag",
        "when (session.transcript ?? text) == text + \"!\" then flag",
        "when by tier { low \"a\", high text } == text then flag",
        "when (by tier { medium text } ?? \"b\") == text then flag",
        "when any r in user.roles: r == text and (all s in user.groups: s != text) then flag",
        "when promise.found(text) or promise.score(text) > 30% or any s in promise.spans(text): s.start > 3 then flag",
        "let short = length(text) < 9  when short or long(50) or shouting then block",
        "let lone = text == \"nobody asks\"  when risk > 3 then block",
        "when has session.transcript and session.transcript == text then flag",
        "when has tone and tone == text then flag",
        "when tone == text then flag",
        "when any f in found: f == text then flag",
        "when output.text == text then flag",
        "when input.text == text then flag",
        "when tool == \"a\" then flag",
        "when args == \"a\" or nonsense > 4 then flag",
        "let tone = risk > 3  when tone then flag",
        "always redact pii.card",
        "when risk > 3 then redact promise except user.roles as mask, cut to 100, append \"!\"",
        "when risk > 3 then drop a in approvals where a.by == text",
        "always hold for people within by pace.judge { primary 1h, contingency 5m }",
        $"when {string.Join(" or ", Enumerable.Repeat("text == \"a\"", 300))} then block",
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_control_says_at_each_of_its_points_what_it_says_there_alone(string rule)
    {
        var points = DecisionPoints.All.Select(point => point.Name).ToList();
        var alone = points.ToDictionary(point => point, point => Bind(rule, [point]));
        var fine = points.Where(point => alone[point].Model is not null).ToList();
        foreach (var order in new[] { fine, fine.AsEnumerable().Reverse() }.Where(order => order.Any()))
        {
            foreach (var placement in Control(Bind(rule, order)).Placements)
            {
                var expected = Control(alone[placement.Point]).Placements[0].Rules;
                Assert.True(expected == placement.Rules, $"{placement.Point}\n{expected}\n{placement.Rules}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_control_is_wrong_where_it_is_wrong_at_one_of_its_points(string rule)
    {
        var points = DecisionPoints.All.Select(point => point.Name).ToList();
        var alone = points.SelectMany(point => Found(Bind(rule, [point]))).Distinct().Order();
        Assert.Equal(alone, Found(Bind(rule, points)).Order());
        Assert.Equal(alone, Found(Bind(rule, points.AsEnumerable().Reverse())).Order());
    }

    [Fact]
    public void What_reads_no_text_is_one_and_the_same_at_all_points()
    {
        var placements = Control(
            Bind("when risk > 3 and text == \"a\" then block  when risk > 4 then block", ["input", "output"])
        ).Placements;
        Assert.Same(placements[0].Rules[1], placements[1].Rules[1]);
        Assert.Same(Left(placements[0].Rules[0]), Left(placements[1].Rules[0]));
        Assert.NotEqual(placements[0].Rules[0], placements[1].Rules[0]);
    }

    private static Expression Left(RuleModel rule) => Assert.IsType<LogicalExpression>(rule.Condition).Left;

    // The points stand behind the rules, so that the places of the rules do not hang on them.
    private static PolicyAnalysis Bind(string rule, IEnumerable<string> points) =>
        Binding.Of(Binding.Policy(s_declarations, $"control c {{ {rule}  at {string.Join(", ", points)} }}"));

    private static ControlModel Control(PolicyAnalysis analysis)
    {
        Assert.NotNull(analysis.Model);
        return analysis.Model.Controls.Single();
    }

    // What analyses find in a rule they are asked only once it binds everywhere.
    private static IEnumerable<(string Code, int Start, int End)> Found(PolicyAnalysis analysis) =>
        analysis.Diagnostics.Where(found => found.Code[4] != '7').Select(found => (found.Code, found.Span.Start, found.Span.End));
}
