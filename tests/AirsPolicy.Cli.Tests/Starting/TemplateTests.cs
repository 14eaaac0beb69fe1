using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Starting;

namespace AirsPolicy.Cli.Tests.Starting;

/// <summary>Each template as a user gets it.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Template.Names];

    [Fact]
    public void The_templates_are_those_that_users_are_told_of() =>
        Assert.Equal("agent chatbot library rag", string.Join(' ', Template.Names));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_new_package_is_checked_tested_covered_formatted_and_built(string template)
    {
        var shop = _folder.PathOf("shop");
        Assert.Equal(ExitCode.Clean, CliRun.Of("new", template, shop, "--name", "a_rather_long_name.of_a_shop").Code);

        var check = CliRun.Of("check", shop);
        Assert.True(check.Code == ExitCode.Clean && check.Out.StartsWith("ok: ", StringComparison.Ordinal), check.Out);
        var test = CliRun.Of("test", shop, "--coverage", "--threshold", "100");
        Assert.True(test.Code == ExitCode.Clean, test.Out);
        Assert.Contains("passed", test.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, CliRun.Of("fmt", "--check", shop).Code);
        var built = CliRun.Of("build", shop, "-o", _folder.PathOf("shop.airsb"));
        Assert.True(built.Code == ExitCode.Clean, built.Error);
        Assert.Contains("a_rather_long_name.of_a_shop", built.Out, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tests_notice_every_change_but_where_words_overlap_a_little_more(string template)
    {
        var shop = _folder.PathOf("shop");
        CliRun.Of("new", template, shop);
        Assert.Equal(ExitCode.Clean, CliRun.Of("test", shop, "--mutate", "--threshold", template == "rag" ? "90" : "100").Code);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_names_three_commands_that_work_in_the_folder(string template)
    {
        var shop = _folder.PathOf("shop");
        CliRun.Of("new", template, shop);
        var commands = File.ReadAllLines(Path.Join(shop, "README.md"))
            .Where(line => line.StartsWith("airs ", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(3, commands.Count);
        // The working folder belongs to the whole process, so that '.' is written out here.
        Assert.All(commands, command =>
        {
            string[] words = [.. command.Split(' ').Skip(1).Select(word => word is "." or "desk" ? Path.Join(shop, word) : word)];
            string[] line = words[0] == "build" ? [.. words, "-o", _folder.PathOf("out.airsb")] : [.. words, shop];
            Assert.Equal(ExitCode.Clean, CliRun.Of(line).Code);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_a_template_is_left_open(string template)
    {
        var files = Template.Of(template).Named("shop").Append(Template.Workflow("shop", "policies/shop"));
        Assert.All(files, file => Assert.DoesNotContain("package_", file.Text, StringComparison.Ordinal));
        Assert.EndsWith(".", Template.Of(template).Description, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
