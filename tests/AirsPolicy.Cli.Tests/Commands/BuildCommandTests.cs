using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class BuildCommandTests : IDisposable
{
    private const string Policy = """
        policy shop version "1.2.0"
        system s { owner "o" }
        control short { at input  when length(text) > 5 then block "Shorter, please." }
        test "Long is refused" { given input "too long"  expect block }

        """;

    private const string Facts = """{"input":{"text":"too long"}}""";

    private readonly TemporaryFolder _folder = new();

    public BuildCommandTests() => _folder.Write("shop/a.airs", Policy);

    [Fact]
    public void Building_twice_gives_the_same_bytes()
    {
        var run = CliRun.Of("build", _folder.PathOf("shop"), "-o", _folder.PathOf("a.airsb"));
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.StartsWith($"{_folder.PathOf("a.airsb")}: shop 1.2.0, ", run.Out, StringComparison.Ordinal);
        _folder.Write("elsewhere/a.airs", Policy.ReplaceLineEndings("\r\n"));
        CliRun.Of("build", _folder.PathOf("elsewhere"), "-o", _folder.PathOf("b.airsb"));
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("a.airsb")), File.ReadAllBytes(_folder.PathOf("b.airsb")));
    }

    [Fact]
    public void A_bundle_decides_as_the_folder_does_and_says_who_it_is()
    {
        var bundle = Build();
        using var fromFolder = JsonDocument.Parse(CliRun.With(Facts, "eval", _folder.PathOf("shop"), "-p", "input", "-f", "-").Out);
        using var fromBundle = JsonDocument.Parse(CliRun.With(Facts, "eval", bundle, "-p", "input", "-f", "-", "--trust").Out);
        Assert.Equal(fromFolder.RootElement.GetProperty("fired").GetRawText(), fromBundle.RootElement.GetProperty("fired").GetRawText());
        Assert.Equal(64, fromBundle.RootElement.GetProperty("bundle").GetString()!.Length);
    }

    [Fact]
    public void A_bundle_is_explained_from_its_own_sources()
    {
        var run = CliRun.With(Facts, "explain", Build(), "-p", "input", "-f", "-");
        Assert.StartsWith("block at input: \"Shorter, please.\"\n\nshop.short  shop/a.airs:3:", run.Out, StringComparison.Ordinal);
        Assert.Contains("length(text)  is 8\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_with_a_flipped_byte_is_refused_with_the_reason()
    {
        var bundle = Build();
        var bytes = File.ReadAllBytes(bundle);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(bundle, bytes);
        foreach (var command in new string[][] { ["eval", "--trust"], ["explain"] })
        {
            var run = CliRun.With(Facts, [.. command, bundle, "-p", "input", "-f", "-"]);
            Assert.Equal(ExitCode.Usage, run.Code);
            Assert.Empty(run.Out);
            Assert.StartsWith($"The bundle '{bundle}' is refused: ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_policy_with_errors_gives_no_bundle()
    {
        _folder.Write("shop/a.airs", Policy.Replace("length", "lenght", StringComparison.Ordinal));
        var run = CliRun.Of("build", _folder.PathOf("shop"), "-o", _folder.PathOf("a.airsb"));
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.False(File.Exists(_folder.PathOf("a.airsb")));
    }

    public void Dispose() => _folder.Dispose();

    private string Build()
    {
        var bundle = _folder.PathOf("a.airsb");
        Assert.Equal(ExitCode.Clean, CliRun.Of("build", _folder.PathOf("shop"), "-o", bundle).Code);
        return bundle;
    }
}
