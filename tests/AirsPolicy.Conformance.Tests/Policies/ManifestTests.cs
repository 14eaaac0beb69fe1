using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class ManifestTests
{
    private static readonly BundleManifest Manifest = Bundle.Read(BundleBuilder.Build(BoundPolicy.Of("""
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
    public void It_lists_the_facts_that_providers_give_with_the_time_they_have() => Assert.Equal(
        [new BundleProvider("orders", "orders", null), new BundleProvider("trust", "sessions", 20 * TimeSpan.TicksPerMillisecond)], Manifest.Providers);

    [Fact]
    public void It_lists_what_controls_and_tools_claim() => Assert.Equal(
        [
            new BundleClaim("shop.a", [], [], true),
            new BundleClaim("shop.b", ["GR-IN-01", "GR-IN-02"], ["LLM01"], false),
            new BundleClaim("shop.tool.look_up", ["EC-1.1"], [], false),
            new BundleClaim("shop.tool.pay", [], ["LLM06"], false),
        ],
        Manifest.Claims);
}
