using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Zip;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Compiler.Tests.Bundles;

/// <summary>What a host says of a bundle that it does not take, and that the last good one stays.</summary>
public sealed class RefusalTests
{
    private static readonly byte[] s_good = BundleBuilder.Build(TestPolicies.Bounded(100m));

    private static readonly byte[] s_other = BundleBuilder.Build(TestPolicies.Bounded(5m));

    [Theory]
    [InlineData("{", "The manifest cannot be read: ")]
    [InlineData("{}", "The manifest cannot be read: ")]
    [InlineData("{\"formatVersion\":1,\"formatVersion\":1}", "The manifest cannot be read: ")]
    [InlineData("{\"formatVersion\":7}", "The bundle has format 7, and this runtime knows 1.")]
    public void A_manifest_that_says_nothing_is_refused(string manifest, string reason) =>
        Refused(Changed(BundleFormat.Manifest, Encoding.UTF8.GetBytes(manifest)), reason);

    [Fact]
    public void What_the_digests_do_not_cover_is_refused()
    {
        Refused(Changed("tables.json", "{}"u8.ToArray()), "'tables.json' is not what the manifest says: its digest differs.");
        Refused(Changed("tables.json", null), "The manifest lists 'tables.json', which the bundle does not hold.");
        Refused(Changed("sources/more.airs", "x"u8.ToArray()), "The bundle holds 'sources/more.airs', which its manifest does not list.");
        Refused(ZipWriter.Write([]), "The bundle has no 'manifest.json' that can be read.");
        Refused("PK"u8.ToArray(), "The bundle does not end as one: it is cut short, or bytes follow it.");
    }

    [Fact]
    public void Parts_that_do_not_fit_the_runtime_are_refused_though_their_digests_are_right()
    {
        Refused(Rebuilt("tables.json", "{"u8.ToArray()), "The tables cannot be read: ");
        Refused(Rebuilt("tables.json", "{}"u8.ToArray()), "The tables cannot be read: ");
        Refused(Rebuilt("vectors.json", "{"u8.ToArray()), "The vectors cannot be read: ");
        Refused(Rebuilt("policy.dll", "MZ"u8.ToArray()), "The assembly of the bundle cannot be read (");
        Refused(Rebuilt("policy.dll", File.ReadAllBytes(typeof(PolicyHost).Assembly.Location)), "The assembly of the bundle ");
        Refused(Rebuilt("policy.dll", null), "The bundle does not hold 'policy.dll'.");
        Refused(Rebuilt("model.json", null), "The bundle does not hold 'model.json'.");
    }

    [Fact]
    public void Tables_of_another_program_are_found_by_the_vectors()
    {
        var decision = new Decision { Point = "input", Outcome = Outcome.Allow };
        var bundle = Bundle.Read(
            BundleBuilder.Build(TestPolicies.Bounded(100m), [new DecisionVector("input", TestPolicies.Facts, decision)]));
        var swapped = BundleBuilder.Build(TestPolicies.OfTheHost(0), [new DecisionVector("input", TestPolicies.Facts, decision)]);

        Refused(
            Bundle.Write(
                bundle.Manifest,
                Parts(swapped)
                    .Select(entry => entry.Name == "tables.json" ? new ZipEntry(entry.Name, bundle.Find("tables.json")!.Value) : entry)),
            "Vector 0 at 'input' decides ");
        Refused(
            Bundle.Write(bundle.Manifest, Parts(s_good).Where(e => e.Name != "vectors.json").Append(new ZipEntry("vectors.json",
                VectorsJson.Write([new DecisionVector("nowhere", "{}", decision)])))),
            "Vector 0 is at 'nowhere', a point that the bundle does not know.");
    }

    [Fact]
    public void A_path_outside_and_another_version_are_refused()
    {
        Refused(
            ZipWriter.Write([.. ZipReader.Read(s_good), new ZipEntry("../outside", "x"u8.ToArray())]),
            "The bundle holds the path '../outside', ");
        var manifest = Encoding.UTF8.GetString(ZipReader.Read(s_good)[0].Content.Span);
        Refused(
            Changed(
                BundleFormat.Manifest,
                Encoding.UTF8.GetBytes(
                    manifest.Replace("\"contractVersion\": \"1.0.0.0\"", "\"contractVersion\": \"9.0.0.0\"", StringComparison.Ordinal))),
            "The bundle is compiled against version '9.0.0.0' of the runtime");
    }

    [Fact]
    public void A_flipped_byte_anywhere_is_refused_by_the_host()
    {
        for (var at = 0; at < s_good.Length; at += s_good.Length / 60)
        {
            var flipped = (byte[])s_good.Clone();
            flipped[at] ^= 0x04;
            Refused(flipped, "");
        }
    }

    [Fact]
    public void Two_hosts_hold_different_bundles_side_by_side()
    {
        var strict = Host(s_other);
        var loose = Host(s_good);

        Assert.Equal(Outcome.Block, Decide(strict).Outcome);
        Assert.Equal(Outcome.Allow, Decide(loose).Outcome);
        Assert.NotEqual(strict.Digest, loose.Digest);
    }

    private static void Refused(byte[] bundle, string reason)
    {
        var host = Host(s_other);
        var before = host.Digest;
        var result = host.Load(bundle);

        Assert.False(result.Activated);
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
        Assert.EndsWith(".", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Reason!);
        Assert.Equal(before, host.Digest);
        Assert.Equal(Outcome.Block, Decide(host).Outcome);
    }

    private static PolicyHost Host(byte[] bundle)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        Assert.True(host.Load(bundle).Activated);
        return host;
    }

    private static Decision Decide(PolicyHost host) => host.Decide("input", Encoding.UTF8.GetBytes(TestPolicies.Facts));

    /// <summary>The good bundle with an entry changed, added or, by null, taken out, under the old manifest.</summary>
    private static byte[] Changed(string name, byte[]? content) => ZipWriter.Write([.. With(ZipReader.Read(s_good), name, content)]);

    /// <summary>The same under a manifest that says so.</summary>
    private static byte[] Rebuilt(string name, byte[]? content) =>
        Bundle.Write(Bundle.Read(s_good).Manifest, With(Parts(s_good), name, content));

    private static IEnumerable<ZipEntry> With(IEnumerable<ZipEntry> entries, string name, byte[]? content)
    {
        var others = entries.Where(entry => entry.Name != name);
        return (content is null ? others : others.Append(new ZipEntry(name, content)))
            .OrderBy(entry => entry.Name != BundleFormat.Manifest)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<ZipEntry> Parts(byte[] bundle) => ZipReader.Read(bundle).Where(entry => entry.Name != BundleFormat.Manifest);
}
