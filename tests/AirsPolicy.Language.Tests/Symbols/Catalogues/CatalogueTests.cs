using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Symbols.Catalogues;

public class CatalogueTests
{
    [Theory]
    [InlineData("airs_sdk", 28)]
    [InlineData("airs_infrastructure", 80)]
    [InlineData("airs_maso", 199)]
    [InlineData("owasp_llm_2025", 10)]
    [InlineData("owasp_agentic_2026", 10)]
    public void A_shipped_catalogue_lists_what_its_source_lists(string name, int count) =>
        Assert.Equal(count, ShippedCatalogues.Find(name)!.Entries.Count);

    [Fact]
    public void No_id_stands_in_two_catalogues() =>
        Assert.Empty(
            ShippedCatalogues
                .All.SelectMany(catalogue => catalogue.Entries.Keys)
                .GroupBy(id => id, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key));

    [Fact]
    public void Every_id_is_one_word_of_the_language() =>
        Assert.All(ShippedCatalogues.All.SelectMany(catalogue => catalogue.Entries.Keys), id =>
        {
            var token = SyntaxTree.Parse(SourceText.From($"library a\nwaive {id} because \"b\" approved by \"c\" until 2030-01-01\n"));
            Assert.Empty(token.Diagnostics);
        });

    [Fact]
    public void What_is_decided_somewhere_says_what_it_takes() =>
        Assert.All(
            ShippedCatalogues.All.SelectMany(catalogue => catalogue.Entries.Values),
            entry => Assert.Equal(entry.Points.Count > 0, entry.Least is not null));

    [Theory]
    [InlineData("""{ "catalogue": "a", "title": "b", "version": "1", "source": "c", "licence": "d", "kind": "rules", "entries": [] }""")]
    [InlineData("""{ "catalogue": "", "title": "b", "version": "1", "source": "c", "licence": "d", "kind": "controls", "entries": [] }""")]
    [InlineData(
        """{ "catalogue": "a", "title": "b", "version": "1", "source": "c", "licence": "d", "kind": "controls", "entries": [{ "id": "A-1", "title": "t", "points": ["nowhere"] }] }"""
    )]
    [InlineData(
        """{ "catalogue": "a", "title": "b", "version": "1", "source": "c", "licence": "d", "kind": "controls", "entries": [{ "id": "A-1", "title": "t", "least": "deny" }] }"""
    )]
    [InlineData(
        """{ "catalogue": "a", "title": "b", "version": "1", "source": "c", "licence": "d", "kind": "controls", "entries": [{ "id": "A-1", "title": "t" }, { "id": "A-1", "title": "t" }] }"""
    )]
    public void A_catalogue_that_says_what_it_cannot_mean_is_refused(string json) =>
        Assert.Throws<InvalidDataException>(() => CatalogueReader.Read(json));
}
