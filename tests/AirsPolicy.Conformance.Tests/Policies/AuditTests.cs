using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Differential;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class AuditTests
{
    private const long Year = 365 * TimeSpan.TicksPerDay;

    private static readonly PolicyModel s_model = BoundPolicy.Of("""
        policy shop
        system s { owner "o" }
        detector account { match /\b\d{8}\b/ weighs 70%  match other }
        detector other { match "purple" }
        control polite { at tool_call, output  when pii.email.found(user.id) then block }
        audit { record full  mask pii.card, account  retain judge 3y  retain content 3y to 7y }
        """);

    private static readonly AuditRules s_rules = new(
        RecordDepth.Full,
        ["pii.card", "shop.account"],
        [new Retention(RecordKind.Content, 3 * Year, 7 * Year), new Retention(RecordKind.Judge, 3 * Year, null)]);

    [Fact]
    public void The_manifest_carries_what_is_recorded() => Assert.Equal(s_rules, Bundle.Read(BundleBuilder.Build(s_model)).Manifest.Audit);

    [Fact]
    public void A_policy_that_says_nothing_has_the_least_recorded()
    {
        var model = BoundPolicy.Of("policy p\nsystem s { owner \"o\" }\ncontrol c { at input  always flag }\n");
        Assert.Null(Bundle.Read(BundleBuilder.Build(model)).Manifest.Audit);
        using var emitted = new EmittedEngine(model);
        Assert.Equal(AuditRules.None, emitted.Policy.Audit);
    }

    [Fact]
    public void The_runtime_says_it_and_masks_by_declared_and_built_in_detectors()
    {
        using var emitted = new EmittedEngine(s_model);
        Assert.Equal(s_rules, emitted.Policy.Audit);
        const string facts =
            """{"user":{"id":"u1","roles":[],"groups":[]},"args":{"note":"pay 12345678 in purple with 4111 1111 1111 1111"},"tool":"pay"}""";
        var record = emitted.Policy.NewRecorder().Record(emitted.Decide("tool_call", facts), Encoding.UTF8.GetBytes(facts));
        Assert.Equal(
            """{"user":{"id":"u1","roles":[],"groups":[]},"args":{"note":"pay ******** in ****** with *******************"},"tool":"pay"}""",
            record.Facts);
        Assert.Equal([new MaskedFact("/args/note", "pii.card", 1), new MaskedFact("/args/note", "shop.account", 2)], record.Masked);
    }

    [Fact]
    public void No_decision_looks_for_what_only_records_hide()
    {
        using var emitted = new EmittedEngine(s_model);
        Assert.DoesNotContain("shop.account", emitted.Policy.Tables.Detectors.Select(detector => detector.Name));
    }
}
