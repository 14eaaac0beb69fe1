using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Bundles.Zip;

namespace AirsPolicy.Compiler.Tests.Bundles;

/// <summary>Which bundles a host takes that was given keys: those that enough of them have signed, and no others.</summary>
public sealed class SignedBundleTests : IDisposable
{
    private static readonly byte[] s_bundle = BundleBuilder.Build(TestPolicies.Bounded(100m));

    private static readonly byte[] s_other = BundleBuilder.Build(TestPolicies.Bounded(5m));

    private readonly SigningKey _a = SigningKey.Create();
    private readonly SigningKey _b = SigningKey.Create();
    private readonly SigningKey _stranger = SigningKey.Create();

    [Fact]
    public void A_bundle_that_a_trusted_key_has_signed_is_taken_and_keeps_its_digest()
    {
        var signed = Bundle.Sign(s_bundle, "a", _a);
        var host = Host(1, allowUnsigned: false);

        Assert.Null(host.Load(signed).Reason);
        Assert.Equal(Bundle.Read(s_bundle).Digest, host.Digest);
        Assert.Equal(s_bundle, Bundle.Unsigned(signed));
        Assert.Null(Host(1, allowUnsigned: false).Load(Bundle.Sign(signed, "a", _a)).Reason);
        Assert.Null(Host(1, allowUnsigned: false).Load(Bundle.Sign(signed, "stranger", _stranger)).Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_keys_of_a_host_did_not_sign_is_refused_whatever_it_allows(bool allowUnsigned)
    {
        var host = Host(1, allowUnsigned);
        Assert.True(host.Load(Bundle.Sign(s_other, "a", _a)).Activated);
        var before = host.Digest;
        var signed = Bundle.Sign(s_bundle, "a", _a);

        Refused(s_bundle, "0 of the keys that are trusted have signed the bundle, where 1 is asked for.");
        Refused(Bundle.Unsigned(signed), "0 of the keys that are trusted have signed the bundle, where 1 is asked for.");
        Refused(Bundle.Sign(s_bundle, "stranger", _stranger), "0 of the keys that are trusted have signed the bundle");
        Refused(Bundle.Sign(s_bundle, "a", _stranger), "The signature 'a' of the bundle is not one of the key that is trusted");
        Refused(Bundle.Sign(s_bundle, "b", _a), "The signature 'b' of the bundle is not one of the key that is trusted");
        Refused(With(s_other, SignatureOf(signed)), "The signature 'a' of the bundle is not one of the key that is trusted");
        Refused(With(s_bundle, new ZipEntry("signatures/a.json", "{}"u8.ToArray())), "The signature 'signatures/a.json' cannot be read: ");

        void Refused(byte[] bundle, string reason)
        {
            Assert.StartsWith(reason, host.Load(bundle).Reason, StringComparison.Ordinal);
            Assert.Equal(before, host.Digest);
        }
    }

    [Fact]
    public void As_many_keys_have_to_have_signed_as_the_host_asks_for()
    {
        var one = Bundle.Sign(s_bundle, "a", _a);

        Assert.StartsWith(
            "1 of the keys that are trusted has signed the bundle, where 2 ",
            Host(2, false).Load(one).Reason, StringComparison.Ordinal);
        Assert.StartsWith(
            "1 of the keys that are trusted has signed the bundle, where 2 ",
            Host(2, false).Load(Bundle.Sign(one, "stranger", _stranger)).Reason,
            StringComparison.Ordinal);
        Assert.Null(Host(2, false).Load(Bundle.Sign(one, "b", _b)).Reason);
    }

    [Fact]
    public void A_manifest_that_is_not_signed_is_not_even_read()
    {
        var entries = ZipReader.Read(Bundle.Sign(s_bundle, "a", _a));
        var bundle = ZipWriter.Write([entries[0] with { Content = "{"u8.ToArray() }, .. entries.Skip(1)]);

        Assert.StartsWith("The signature 'a' of the bundle is not", Host(1, false).Load(bundle).Reason, StringComparison.Ordinal);
        Assert.StartsWith("The manifest cannot be read", Unkeyed(allowUnsigned: true).Load(bundle).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_without_keys_takes_what_its_code_calls_unsigned_and_nothing_else()
    {
        var signed = Bundle.Sign(s_bundle, "a", _a);

        Assert.True(Unkeyed(allowUnsigned: true).Load(s_bundle).Activated);
        Assert.True(Unkeyed(allowUnsigned: true).Load(signed).Activated);
        Assert.False(Unkeyed(allowUnsigned: false).Load(s_bundle).Activated);
        Assert.False(Unkeyed(allowUnsigned: false).Load(signed).Activated);
    }

    [Fact]
    public void No_signature_makes_up_for_a_digest_that_differs()
    {
        var entries = ZipReader.Read(Bundle.Sign(s_bundle, "a", _a));
        var tables = entries.Select(entry => entry.Name == BundleFormat.Tables ? entry with { Content = "{}"u8.ToArray() } : entry);

        Assert.StartsWith(
            "'tables.json' is not what the manifest says",
            Host(1, false).Load(ZipWriter.Write([.. tables])).Reason,
            StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
        _stranger.Dispose();
    }

    private PolicyHost Host(int threshold, bool allowUnsigned) => new(new PolicyHostOptions
    {
        AllowUnsigned = allowUnsigned,
        TrustedKeys = new TrustedKeys(
            new Dictionary<string, string> { ["a"] = _a.Public.ToPem(), ["b"] = _b.Public.ToPem() },
            threshold),
    });

    private static PolicyHost Unkeyed(bool allowUnsigned) => new(new PolicyHostOptions { AllowUnsigned = allowUnsigned });

    private static ZipEntry SignatureOf(byte[] bundle) =>
        ZipReader.Read(bundle).Single(entry => entry.Name.StartsWith(BundleFormat.Signatures, StringComparison.Ordinal));

    private static byte[] With(byte[] bundle, ZipEntry entry)
    {
        var entries = ZipReader.Read(bundle);
        return ZipWriter.Write([entries[0], .. entries.Skip(1).Append(entry).OrderBy(one => one.Name, StringComparer.Ordinal)]);
    }
}
