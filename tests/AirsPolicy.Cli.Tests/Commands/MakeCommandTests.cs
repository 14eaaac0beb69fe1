using AirsPolicy.Cli.Console;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class MakeCommandTests : IDisposable
{
    private const string Shop = """
        policy shop
        system s { owner "o" }
        control short { at input  when length(text) > 5 then block "Shorter, please." }
        test "Long is refused" { given input "too long"  expect block }

        """;

    private const string Desk = """
        policy shop.desk
        use shared
        system s { owner "o" }

        """;

    private const string Shared = "library shared\ncontrol anything { at input  always flag }\n";

    private readonly TemporaryFolder _folder = new();

    public MakeCommandTests() => _folder.Write("policies/shop/a.airs", Shop);

    [Fact]
    public void Each_policy_becomes_a_bundle_with_its_name_and_a_library_none()
    {
        _folder.Write("policies/desk/a.airs", Desk);
        _folder.Write("policies/shared/a.airs", Shared);
        var run = Make();
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("  ok    Long is refused\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(["shop.airsb", "shop.desk.airsb"], Written());
        Assert.Equal("shop", Bundle.Read(File.ReadAllBytes(_folder.PathOf("out/shop.airsb"))).Manifest.Package);
    }

    [Fact]
    public void A_bundle_has_the_bytes_that_a_build_gives_it()
    {
        Make();
        CliRun.Of("build", _folder.PathOf("policies/shop"), "-o", _folder.PathOf("built.airsb"));
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("built.airsb")), File.ReadAllBytes(_folder.PathOf("out/shop.airsb")));
    }

    [Fact]
    public void A_library_comes_from_another_folder()
    {
        _folder.Write("policies/desk/a.airs", Desk);
        Assert.Equal(ExitCode.Findings, Make().Code);
        _folder.Write("elsewhere/a.airs", Shared);
        Assert.Equal(ExitCode.Clean, Make("--library", _folder.PathOf("elsewhere")).Code);
    }

    [Fact]
    public void One_broken_policy_keeps_all_from_being_written()
    {
        _folder.Write("policies/desk/a.airs", Desk);
        Assert.Equal(ExitCode.Findings, Make().Code);
        Assert.Empty(Written());
    }

    [Fact]
    public void A_test_that_fails_keeps_all_from_being_written_unless_tests_are_left_out()
    {
        _folder.Write("policies/shop/a.airs", Shop.Replace("expect block", "expect allow", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Findings, Make().Code);
        Assert.Empty(Written());
        Assert.Equal(ExitCode.Clean, Make("--no-test").Code);
        Assert.Equal(["shop.airsb"], Written());
    }

    [Fact]
    public void A_warning_keeps_nothing_from_being_written_unless_warnings_are_taken_for_errors()
    {
        var file = _folder.Write("policies/shop/a.airs", Shop.Replace("please", "ple\u0430se", StringComparison.Ordinal));
        var run = Make("--format", "msbuild");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.StartsWith($"{file}(3,73): warning AIRS1030: ", run.Out, StringComparison.Ordinal);
        Directory.Delete(_folder.PathOf("out"), recursive: true);
        run = Make("--format", "msbuild", "--strict");
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.StartsWith($"{file}(3,73): error AIRS1030: ", run.Out, StringComparison.Ordinal);
        Assert.Empty(Written());
    }

    [Fact]
    public void For_MSBuild_a_finding_is_a_line_with_its_place_and_page()
    {
        var file = _folder.Write("policies/shop/a.airs", Shop.Replace("length", "lenght", StringComparison.Ordinal));
        var line = Assert.Single(Make("--format", "msbuild").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches($@"^{file}\(3,32\): error (AIRS\d{{4}}): .*'lenght'.* \(https://.+/docs/reference/diagnostics/\1\.md\)$", line);
        Assert.Equal($"{line}\n", CliRun.Of("check", file, "--format", "msbuild").Out);
    }

    [Fact]
    public void For_MSBuild_a_test_that_fails_is_a_line_with_the_place_of_the_expectation()
    {
        var file = _folder.Write("policies/shop/a.airs", Shop.Replace("expect block", "expect allow", StringComparison.Ordinal));
        var line = Assert.Single(Make("--format", "msbuild").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"{file}(4,57): error : The test 'Long is refused' fails: ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_of_policies_is_written_only_where_it_is_asked_for()
    {
        Make();
        Assert.Equal(["shop.airsb"], Written());
        Assert.Equal(ExitCode.Clean, Make("--emit").Code);
        Assert.Equal(["EmittedPolicies.g.cs", "shop.airsb", "shop.g.cs"], Written());
        var digest = Bundle.Read(File.ReadAllBytes(_folder.PathOf("out/shop.airsb"))).Digest;
        Assert.Contains($"\"{digest}\"", File.ReadAllText(_folder.PathOf("out/EmittedPolicies.g.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        _folder.Write("out", "a file");
        var run = Make();
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith($"'{_folder.PathOf("out")}' cannot be written: ", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private CliRun Make(params string[] more) => CliRun.Of(["make", _folder.PathOf("policies"), "--into", _folder.PathOf("out"), .. more]);

    private IEnumerable<string?> Written() => Directory.Exists(_folder.PathOf("out"))
        ? Directory.EnumerateFiles(_folder.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        : [];
}
