using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Bundles.Zip;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Runtime.Tests.Bundles;

/// <summary>What of a bundle is looked at before anything of it is used. What its entries hold does not matter here.</summary>
public sealed class BundleReadTests
{
    private static readonly ZipEntry[] s_parts =
    [
        Entry("model.json"),
        Entry("policy.dll"),
        Entry("policy.pdb"),
        Entry("tables.json"),
        Entry("vectors.json"),
    ];

    private static readonly byte[] s_good = Bundle.Write(SampleManifests.Plain, s_parts);

    [Fact]
    public void A_bundle_says_what_it_holds_and_its_digest_is_that_of_its_manifest()
    {
        var bundle = Bundle.Read(Bundle.Write(SampleManifests.Plain, [.. s_parts.Reverse(), Entry("sources/a.airs")]));
        Assert.Equal(["model.json", "policy.dll", "policy.pdb", "sources/a.airs", "tables.json", "vectors.json"], bundle.Names);
        Assert.Equal("policy.dll", Encoding.UTF8.GetString(bundle.Find("policy.dll")!.Value.Span));
        Assert.Null(bundle.Find("policy.DLL"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bundle.Find("manifest.json")!.Value.Span)), bundle.Digest);
        Assert.Equal(SampleManifests.Plain, bundle.Manifest with { Entries = [] });
    }

    [Theory]
    [InlineData("model.json")]
    [InlineData("policy.dll")]
    [InlineData("policy.pdb")]
    [InlineData("tables.json")]
    [InlineData("vectors.json")]
    public void A_part_that_every_bundle_has_is_missed(string name) =>
        Refused(Bundle.Write(SampleManifests.Plain, s_parts.Where(part => part.Name != name)), $"The bundle does not hold '{name}'.");

    [Fact]
    public void Entries_and_manifest_say_the_same()
    {
        Refused(Archive(Entry("policy.dll", "another")), "'policy.dll' is not what the manifest says: its digest differs.");
        Refused(
            ZipWriter.Write([.. ZipReader.Read(s_good).Where(entry => entry.Name != "policy.pdb")]),
            "The manifest lists 'policy.pdb', which the bundle does not hold.");
        Refused(ZipWriter.Write([.. ZipReader.Read(s_good), Entry("x")]), "The bundle holds 'x', which its manifest does not list.");
        Refused(
            ZipWriter.Write([.. ZipReader.Read(s_good), Entry("y"), Entry("x")]),
            "The bundle holds 'x', which its manifest does not list.");
        Refused(
            WithManifest(manifest => manifest with { Entries = [.. manifest.Entries, manifest.Entries[1]] }),
            "The manifest lists 'policy.dll' twice.");
        Refused(
            WithManifest(manifest => manifest with { Entries = [.. manifest.Entries, new BundleDigest("manifest.json", "")] }),
            "The manifest lists 'manifest.json' twice.");
    }

    [Fact]
    public void A_manifest_is_there_and_not_longer_than_any_is()
    {
        Refused(ZipWriter.Write(s_parts), "The bundle has no 'manifest.json' that can be read.");
        Refused(
            Archive(new ZipEntry("manifest.json", new byte[BundleFormat.MaxManifestBytes + 1])),
            "The bundle has no 'manifest.json' that can be read.");
        var length = ZipReader.Read(s_good)[0].Content.Length;
        var longest = new string('x', BundleFormat.MaxManifestBytes - length + SampleManifests.Plain.Package.Length);
        Bundle.Read(WithManifest(manifest => manifest with { Package = longest }));
        Refused(
            WithManifest(manifest => manifest with { Package = longest + "x" }),
            "The bundle has no 'manifest.json' that can be read.");
    }

    [Fact]
    public void The_manifest_comes_first_and_the_other_entries_by_name()
    {
        var entries = ZipReader.Read(s_good);
        Refused(
            ZipWriter.Write([entries[0], entries[2], entries[1], entries[3], entries[4], entries[5]]),
            "'model.json' stands out of order: the manifest comes first and the other entries by name.");
        Refused(
            ZipWriter.Write([entries[1], entries[0], entries[2], entries[3], entries[4], entries[5]]),
            "'model.json' stands out of order: the manifest comes first and the other entries by name.");
        Refused(
            ZipWriter.Write([entries[0], entries[1], entries[2], entries[4], entries[3], entries[5]]),
            "'policy.pdb' stands out of order: the manifest comes first and the other entries by name.");
    }

    [Theory]
    [InlineData("0.9", null)]
    [InlineData("1.1", "The policy is written in version '1.1' of the language, and this runtime knows 1.0.")]
    [InlineData("one", "The policy is written in version 'one' of the language, and this runtime knows 1.0.")]
    public void A_language_is_known_up_to_that_of_the_runtime(string version, string? reason) =>
        Said(SampleManifests.Plain with { LanguageVersion = version }, reason);

    [Fact]
    public void A_contract_is_kept_by_the_same_major_version_up_to_the_minor_of_the_runtime()
    {
        var known = BundleFormat.ContractVersion;
        var others = new[]
        {
            new Version(known.Major + 1, known.Minor),
            new Version(known.Major, known.Minor + 1),
            new Version(known.Major - 1, known.Minor),
        };
        foreach (var other in others.Select(version => version.ToString()).Append("one"))
            Said(
                SampleManifests.Plain with
                {
                    ContractVersion = other,
                },
                $"The bundle is compiled against version '{other}' of the runtime, and this is {known.ToString(2)}.");
    }

    [Fact]
    public void Texts_fold_by_one_version_of_Unicode() =>
        Said(
            SampleManifests.Plain with
            {
                UnicodeVersion = "1.1",
            },
            $"The bundle folds texts by Unicode '1.1', and this runtime by {CharacterTables.UnicodeVersion}.");

    [Theory]
    [InlineData("signatures/key-1.json", null)]
    [InlineData("signatures/.json", "no signature")]
    [InlineData("signatures/Key.json", "no signature")]
    [InlineData("signatures/key.txt", "no signature")]
    [InlineData("signatures/a/b.json", "no signature")]
    [InlineData("signatures/aaaaaaaabbbbbbbbaaaaaaaabbbbbbbbaaaaaaaabbbbbbbbaaaaaaaabbbbbbbb.json", null)]
    [InlineData("signatures/aaaaaaaabbbbbbbbaaaaaaaabbbbbbbbaaaaaaaabbbbbbbbaaaaaaaabbbbbbbbc.json", "no signature")]
    public void Only_signatures_lie_beside_what_the_manifest_lists(string name, string? reason)
    {
        var bundle = Archive(reason is null ? Signature(Path.GetFileNameWithoutExtension(name)) : Entry(name));
        if (reason is null)
            Assert.Equal(Bundle.Read(s_good).Digest, Bundle.Read(bundle).Digest);
        else
            Refused(bundle, $"'{name}' is {reason}: the name of a key and '.json' would be one.");
    }

    [Fact]
    public void Signatures_are_few_and_small()
    {
        Refused(
            Archive(new ZipEntry("signatures/a.json", new byte[BundleFormat.MaxSignatureBytes])),
            "The signature 'signatures/a.json' cannot be read: it is no envelope.");
        Refused(
            Archive(new ZipEntry("signatures/a.json", new byte[BundleFormat.MaxSignatureBytes + 1])),
            $"The signature 'signatures/a.json' takes {BundleFormat.MaxSignatureBytes + 1} bytes, where at most {BundleFormat.MaxSignatureBytes} are read."
        );
        Bundle.Read(Archive([.. Signatures(BundleFormat.MaxSignatures)]));
        Refused(Archive([.. Signatures(BundleFormat.MaxSignatures + 1)]), "The bundle has more than 16 signatures.");
    }

    [Fact]
    public void A_signature_of_another_form_is_refused_also_where_no_key_is_trusted()
    {
        const string Known = "application/vnd.airspolicy.manifest+json";
        var honest = new KeySignature("a", new byte[70]);
        Bundle.Read(Archive(Signature("a")));
        foreach (var envelope in new Envelope[]
                 {
                     new(Known, null, [honest with { Key = "b" }]), new(Known, null, [honest, honest]), new(Known, null, []),
                     new("text/plain", null, [honest]), new(Known, "{}"u8.ToArray(), [honest]),
                 })
        {
            Refused(
                Archive(new ZipEntry("signatures/a.json", envelope.Write())),
                "The signature 'signatures/a.json' cannot be read: it is not one signature of this key over a manifest.");
        }
    }

    private static ZipEntry Signature(string key) => SignatureEntries.Write(new KeySignature(key, new byte[70]));

    private static IEnumerable<ZipEntry> Signatures(int count) => Enumerable.Range(0, count).Select(i => Signature($"k{i}"));

    private static ZipEntry Entry(string name, string? content = null) => new(name, Encoding.UTF8.GetBytes(content ?? name));

    private static byte[] Archive(params ZipEntry[] others)
    {
        var entries = ZipReader.Read(s_good).Where(entry => others.All(other => other.Name != entry.Name)).Concat(others);
        return ZipWriter.Write([
            .. entries.OrderBy(entry => entry.Name != "manifest.json").ThenBy(entry => entry.Name, StringComparer.Ordinal),
        ]);
    }

    private static byte[] WithManifest(Func<BundleManifest, BundleManifest> change) =>
        Archive(new ZipEntry("manifest.json", ManifestJson.Write(change(Bundle.Read(s_good).Manifest))));

    private static void Said(BundleManifest manifest, string? reason)
    {
        var bundle = Bundle.Write(manifest, s_parts);
        if (reason is null)
            Bundle.Read(bundle);
        else
            Refused(bundle, reason);
    }

    private static void Refused(byte[] bundle, string reason) =>
        Assert.Equal(reason, Assert.Throws<InvalidDataException>(() => Bundle.Read(bundle)).Message);
}
