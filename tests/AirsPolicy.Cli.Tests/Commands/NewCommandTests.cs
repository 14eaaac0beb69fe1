using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Starting;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Without_a_template_each_is_listed_with_what_it_is_for()
    {
        var run = CliRun.Of("new");
        Assert.Equal(ExitCode.Clean, run.Code);
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Template.Names, lines.Select(line => line.Split(' ')[0]));
        Assert.Contains("chatbot  Guards a chatbot: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_is_named_after_its_folder()
    {
        var run = New("chatbot", "My-Shop");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("ok: the package 'my_shop'; ", run.Out, StringComparison.Ordinal);
        Assert.Contains("\npolicy my_shop version \"0.1.0\"\n", Text("My-Shop/policy.airs"), StringComparison.Ordinal);
        Assert.StartsWith("# my_shop\n", Text("My-Shop/README.md"), StringComparison.Ordinal);
        Assert.Contains("[*.airs]", Text("My-Shop/.editorconfig"), StringComparison.Ordinal);
        Assert.Contains("\"[airs]\"", Text("My-Shop/.vscode/settings.json"), StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder.PathOf("My-Shop/.github")));
    }

    [Fact]
    public void A_file_that_is_there_is_named_and_then_nothing_is_written()
    {
        var there = _folder.Write("shop/tests.airs", "mine");
        var run = New("chatbot", "shop");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal($"'{there}' is there already; nothing was written. Name a new folder.\n", run.Error);
        Assert.Equal("mine", File.ReadAllText(there));
        Assert.Equal([there], Directory.EnumerateFileSystemEntries(_folder.PathOf("shop")));
    }

    [Fact]
    public void A_workflow_that_is_there_is_in_the_way_as_well()
    {
        Directory.CreateDirectory(_folder.PathOf(".git"));
        _folder.Write(".github/workflows/airs-shop.yml", "mine");
        var run = New("chatbot", "shop", "--ci");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("airs-shop.yml' is there already", run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder.PathOf("shop")));
    }

    [Fact]
    public void A_folder_with_other_files_is_written_into()
    {
        _folder.Write("shop/notes.txt", "mine");
        Assert.Equal(ExitCode.Clean, New("agent", "shop").Code);
        Assert.True(File.Exists(_folder.PathOf("shop/policy.airs")));
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("my-shop")]
    [InlineData("shop..desk")]
    [InlineData("shop.")]
    [InlineData("when")]
    [InlineData("café")]
    [InlineData("")]
    [InlineData("shop version \"1\"")]
    [InlineData("shop\ncontrol")]
    public void A_name_that_no_package_can_have_is_wrong_usage(string name)
    {
        var run = New("chatbot", "shop", "--name", name);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("is no name of a package; names are lower_snake_case", run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder.PathOf("shop")));
    }

    [Fact]
    public void A_folder_that_gives_no_name_asks_for_one()
    {
        var run = New("chatbot", "2nd shop");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("The folder '2nd shop' gives no name of a package; write one with --name", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, New("chatbot", "2nd shop", "--name", "second.shop").Code);
    }

    [Fact]
    public void The_name_of_a_package_that_ships_is_taken()
    {
        var run = New("chatbot", "shop", "--name", "airs.detect");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("'airs.detect' is a package that ships with airs", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new", "chatbot")]
    [InlineData("new", "--ci")]
    [InlineData("new", "nothing", "shop")]
    public void A_line_that_names_no_template_and_folder_is_wrong_usage(params string[] line) =>
        Assert.Equal(ExitCode.Usage, CliRun.Of(line).Code);

    [Fact]
    public void A_workflow_lies_at_the_root_of_the_repository_and_names_the_folder_of_the_package()
    {
        Directory.CreateDirectory(_folder.PathOf(".git"));
        Assert.Equal(ExitCode.Clean, New("chatbot", "policies/it's", "--ci", "--name", "shop").Code);
        Assert.Contains("          path: 'policies/it''s'\n", Text(".github/workflows/airs-shop.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workflow_lies_in_the_folder_where_there_is_no_repository()
    {
        Assert.Equal(ExitCode.Clean, New("rag", "shop", "--ci").Code);
        Assert.Contains("          path: '.'\n", Text("shop/.github/workflows/airs-shop.yml"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Text(string file) => File.ReadAllText(_folder.PathOf(file));

    private CliRun New(string template, string folder, params string[] options) =>
        CliRun.Of(["new", template, _folder.PathOf(folder), .. options]);
}
