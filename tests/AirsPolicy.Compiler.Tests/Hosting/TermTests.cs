using System.Globalization;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>When a bundle activates, and when a waived control is in force again, by the clock of the host.</summary>
public sealed class TermTests
{
    private static readonly byte[] s_built = BundleBuilder.Build(BoundPolicy.Of("""
        policy shop
        use catalogue "airs_sdk"
        system s { owner "ops"  approved by "risk"  effective 2026-03-01  review 2026-12-31  zone "Europe/London" }
        control c { at output  always block }
        control d { owner "ops"  at output  when length(text) > 5 then flag }
        waive c because "trial" approved by "ciso" until 2026-06-15 with d
        waive GR-OUT-03 because "no retrieval" approved by "ciso" until 2026-09-30
        """));

    private static (PolicyHost Host, ActivationResult Result) LoadedAt(string instant)
    {
        var host = new PolicyHost(
            new PolicyHostOptions
            {
                AllowUnsigned = true,
                Clock = new FixedClock(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)),
            }
        );
        return (host, host.Load(s_built));
    }

    [Theory]
    [InlineData("2026-02-28T23:59:59Z", "'s' is effective from 2026-03-01 on; before that day the bundle does not activate.")]
    [InlineData("2026-03-01T00:00:00Z", null)]
    [InlineData("2026-09-30T22:59:59Z", null)]
    [InlineData("2026-09-30T23:00:00Z", "The waiver of GR-OUT-03 ended on 2026-09-30, and nothing in the bundle satisfies it.")]
    public void A_bundle_activates_from_its_first_day_to_the_end_of_what_it_waives_in_its_zone(string instant, string? reason) =>
        Assert.Equal(reason, LoadedAt(instant).Result.Reason);

    [Theory]
    [InlineData("2026-06-15T22:59:59Z", Outcome.Allow)]
    [InlineData("2026-06-15T23:00:00Z", Outcome.Block)]
    public void A_waived_control_is_back_after_the_end_of_its_day(string instant, Outcome outcome) =>
        Assert.Equal(
            outcome,
            LoadedAt(instant).Host.Decide("output", """{"output":{"text":"x","modality":"prose","tokens":1}}"""u8).Outcome);

    [Fact]
    public void The_manifest_says_what_does_not_apply_and_of_which_tier()
    {
        var built = BundleBuilder.Build(BoundPolicy.Of("""
            policy shop
            use catalogue "airs_sdk"
            system s { owner "ops"  tier risk.high }
            scheme risk { ladder low 2, high }
            tier low in risk { requires GR-OUT-03 }
            inapplicable GR-OUT-03 because "no retrieval" approved by "ciso" as "board" until 2026-09-30
            """));
        var manifest = Bundle.Read(built).Manifest;
        Assert.Equal(
            [new BundleInapplicable("GR-OUT-03", "no retrieval", "ciso", "board", new DateOnly(2026, 9, 30), ["risk.high"])],
            manifest.Inapplicable);
        Assert.Empty(manifest.Waivers);
    }

    [Fact]
    public void The_manifest_says_who_answers_and_what_is_waived()
    {
        var manifest = Bundle.Read(s_built).Manifest;
        Assert.Equal(
            [
                new BundleAccount("s", "ops", "risk", new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31)),
                new BundleAccount("shop.d", "ops", null, null, null),
            ],
            manifest.Accounts.OrderBy(account => account.Declaration, StringComparer.Ordinal));
        Assert.Equal(
            [
                new BundleWaiver("GR-OUT-03", true, "no retrieval", "ciso", null, new DateOnly(2026, 9, 30), [], []),
                new BundleWaiver("shop.c", false, "trial", "ciso", null, new DateOnly(2026, 6, 15), ["shop.d"], []),
            ],
            manifest.Waivers);
    }

    [Fact]
    public void The_manifest_says_which_requirements_of_the_tier_are_waived_and_in_which_role()
    {
        var manifest = Bundle.Read(BundleBuilder.Build(BoundPolicy.Of("""
            policy shop
            use catalogue "airs_sdk"
            system s { owner "ops"  tier risk.high }
            scheme risk { ladder low 2, high }
            tier low in risk { requires GR-IN-03, GR-OUT-03 }
            tier high in risk { requires GR-IN-03, GR-IN-04  requires waiver.approver "risk owner" }
            control c { satisfies GR-IN-03  at input  when length(text) > 5 then block }
            control d { satisfies GR-IN-04  at input  when length(text) > 6 then block }
            waive c because "trial" approved by "ciso" as "risk owner" until 2026-06-15 with d
            waive GR-OUT-03 because "no retrieval" approved by "ciso" as "risk owner" until 2026-09-30
            """))).Manifest;
        Assert.Equal(
            [("GR-OUT-03", "risk owner", "risk.high GR-OUT-03"), ("shop.c", "risk owner", "risk.high GR-IN-03")],
            manifest.Waivers.Select(waiver =>
                (waiver.Subject, waiver.Role, string.Join(", ", waiver.Requirements.Select(required => $"{required.Tier} {required.Id}"))))
        );
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
