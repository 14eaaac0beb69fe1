using System.Globalization;
using AirsPolicy.Language.Analysis.Waivers;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Language.Tests.Semantics;

public class WaiverTests
{
    private static string Day(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PolicyModel Waived(int until, string mode = "") =>
        Binding.Model(
            $"policy p\nsystem s {{ owner \"ops\" }}\ncontrol c {{ at output  {mode}  always block }}\nwaive c because \"trial\" approved by \"ciso\" until {Day(until)}\n"
        );

    private static Outcome On(PolicyModel model, int day) =>
        new PolicyInterpreter(model).Decide("output", $$"""{"today":"{{Day(day)}}"}""").Outcome;

    [Fact]
    public void A_waived_control_is_back_on_the_day_after_its_waiver_ends()
    {
        var days =
            from until in Gen.Choose(730_000, 750_000)
            from before in Gen.Choose(0, 400)
            from after in Gen.Choose(1, 400)
            select (until, before, after);
        Prop.ForAll(
                Arb.From(days),
                drawn =>
                {
                    var model = Waived(drawn.until);
                    Assert.Equal(Outcome.Allow, On(model, drawn.until - drawn.before));
                    Assert.Equal(Outcome.Block, On(model, drawn.until + 1));
                    Assert.Equal(Outcome.Block, On(model, drawn.until + drawn.after));
                }
            )
            .Check(Laws.Config.WithMaxTest(40));
    }

    [Fact]
    public void While_it_lasts_a_decision_says_what_the_waived_control_would_have_done()
    {
        var decision = new PolicyInterpreter(Waived(740_000)).Decide("output", $$"""{"today":"{{Day(740_000)}}"}""");
        Assert.Equal("p.c", Assert.Single(decision.Detected).Origin.Control);
    }

    [Theory]
    [InlineData("mode detect", null)]
    [InlineData("mode detect until 2027-01-01", "2027-06-01")]
    [InlineData("mode detect until 2028-01-01", "2028-01-01")]
    public void Of_a_waiver_and_detect_mode_the_later_end_counts(string mode, string? end)
    {
        var detect = Waived(new DateOnly(2027, 6, 1).DayNumber, mode).Controls[0].Detect!;
        Assert.Equal(end is null ? null : DateOnly.Parse(end, CultureInfo.InvariantCulture).DayNumber, detect.Until);
    }

    [Fact]
    public void A_limit_that_stands_by_itself_is_waived_by_its_name_and_may_compensate()
    {
        var model = Binding.Model(
            "policy p\nsystem s { owner \"ops\" }\nlimit questions 60 per user within 1m at input\nlimit answers 60 per user within 1m at output\n"
            + "waive questions because \"trial\" approved by \"ciso\" until 2027-01-01 with answers\n");
        var waiver = Assert.Single(model.Governance.Waivers);
        Assert.Equal(
            (WaiverKind.Control, "p.limit.questions", "p.limit.answers"),
            (waiver.Kind, waiver.Subject, Assert.Single(waiver.With).Control));
        Assert.Equal(
            [("p.limit.answers", null), ("p.limit.questions", new DetectMode(new DateOnly(2027, 1, 1).DayNumber))],
            model.Controls.Select(control => (control.Id, control.Detect)));
    }

    [Fact]
    public void A_control_of_a_library_in_force_is_waived_by_the_policy_that_extends_it()
    {
        var model = Binding.Model(
            "policy p\nextends base\nsystem s { owner \"ops\" }\nwaive c because \"trial\" approved by \"ciso\" until 2027-01-01 with " +
            "d\ncontrol d { at output  always flag }\n",
            "library base\ncontrol c { at output  always block }\n");
        var waiver = Assert.Single(model.Governance.Waivers);
        Assert.Equal((WaiverKind.Control, "base.c", "trial", "ciso"), (waiver.Kind, waiver.Subject, waiver.Because, waiver.ApprovedBy));
        Assert.Equal("p.d", Assert.Single(waiver.With).Control);
    }

    [Fact]
    public void Owners_approvals_and_days_are_carried()
    {
        var accounts = Binding
            .Model(
                "policy p\nsystem s { owner \"ops\"  approved by \"risk\"  effective 2026-01-01  review 2026-12-31 }\ncontrol c { at " +
                "output  always flag }\ncontrol d { owner \"x\"  at output  always flag }\n"
            )
            .Governance.Accounts;
        Assert.Equal(["p.d", "s"], accounts.Select(account => account.Declaration));
        Assert.Equal(
            ("ops", "risk", new DateOnly(2026, 1, 1).DayNumber, new DateOnly(2026, 12, 31).DayNumber),
            (accounts[1].Owner, accounts[1].ApprovedBy, accounts[1].Effective, accounts[1].Review));
    }

    // A control that a tier requires, once in detect mode and once waived, each for so many days or for good.
    [Fact]
    public void A_requirement_is_covered_by_a_waiver_only_where_its_control_is_back_the_day_after()
    {
        var today = new DateOnly(2026, 6, 15).DayNumber;
        var cases =
            from detect in Gen.Choose(-3, 40)
            from waiver in Gen.Choose(-3, 40)
            from forGood in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (detect, waiver, forGood);
        Prop.ForAll(
                Arb.From(cases),
                drawn =>
                {
                    var mode = drawn.forGood ? "mode detect" : $"mode detect until {Day(today + drawn.detect)}";
                    var analysis = Binding.Of(
                        DateOnly.FromDayNumber(today),
                        $$"""
                        policy p
                        use catalogue "airs_sdk"
                        system s { owner "ops"  tier risk.high }
                        scheme risk { ladder low 2, high }
                        tier high in risk { requires GR-IN-03 }
                        control c { satisfies GR-IN-03  {{mode}}  at input  when length(text) > 5 then block }
                        waive c because "trial" approved by "ciso" until {{Day(today + drawn.waiver)}}
                        """
                    );
                    var codes = analysis.Diagnostics.Select(found => found.Code).Order(StringComparer.Ordinal).ToList();
                    var inForce = !drawn.forGood && drawn.detect < 0 && drawn.waiver < 0;
                    var covered = !drawn.forGood && drawn.detect <= drawn.waiver;
                    Assert.Equal(!inForce && !covered, codes.Contains("AIRS6017"));
                    Assert.Equal(drawn.waiver < 0, codes.Contains("AIRS6024"));
                    Assert.Equal(drawn.waiver is >= 0 and <= 30, codes.Contains("AIRS6025"));
                    if (analysis.Model is { } model)
                        Assert.Equal(covered ? 1 : 0, WaivedRequirement.Of(model, DateOnly.FromDayNumber(today)).Count);
                }
            )
            .Check(Laws.Config.WithMaxTest(150));
    }

    [Theory]
    [InlineData(-1, "AIRS6024")]
    [InlineData(0, "AIRS6025")]
    [InlineData(30, "AIRS6025")]
    [InlineData(31, null)]
    [InlineData(366, null)]
    [InlineData(367, "AIRS6032")]
    public void A_waiver_is_judged_by_the_days_that_it_still_lasts(int days, string? code)
    {
        var today = new DateOnly(2026, 6, 15);
        var codes = Binding
            .Of(
                today,
                $"policy p\nsystem s {{ owner \"ops\" }}\ncontrol c {{ at output  always block }}\nwaive c because \"trial\" approved by \"ciso\" until {Day(today.DayNumber + days)}\n"
            )
            .Diagnostics;
        Assert.Equal(code is null ? [] : [code], codes.Select(found => found.Code));
    }

    [Theory]
    [InlineData(90, 90, false)]
    [InlineData(90, 91, true)]
    [InlineData(3650, 3650, false)]
    [InlineData(3650, 3651, true)]
    public void The_term_that_a_tier_says_counts_alone(int term, int days, bool isTooLong)
    {
        var today = new DateOnly(2026, 6, 15);
        var found = Binding
            .Of(
                today,
                $"policy p\nsystem s {{ owner \"ops\"  tier risk.high }}\nscheme risk {{ ladder low 2, high }}\ntier low in risk {{ requires waiver.term at most {term}d }}\ntier high in risk {{}}\ncontrol c {{ at output  always block }}\nwaive c because \"trial\" approved by \"ciso\" until {Day(today.DayNumber + days)}\n"
            )
            .Diagnostics;
        Assert.Equal(isTooLong ? ["AIRS6018"] : [], found.Select(one => one.Code));
    }

    [Theory]
    [InlineData("ops")]
    [InlineData("OPS")]
    [InlineData(" ops ")]
    public void An_owner_approves_no_waiver_however_the_name_is_written(string approver) =>
        Assert.Equal(
            ["AIRS6022"],
            Binding
                .Of(
                    $"policy p\nsystem s {{ owner \"ops\" }}\ncontrol c {{ at output  always block }}\nwaive c because \"trial\" approved by \"{approver}\" until 2027-01-01\n"
                )
                .Diagnostics.Select(found => found.Code));
}
