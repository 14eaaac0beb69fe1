using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class ManifestTests
{
    private static readonly BundleManifest s_manifest = Bundle.Read(BundleBuilder.Build(BoundPolicy.Of("""
        policy shop
        use catalogue "airs_sdk"
        use catalogue "airs_maso"
        use catalogue "owasp_llm_2025"
        system s { owner "o" }
        fact orders: [text] from "orders"
        fact trust: int from "sessions" within 20ms on error block
        tool look_up { satisfies EC-1.1 }
        tool pay { mitigates LLM06  always flag }
        control a { never waived  at output  always flag }
        control b { satisfies GR-IN-01, GR-IN-02  mitigates LLM01  at input  always block }
        control c { at output  always flag }
        """))).Manifest;

    [Fact]
    public void It_lists_the_facts_that_providers_give_with_the_time_they_have() =>
        Assert.Equal(
            [new BundleProvider("orders", "orders", null), new BundleProvider("trust", "sessions", 20 * TimeSpan.TicksPerMillisecond)],
            s_manifest.Providers);

    [Fact]
    public void It_lists_what_controls_and_tools_claim() => Assert.Equal(
        [
            new BundleClaim("shop.a", [], [], true),
            new BundleClaim("shop.b", ["GR-IN-01", "GR-IN-02"], ["LLM01"], false),
            new BundleClaim("shop.tool.look_up", ["EC-1.1"], [], false),
            new BundleClaim("shop.tool.pay", [], ["LLM06"], false),
        ],
        s_manifest.Claims);

    [Theory]
    [InlineData("airs.low", "")]
    [InlineData("airs.high", "base.strict GR-IN-01 LLM01")]
    public void A_control_of_a_library_that_can_never_match_here_claims_nothing(string tier, string claims)
    {
        const string Library = """
            library base
            use catalogue "airs_sdk"
            use catalogue "owasp_llm_2025"
            scheme airs { ladder low 2, high }
            control strict { satisfies GR-IN-01  mitigates LLM01  at input  when tier >= high and length(text) > 5 then block }
            """;
        var manifest = Bundle
            .Read(BundleBuilder.Build(BoundPolicy.Of($"policy p\nextends base\nsystem s {{ owner \"o\"  tier {tier} }}\n", Library)))
            .Manifest;
        Assert.Equal(
            claims,
            string.Join('\n', manifest.Claims.Select(claim => string.Join(' ', [claim.Control, .. claim.Satisfies, .. claim.Mitigates]))));
    }
}
