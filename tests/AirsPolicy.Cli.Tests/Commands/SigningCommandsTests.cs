using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Bundles.Zip;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary><c>airs keygen</c>, <c>airs sign</c> and <c>airs verify</c>.</summary>
public sealed class SigningCommandsTests : IDisposable
{
    private const string Policy =
        "policy shop version \"1.2.0\"\nsystem s { owner \"o\" }\ncontrol c { at input  when text contains \"bad\" then block }\n";

    private readonly TemporaryFolder _folder = new();
    private readonly string _bundle;

    public SigningCommandsTests()
    {
        _folder.Write("shop/a.airs", Policy);
        _bundle = _folder.PathOf("shop.airsb");
        Assert.Equal(ExitCode.Clean, CliRun.Of("build", _folder.PathOf("shop"), "-o", _bundle).Code);
        Assert.Equal(ExitCode.Clean, CliRun.Of("keygen", _folder.PathOf("release")).Code);
        Assert.Equal(ExitCode.Clean, CliRun.Of("keygen", _folder.PathOf("audit")).Code);
    }

    [Fact]
    public void A_private_key_is_for_its_owner_alone_and_no_key_is_written_over()
    {
        var (secret, open) = (_folder.PathOf("release.key"), _folder.PathOf("release.pub"));
        var before = (File.ReadAllText(secret), File.ReadAllText(open));
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----\n", before.Item1, StringComparison.Ordinal);
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----\n", before.Item2, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));

        var again = CliRun.Of("keygen", _folder.PathOf("release"));
        Assert.Equal(ExitCode.Usage, again.Code);
        Assert.Equal($"'{secret}' is there already, and a key is never written over.\n", again.Error);
        File.Delete(secret);
        Assert.Equal(
            $"'{open}' is there already, and a key is never written over.\n",
            CliRun.Of("keygen", _folder.PathOf("release")).Error);
        Assert.False(File.Exists(secret));
        Assert.Equal(before.Item2, File.ReadAllText(open));
        Assert.StartsWith(
            "'Release' is no name of a key; ",
            CliRun.Of("keygen", _folder.PathOf("Release")).Error, StringComparison.Ordinal);
        Assert.Contains("there is no folder", CliRun.Of("keygen", _folder.PathOf("none/a")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_bundle_says_by_whom_and_is_otherwise_the_same()
    {
        var before = File.ReadAllBytes(_bundle);
        var signed = Sign("release");
        Assert.Equal($"{_bundle}: signed by release\nsha256 {Bundle.Read(before).Digest}\n", signed.Out);

        var run = Verify("release");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal(
            $"{_bundle}: shop 1.2.0\nsha256 {Bundle.Read(before).Digest}\nsigned by release\nVerified: 1 signed, 1 asked for.\n",
            run.Out);
        Assert.Equal(before, Bundle.Unsigned(File.ReadAllBytes(_bundle)));
        Assert.Equal(ExitCode.Clean, CliRun.Of("explain", _bundle, "-p", "input", "-f", _folder.Write("f.json", "{}")).Code);
    }

    [Fact]
    public void Unsigned_strange_and_forged_bundles_are_not_verified()
    {
        Assert.Equal(ExitCode.Findings, Verify("release").Code);
        Assert.EndsWith("not signed by release\nNot verified.\n", Verify("release").Out, StringComparison.Ordinal);

        Sign("audit");
        Assert.Equal(ExitCode.Findings, Verify("release").Code);
        Assert.Contains("passed over: audit, for which no key was given\n", Verify("release").Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Clean, Sign("audit", "--name", "release").Code);
        var forged = Verify("release");
        Assert.Equal(ExitCode.Findings, forged.Code);
        Assert.Contains("The signature 'release' of the bundle is not one of the key", forged.Out, StringComparison.Ordinal);
        Sign("release");
        Assert.Equal(ExitCode.Clean, Verify("release").Code);
    }

    [Fact]
    public void As_many_keys_have_to_have_signed_as_are_asked_for()
    {
        var (release, audit) = (_folder.PathOf("release.pub"), _folder.PathOf("audit.pub"));
        string[] both = ["verify", _bundle, "-k", release, "-k", audit, "--json", "--threshold"];
        Sign("release");
        var one = CliRun.Of([.. both, "2"]);
        Assert.Equal(ExitCode.Findings, one.Code);
        using (var json = JsonDocument.Parse(one.Out))
        {
            Assert.False(json.RootElement.GetProperty("verified").GetBoolean());
            Assert.Equal("""["release"]""", Compact(json, "signedBy"));
            Assert.Equal("""["audit"]""", Compact(json, "notSignedBy"));
            Assert.Equal("[]", Compact(json, "passedOver"));
        }
        Sign("audit");
        Assert.Equal(ExitCode.Clean, CliRun.Of([.. both, "2"]).Code);
        foreach (var count in (string[])["0", "3"])
            Assert.Equal(ExitCode.Usage, CliRun.Of([.. both, count]).Code);

        static string Compact(JsonDocument json, string name) => JsonSerializer.Serialize(json.RootElement.GetProperty(name));
    }

    [Fact]
    public void A_bundle_is_built_again_from_the_sources_in_it()
    {
        Sign("release");
        var same = CliRun.Of("verify", _bundle, "--rebuild", "-k", _folder.PathOf("release.pub"));
        Assert.Equal(ExitCode.Clean, same.Code);
        Assert.Contains("Its sources build to the same bytes.\n", same.Out, StringComparison.Ordinal);

        var bundle = Bundle.Read(File.ReadAllBytes(_bundle));
        var entries = ZipReader.Read(Bundle.Unsigned(File.ReadAllBytes(_bundle))).Skip(1).Select(entry =>
            entry.Name.StartsWith(BundleFormat.Sources, StringComparison.Ordinal)
                ? entry with { Content = Encoding.UTF8.GetBytes(Policy.Replace("bad", "evil", StringComparison.Ordinal)) }
                : entry);
        File.WriteAllBytes(_bundle, Bundle.Write(bundle.Manifest, entries));
        Sign("release");
        var other = CliRun.Of("verify", _bundle, "--rebuild", "-k", _folder.PathOf("release.pub"));
        Assert.Equal(ExitCode.Findings, other.Code);
        Assert.Contains("signed by release\nIts sources build to other bytes: manifest.json, ", other.Out, StringComparison.Ordinal);
        Assert.Contains("model.json, ", other.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_points_to_a_bundle_until_a_day_has_ended()
    {
        var file = _folder.PathOf("prod.json");
        string[] arguments = ["channel", "prod", _bundle, "--number", "7", "-k", _folder.PathOf("release.key"), "-o", file];
        var run = CliRun.Of([.. arguments, "--until", "2027-03-31"]);
        Assert.Equal(ExitCode.Clean, run.Code);
        var digest = Bundle.Read(File.ReadAllBytes(_bundle)).Digest;
        Assert.Equal($"{file}: prod at version 7, until 2027-04-01T00:00:00Z\nsha256 {digest}\n", run.Out);

        var keys = new TrustedKeys(new Dictionary<string, string> { ["release"] = File.ReadAllText(_folder.PathOf("release.pub")) });
        var expires = new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(new ChannelPointer("prod", 7, digest, expires), ChannelPointer.Read(File.ReadAllBytes(file), keys));
        Assert.Equal(ExitCode.Usage, CliRun.Of(arguments).Code);
        Assert.Equal(ExitCode.Usage, CliRun.Of([.. arguments, "--until", "soon"]).Code);
    }

    [Fact]
    public void What_cannot_be_used_is_said_and_changes_nothing()
    {
        var before = File.ReadAllBytes(_bundle);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var strange = _folder.Write("strange.key", larger.ExportPkcs8PrivateKeyPem());
        foreach (var (arguments, reason) in new (string[], string)[]
                 {
                     (["sign", _bundle, "-k", _folder.PathOf("release.pub")], "is no private key of the curve P-256"),
                     (["sign", _bundle, "-k", strange], "is no private key of the curve P-256"),
                     (["sign", _bundle, "-k", _folder.PathOf("none.key")], "there is no such file"),
                     (["sign", _bundle, "-k", _folder.PathOf("release.key"), "--name", "A B"], "is no name of a key"),
                     (["sign", strange, "-k", _folder.PathOf("release.key")], "is refused: "),
                     (["sign", _bundle], "--key"),
                     (["verify", _bundle], "There is nothing to verify by"),
                     (["verify", _bundle, "-k", _folder.PathOf("release.key")], "is no public key of the curve P-256"),
                     (["verify", strange, "-k", _folder.PathOf("release.pub")], "is refused: "),
                     (["verify", _bundle, "-k", _folder.PathOf("release.pub"), "-k", _folder.PathOf("release.pub")], "given twice"),
                 })
        {
            var run = CliRun.Of(arguments);
            Assert.Equal(ExitCode.Usage, run.Code);
            Assert.Contains(reason, run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Out);
        }
        Assert.Equal(before, File.ReadAllBytes(_bundle));
    }

    public void Dispose() => _folder.Dispose();

    private CliRun Sign(string key, params string[] more) => CliRun.Of(["sign", _bundle, "--key", _folder.PathOf($"{key}.key"), .. more]);

    private CliRun Verify(string key) => CliRun.Of("verify", _bundle, "--key", _folder.PathOf($"{key}.pub"));
}
