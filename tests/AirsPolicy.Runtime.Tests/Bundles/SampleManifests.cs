using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Runtime.Tests.Bundles;

internal static class SampleManifests
{
    /// <summary>A manifest that has only what every one has.</summary>
    public static BundleManifest Plain { get; } =
        new(
            BundleFormat.Version,
            "shop",
            null,
            "1.0",
            "1.0.0",
            CharacterTables.UnicodeVersion,
            BundleFormat.ContractVersion.ToString(),
            "UTC",
            [],
            [],
            [],
            [],
            [],
            [],
            [],
            null,
            []);

    /// <summary>A manifest that has everything.</summary>
    public static BundleManifest Full { get; } =
        Plain with
        {
            PolicyVersion = "2.1",
            Hosts = [new BundleHost("judge", "small")],
            Providers = [new BundleProvider("score", "risk", 15), new BundleProvider("level", "risk", null)],
            Claims =
            [
                new BundleClaim("shop.c", ["GR-IN-01"], ["LLM01", "LLM02"], NeverWaived: true),
                new BundleClaim("shop.d", [], [], NeverWaived: false),
            ],
            Accounts =
            [
                new BundleAccount("shop.c", "ann", "bob", new DateOnly(2026, 1, 31), new DateOnly(2027, 2, 1)),
                new BundleAccount("shop.d", null, null, null, null),
            ],
            Waivers =
            [
                new BundleWaiver(
                    "GR-IN-01",
                    IsId: true,
                    "trial",
                    "ciso",
                    "board",
                    new DateOnly(2026, 3, 4),
                    ["shop.c"],
                    [new BundleRequirement("high", "GR-IN-01")]),
                new BundleWaiver("shop.d", IsId: false, "trial", "ciso", null, new DateOnly(2026, 3, 4), [], []),
            ],
            Inapplicable = [new BundleInapplicable("GR-OUT-03", "no retrieval", "ciso", "board", new DateOnly(2026, 5, 4), ["high"])],
            Stops = [new ToolStop("pay", StopAction.Undo, "refund"), new ToolStop("mail", StopAction.Discard, null)],
            Audit = new AuditRules(
                RecordDepth.Full,
                ["pii"],
                [new Retention(RecordKind.Judge, 5, 9), new Retention(RecordKind.Review, 5, null)]),
            Entries = [new BundleDigest("policy.dll", "00ff")],
        };
}
