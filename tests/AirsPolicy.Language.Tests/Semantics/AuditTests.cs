using AirsPolicy.Language.Semantics.Audits;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Audits;

namespace AirsPolicy.Language.Tests.Semantics;

public class AuditTests
{
    private const long Day = TimeSpan.TicksPerDay;

    private static readonly string[] s_clauses =
    [
        "record metadata",
        "record full",
        "record context",
        "also output.text",
        "also sources, session.transcript",
        "mask pii.any",
        "mask secret.any, word",
        "retain content 90d",
        "retain content 1y to 7y",
        "retain content 2y to 3y",
        "retain judge 30d",
        "retain review 1d to 9y",
    ];

    [Fact]
    public void What_several_packages_say_joins()
    {
        var model = Binding.Model(
            "policy p\nextends a\nextends b\nuse unused\nsystem s { owner \"o\" }\naudit { retain content 1y }\n",
            "library a\naudit { record context  mask pii.card  retain content 2y to 9y }\n",
            "library b\ndetector word { match \"x\" }\naudit { record full  mask word, pii.card  retain content 1d to 3y  retain judge " +
            "1d }\n",
            "library unused\naudit { record reasoning }\n");
        Assert.Equal(
            new AuditRules(
                RecordDepth.Context,
                ["b.word", "pii.card"],
                [new Retention(RecordKind.Content, 730 * Day, 1095 * Day), new Retention(RecordKind.Judge, Day, null)]),
            model.Audit!.Rules);
        Assert.Equal(["b.word", "pii.card"], model.Audit.Detectors.Select(detector => detector.Name));
    }

    [Fact]
    public void Single_fields_are_recorded_by_their_names_on_the_wire()
    {
        var model = Binding.Model(
            "policy p\nextends a\nsystem s { owner \"o\" }\nfact order: { id: text } at tool_call\n"
            + "tool t { class read_only  args { amount: int } }\ncontrol c { at input  when length(text) > 9 then block }\n"
            + "audit { also order.id, args.amount, result.text, output.text  also output.text }\n",
            "library a\naudit { record metadata  also session.event, input }\n");
        Assert.Equal(
            ["/args/amount", "/input", "/order/id", "/output/text", "/result_text", "/session_event"],
            model.Audit!.Rules.Also);
    }

    [Fact]
    public void An_end_before_the_time_that_another_package_asks_for_is_an_error()
    {
        var found = Binding.Single(
            Binding.Of(
                "policy p\nextends a\nsystem s { owner \"o\" }\naudit { retain content 1y to 2y }\n",
                "library a\naudit { retain content 3y }\n"));
        Assert.Equal(
            ("AIRS6042", "Records of 'content' are deleted after 2y, and 'a' asks to keep them for at least 3y; let them stay as long."),
            (found.Code, found.Message));
    }

    [Fact]
    public void A_detector_that_asks_a_classifier_masks_nothing()
    {
        var found = Binding.Single(
            Binding.Of(Binding.Policy("detector toxic { match classifier \"t\"  found at 50% }", "audit { mask toxic }")));
        Assert.Equal("AIRS3033", found.Code);
    }

    [Fact]
    public void The_order_of_audits_says_nothing_and_one_more_never_takes_anything_back()
    {
        var random = new Random(20_260_615);
        for (var round = 0; round < 200; round++)
        {
            var drawn = Enumerable
                .Range(0, random.Next(1, 6))
                .Select(_ => $"audit {{ {s_clauses[random.Next(s_clauses.Length)]} }}")
                .ToArray();
            var (all, turned, fewer) = (Rules(drawn), Rules([.. drawn.Reverse()]), Rules(drawn[1..]));
            Assert.Equal(all, turned);
            if (fewer is null)
                continue;
            Assert.True(fewer.Record <= all!.Record);
            Assert.Subset(all.Masks.ToHashSet(), fewer.Masks.ToHashSet());
            foreach (var kept in fewer.Retentions)
            {
                var more = all.Retentions.Single(retention => retention.Kind == kept.Kind);
                Assert.True(kept.Least <= more.Least && (kept.Most is null || more.Most <= kept.Most));
            }
        }
    }

    [Fact]
    public void A_setting_lengthens_what_is_kept_and_never_shortens_it()
    {
        const string library = "library a\nparam years: duration = 1y, higher is stricter\naudit { retain content years }\n";
        Assert.Equal(
            1095 * Day,
            Binding.Model("policy p\nextends a\nset years = 3y\nsystem s { owner \"o\" }\n", library).Audit!.Rules.Retentions[0].Least);
        Assert.NotEmpty(Binding.Of("policy p\nextends a\nset years = 30d\nsystem s { owner \"o\" }\n", library).Diagnostics);
        Assert.NotEmpty(Binding.Of(library.Replace("higher", "lower", StringComparison.Ordinal)).Diagnostics);
    }

    [Fact]
    public void Every_fact_of_the_language_has_a_depth_by_name()
    {
        var facts = CommonFacts.All.Concat(DecisionPoints.All.SelectMany(point => point.Facts)).Select(fact => fact.Name)
            .Concat(["tool", "args", "result", "guardrail", "judge", "queue", "breaker"]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(facts.Order(StringComparer.Ordinal), RecordedDepths.Known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_depth_and_kind_has_a_word()
    {
        Assert.Equal(["metadata", "full", "context", "reasoning"], AuditWords.Depths.Names);
        Assert.Equal(Enum.GetValues<RecordKind>().Length, AuditWords.Kinds.Distinct().Count());
    }

    private static AuditRules? Rules(string[] audits) =>
        Binding.Model(Binding.Policy(["detector word { match \"x\" }", .. audits])).Audit?.Rules;
}
