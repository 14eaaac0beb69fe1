using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Tests.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Formatting;

public class FormatterTests
{
    public static TheoryData<string> Files =>
        [.. RepositoryFolder.Policies(RepositoryFolder.Corpus("formatting")).Select(path => Path.GetFileName(path))];

    [Fact]
    public void Every_sample_is_in_its_layout() => Assert.All(SamplePolicies.All, source =>
    {
        var formatted = Formatter.Format(SyntaxTree.Parse(source));
        if (DiagnosticCorpus.IsUpdating)
            File.WriteAllText(Path.Combine(RepositoryFolder.Corpus("stages"), source.Path), formatted);
        else
            Assert.Equal(source.Content, formatted);
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_gets_the_layout_beside_it(string name)
    {
        var path = Path.Combine(RepositoryFolder.Corpus("formatting"), name);
        var formatted = Formatter.Format(SyntaxTree.Parse(SourceText.From(File.ReadAllText(path), name)));
        var twin = Path.ChangeExtension(path, ".formatted.airs");
        if (DiagnosticCorpus.IsUpdating)
            File.WriteAllText(twin, formatted);
        Assert.Equal(File.ReadAllText(twin), formatted);
        Assert.Equal(formatted, Formatter.Format(SyntaxTree.Parse(SourceText.From(formatted, name))));
    }

    [Fact]
    public void A_broken_declaration_stays_as_it_stands_and_its_neighbours_are_laid_out()
    {
        var formatted = Format("library a\ntool   x\ncontrol  c {  at   }\ntool   y\n");
        Assert.Equal("library a\ntool x\ncontrol  c {  at   }\ntool y\n", formatted);
    }

    [Fact]
    public void Line_breaks_are_those_of_the_first_line() => Assert.Equal("library a\r\ntool x\r\n", Format("library a\r\ntool   x\n"));

    [Fact]
    public void Edits_touch_only_what_changes()
    {
        var tree = SyntaxTree.Parse(SourceText.From("library a\ntool   x\ntool y\n"));
        var edit = Assert.Single(Formatter.Edits(tree));
        Assert.Equal("", edit.NewText);
        Assert.Equal(2, edit.Span.Length);
        Assert.Empty(Formatter.Edits(SyntaxTree.Parse(SourceText.From(Formatter.Format(tree)))));
    }

    private static string Format(string text) => Formatter.Format(SyntaxTree.Parse(SourceText.From(text)));
}
