using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Bundles.Zip;

namespace AirsPolicy.Compiler.Tests.Bundles;

public sealed class BundleTests
{
    private static readonly byte[] s_good = BundleBuilder.Build(TestPolicies.Bounded(100m));

    [Fact]
    public void A_bundle_reads_back_with_everything_that_was_put_in()
    {
        var bundle = Bundle.Read(s_good);

        Assert.Equal("test.policy", bundle.Manifest.Package);
        Assert.Equal(
            ["model.json", "policy.dll", "policy.pdb", "sources/test/policy.airs", "tables.json", "vectors.json"], bundle.Names);
        Assert.Equal("policy test.policy\n", Encoding.UTF8.GetString(bundle.Find("sources/test/policy.airs")!.Value.Span));
    }

    [Fact]
    public void The_model_lies_beside_its_sources_and_does_not_repeat_them()
    {
        var model = TestPolicies.Bounded(100m);
        Assert.Equal(model with { Sources = [] }, ModelJson.Read(Bundle.Read(s_good).Find("model.json")!.Value));
    }

    [Fact]
    public void Two_builds_of_one_model_give_the_same_bytes() =>
        Assert.Equal(s_good, BundleBuilder.Build(TestPolicies.Bounded(100m)));

    [Fact]
    public void Another_model_gives_another_digest() =>
        Assert.NotEqual(Bundle.Read(s_good).Digest, Bundle.Read(BundleBuilder.Build(TestPolicies.Bounded(101m))).Digest);

    [Fact]
    public void Any_flipped_byte_is_refused()
    {
        for (var at = 0; at < s_good.Length; at += Math.Max(1, s_good.Length / 500))
        {
            var flipped = (byte[])s_good.Clone();
            flipped[at] ^= 0x20;
            Assert.Throws<InvalidDataException>(() => Bundle.Read(flipped));
        }
    }

    [Fact]
    public void Any_truncation_is_refused()
    {
        for (var length = 0; length < s_good.Length; length += Math.Max(1, s_good.Length / 200))
            Assert.Throws<InvalidDataException>(() => Bundle.Read(s_good.AsMemory(0, length)));
    }

    [Theory]
    [InlineData("model.json")]
    [InlineData("policy.dll")]
    [InlineData("policy.pdb")]
    [InlineData("sources/test/policy.airs")]
    [InlineData("tables.json")]
    [InlineData("vectors.json")]
    public void An_entry_that_was_put_in_the_place_of_another_is_refused_by_its_digest(string name)
    {
        var entries = Entries().Select(entry => entry.Name == name ? entry with { Content = entry.Content[..^1] } : entry);

        Refused(ZipWriter.Write([.. entries]), $"'{name}' is not what the manifest says: its digest differs.");
    }

    [Fact]
    public void Bytes_behind_the_end_are_refused() => Refused([.. s_good, 0], "does not end as one");

    [Fact]
    public void A_missing_entry_is_refused() =>
        Refused(ZipWriter.Write([.. Entries().Where(e => e.Name != "tables.json")]), "lists 'tables.json', which the bundle does not hold");

    [Fact]
    public void An_extra_entry_is_refused() =>
        Refused(
            ZipWriter.Write([.. Entries(), new ZipEntry("more.txt", "x"u8.ToArray())]),
            "holds 'more.txt', which its manifest does not list");

    [Fact]
    public void A_signature_that_is_not_known_is_passed_over() =>
        Assert.Equal(
            Bundle.Read(s_good).Digest,
            Bundle.Read(WithEntries(Signature("release-2026"))).Digest);

    [Theory]
    [InlineData("signatures/more.txt")]
    [InlineData("signatures/.json")]
    [InlineData("signatures/Release.json")]
    [InlineData("signatures/below/key.json")]
    public void Nothing_else_lies_among_the_signatures(string name) =>
        Refused(WithEntries(new ZipEntry(name, "{}"u8.ToArray())), $"'{name}' is no signature");

    [Fact]
    public void Signatures_are_few_and_small()
    {
        Refused(WithEntries(new ZipEntry("signatures/large.json", new byte[BundleFormat.MaxSignatureBytes + 1])), "takes 65537 bytes");
        Refused(
            WithEntries([
                .. Enumerable.Range(0, BundleFormat.MaxSignatures + 1).Select(i => Signature($"k{i}")),
            ]),
            "more than 16 signatures");
    }

    private static ZipEntry Signature(string key) => SignatureEntries.Write(new KeySignature(key, new byte[70]));

    [Fact]
    public void Entries_out_of_order_are_refused()
    {
        var entries = Entries();
        Refused(ZipWriter.Write([entries[0], .. entries.Skip(1).Reverse()]), "'tables.json' stands out of order");
        Refused(ZipWriter.Write([.. entries.Skip(1), entries[0]]), "'model.json' stands out of order");
    }

    [Fact]
    public void A_duplicate_entry_is_refused_whatever_its_case() =>
        Refused(ZipWriter.Write([.. Entries(), new ZipEntry("TABLES.json", "{}"u8.ToArray())]), "'TABLES.json' twice");

    [Theory]
    [InlineData("../outside")]
    [InlineData("/absolute")]
    [InlineData("sources//twice")]
    [InlineData("sources/./here")]
    [InlineData("c:/drive")]
    [InlineData("back\\slash")]
    public void A_path_outside_is_refused(string path) =>
        Refused(ZipWriter.Write([.. Entries(), new ZipEntry(path, "x"u8.ToArray())]), $"'{path}'");

    [Fact]
    public void A_compressed_entry_is_refused_before_anything_is_unpacked()
    {
        var compressed = (byte[])s_good.Clone();
        var directory = BitConverter.ToInt32(compressed, compressed.Length - 6);
        compressed[directory + 10] = 8;

        Refused(compressed, "compressed");
    }

    [Fact]
    public void Too_many_entries_are_refused() =>
        Refused(
            ZipWriter.Write([.. Enumerable.Range(0, BundleFormat.MaxEntries + 1).Select(i => new ZipEntry($"sources/{i}", default))]),
            "entries");

    [Theory]
    [InlineData("languageVersion", "1.0", "9.0", "version '9.0' of the language")]
    [InlineData("contractVersion", "1.0.0.0", "2.0.0.0", "version '2.0.0.0' of the runtime")]
    [InlineData("unicodeVersion", null, "1.1.0", "Unicode '1.1.0'")]
    public void Another_version_is_refused_with_the_reason(string member, string? from, string to, string reason)
    {
        from ??= Bundle.Read(s_good).Manifest.UnicodeVersion;
        Refused(
            WithManifest(text => text.Replace($"\"{member}\": \"{from}\"", $"\"{member}\": \"{to}\"", StringComparison.Ordinal)),
            reason);
    }

    [Fact]
    public void Another_format_is_refused() =>
        Refused(WithManifest(text => text.Replace("\"formatVersion\": 1", "\"formatVersion\": 2", StringComparison.Ordinal)), "format 2");

    private static IReadOnlyList<ZipEntry> Entries() => ZipReader.Read(s_good);

    private static byte[] WithEntries(params ReadOnlySpan<ZipEntry> more)
    {
        var entries = Entries();
        return ZipWriter.Write([
            entries[0],
            .. entries.Skip(1).Concat(more.ToArray()).OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ]);
    }

    private static byte[] WithManifest(Func<string, string> change)
    {
        var entries = Entries().ToList();
        var manifest = Encoding.UTF8.GetString(entries[0].Content.Span);
        var changed = change(manifest);
        Assert.NotEqual(manifest, changed);
        entries[0] = new ZipEntry(BundleFormat.Manifest, Encoding.UTF8.GetBytes(changed));
        return ZipWriter.Write(entries);
    }

    private static void Refused(byte[] bundle, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Bundle.Read(bundle)).Message, StringComparison.Ordinal);
}
