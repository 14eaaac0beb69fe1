using AirsPolicy.Collections;
using AirsPolicy.Hosting.Loading;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Hosting.Tests;

public sealed class BundleTermTests
{
    private static readonly DateOnly s_today = new(2030, 6, 15);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    [InlineData(-400, false)]
    public void A_bundle_activates_through_the_last_day_of_the_waiver_of_an_id(int days, bool activates)
    {
        var fault = Record.Exception(() => BundleTerm.Check(With([Waiver("GR-OUT-03", isId: true, days)], []), s_today));
        Assert.Equal(activates, fault is null);
        if (!activates)
        {
            var message = Assert.IsType<InvalidDataException>(fault).Message;
            Assert.Contains($"GR-OUT-03 ended on {s_today.AddDays(days):yyyy-MM-dd}", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_bundle_activates_through_the_last_day_of_what_does_not_apply(int days, bool activates)
    {
        var manifest = With([], [], [new BundleInapplicable("GR-OUT-03", "no retrieval", "ciso", null, s_today.AddDays(days), [])]);
        Assert.Equal(
            activates ? null : "GR-OUT-03 was said not to apply until 2030-06-14, and nothing in the bundle satisfies it.",
            Record.Exception(() => BundleTerm.Check(manifest, s_today))?.Message);
    }

    [Fact]
    public void The_end_of_the_waiver_of_a_control_keeps_no_bundle_from_activating() =>
        BundleTerm.Check(With([Waiver("shop.c", isId: false, -1)], []), s_today);

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void A_bundle_activates_from_its_first_day(int days, bool activates)
    {
        var manifest = With(
            [],
            [new BundleAccount("s", null, null, null, null), new BundleAccount("t", null, null, s_today.AddDays(days), null)]);
        Assert.Equal(activates, Record.Exception(() => BundleTerm.Check(manifest, s_today)) is null);
    }

    private static BundleWaiver Waiver(string subject, bool isId, int days) =>
        new(subject, isId, "trial", "ciso", null, s_today.AddDays(days), [], []);

    private static BundleManifest With(
        ValueList<BundleWaiver> waivers,
        ValueList<BundleAccount> accounts,
        ValueList<BundleInapplicable> inapplicable = default) =>
        new(BundleFormat.Version, "shop", null, "1", "1", "1", "1", "UTC", [], [], [], accounts, waivers, inapplicable, [], null, []);
}
