using AirsPolicy.Cli.Console;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Zip;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary>The code of a bundle runs only where the command line says that it is trusted.</summary>
public sealed class TrustTests : IDisposable
{
    private const string Facts = """{"input":{"text":"bad"}}""";

    private readonly TemporaryFolder _folder = new();
    private readonly string _bundle;

    public TrustTests()
    {
        _folder.Write(
            "shop/a.airs",
            "policy shop\nsystem s { owner \"o\" }\ncontrol c { at input  when text contains \"bad\" then block }\n");
        _bundle = _folder.PathOf("shop.airsb");
        Assert.Equal(ExitCode.Clean, CliRun.Of("build", _folder.PathOf("shop"), "-o", _bundle).Code);
    }

    [Fact]
    public void A_bundle_is_evaluated_only_where_the_command_line_trusts_it()
    {
        var run = CliRun.With(Facts, "eval", _bundle, "-p", "input", "-f", "-");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Empty(run.Out);
        Assert.StartsWith(
            $"The bundle '{_bundle}' is not signed by a key that you trust, so that its code is not run. Name the key with --key; ",
            run.Error,
            StringComparison.Ordinal);

        Assert.Contains(
            "\"outcome\": \"block\"",
            CliRun.With(Facts, "eval", _bundle, "--trust", "-p", "input", "-f", "-").Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_that_enough_trusted_keys_have_signed_is_evaluated()
    {
        foreach (var name in new[] { "release", "audit" })
            Assert.Equal(ExitCode.Clean, CliRun.Of("keygen", _folder.PathOf(name)).Code);
        var (release, audit) = (_folder.PathOf("release.pub"), _folder.PathOf("audit.pub"));
        Assert.Equal(ExitCode.Usage, Evaluated("--key", release).Code);
        Assert.Equal(ExitCode.Usage, Evaluated("--key", release, "--trust").Code);
        Assert.Equal(ExitCode.Clean, CliRun.Of("sign", _bundle, "--key", _folder.PathOf("release.key")).Code);
        Assert.Contains("\"outcome\": \"block\"", Evaluated("--key", release).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Evaluated("--key", audit).Code);
        Assert.Equal(ExitCode.Usage, Evaluated("--key", release, "--key", audit, "--threshold", "2").Code);

        CliRun Evaluated(params string[] trust) => CliRun.With(Facts, ["eval", _bundle, .. trust, "-p", "input", "-f", "-"]);
    }

    [Fact]
    public void Sources_are_evaluated_as_before()
    {
        var run = CliRun.With(Facts, "eval", _folder.PathOf("shop"), "-p", "input", "-f", "-");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal(run, CliRun.With(Facts, "eval", _folder.PathOf("shop"), "--trust", "-p", "input", "-f", "-"));
    }

    [Fact]
    public void No_other_command_runs_the_code_of_a_bundle()
    {
        var bundle = Bundle.Read(File.ReadAllBytes(_bundle));
        var entries = ZipReader.Read(File.ReadAllBytes(_bundle)).Where(entry => entry.Name != BundleFormat.Manifest)
            .Select(entry => entry.Name == BundleFormat.Assembly ? entry with { Content = "no code"u8.ToArray() } : entry);
        File.WriteAllBytes(_bundle, Bundle.Write(bundle.Manifest, entries));
        var trace = _folder.Write("trace.jsonl", $$"""{"time":"2027-03-31T09:00:00Z","point":"input","facts":{{Facts}}}""");

        Assert.Contains("block", CliRun.With(Facts, "explain", _bundle, "-p", "input", "-f", "-").Out, StringComparison.Ordinal);
        Assert.Contains("block", CliRun.Of("replay", _bundle, trace).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, CliRun.Of("diff", _bundle, _folder.PathOf("shop")).Code);
        var evaluated = CliRun.With(Facts, "eval", _bundle, "--trust", "-p", "input", "-f", "-");
        Assert.Equal(ExitCode.Usage, evaluated.Code);
        Assert.Contains("Nothing of it was loaded.", evaluated.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
