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
    [InlineData("airs_extraction", 15)]
    [InlineData("airs_environment", 24)]
    [InlineData("airs_risks", 35)]
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

    [Fact]
    public void Every_shipped_catalogue_says_where_it_comes_from() =>
        Assert.All(ShippedCatalogues.All, catalogue =>
        {
            Assert.NotNull(catalogue.Version);
            Assert.NotNull(catalogue.Source);
            Assert.NotNull(catalogue.Licence);
        });

    [Fact]
    public void Every_shipped_control_says_its_domain_its_layer_what_enforces_it_and_its_page() =>
        Assert.All(Controls, entry =>
        {
            Assert.NotNull(entry.Domain);
            Assert.NotNull(entry.Layer);
            Assert.NotNull(entry.How);
            Assert.Matches("^(docs|src)/.*[.](md|py)$", entry.Source);
        });

    [Fact]
    public void A_control_is_enforced_at_run_time_exactly_where_a_declaration_can_decide_it() =>
        Assert.All(Controls, entry => Assert.Equal(entry.IsDecidedAtRunTime, entry.How == EnforcementKind.Run));

    [Theory]
    [InlineData("Run", 184)]
    [InlineData("Build", 39)]
    [InlineData("Infrastructure", 71)]
    [InlineData("Organisation", 52)]
    public void So_many_controls_are_enforced_in_each_way(string how, int count) =>
        Assert.Equal(count, Controls.Count(entry => $"{entry.How}" == how));

    [Fact]
    public void An_entry_of_a_domain_may_belong_to_another() =>
        Assert.Equal(["Logs", "Observability"], new[] { "OB-01", "OB-02" }.Select(id => ShippedCatalogues.Of(id)!.Entries[id].Domain));

    [Fact]
    public void Every_risk_has_a_category_and_names_controls_that_are_listed()
    {
        var risks = ShippedCatalogues.Find("airs_risks")!.Entries.Values;
        Assert.Equal(9, risks.Select(risk => risk.Domain).Distinct(StringComparer.Ordinal).Count(category => category is not null));
        Assert.Equal(
            ["HF-01", "IS-02", "IS-03"],
            risks.Where(risk => risk.Controls.Count == 0).Select(risk => risk.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_control_that_answers_a_threat_is_listed() =>
        Assert.All(Threats.SelectMany(threat => threat.Controls), id => Assert.False(ShippedCatalogues.Of(id)!.IsThreats));

    [Fact]
    public void Every_threat_of_another_list_is_answered() =>
        Assert.All(
            new[] { "owasp_llm_2025", "owasp_agentic_2026" }.SelectMany(name => ShippedCatalogues.Find(name)!.Entries.Values),
            threat => Assert.NotEmpty(threat.Controls));

    [Theory]
    [InlineData("""{ "id": "A-1", "title": "t", "poins": ["input"] }""", "entry 1 has 'poins', where it may have 'id', 'title', 'points'")]
    [InlineData("""{ "id": "A-1" }""", "entry 1 has no 'title'")]
    [InlineData("""{ "id": "A-1", "title": " " }""", "entry 1 has 'title' without a text")]
    [InlineData("""{ "id": "A-1", "title": "t", "points": "input" }""", "entry 1 has 'points', which is not a list")]
    [InlineData("""{ "id": "A-1", "title": "t", "points": ["nowhere"] }""", "'nowhere' for 'points', which is no decision point")]
    [InlineData("""{ "id": "A-1", "title": "t", "by": ["person"] }""", "'person' for 'by', where it may have 'control', 'tool'")]
    [InlineData("""{ "id": "A-1", "title": "t", "layer": "circuit" }""", "where it may have 'guardrail', 'judge', 'human'")]
    [InlineData("""{ "id": "A-1", "title": "t", "least": "block" }""", "entry 1 has 'least' without 'points'")]
    [InlineData("""{ "id": "A-1", "title": "t", "how": "run" }""", "entry 1 says that it is enforced at run time exactly where")]
    [InlineData("""{ "id": "A-1", "title": "t", "points": ["input"], "how": "build" }""", "entry 1 says that it is enforced at run time")]
    [InlineData("""{ "id": "A-1", "title": "t", "controls": ["A-2"] }""", "entry 1 has 'controls'")]
    [InlineData("""3""", "entry 1 is not an object")]
    [InlineData("""{ "id": "A-1", "title": "t", "title": "u" }""", "line 1 is not JSON")]
    public void A_mistake_in_a_file_is_told_where_it_stands(string entry, string said)
    {
        var refused = Assert.Throws<InvalidDataException>(() =>
            CatalogueReader.Read($$"""{ "catalogue": "a", "title": "b", "kind": "controls", "entries": [{{entry}}] }"""));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<CatalogueEntry> Controls =>
        ShippedCatalogues.All.Where(catalogue => !catalogue.IsThreats).SelectMany(catalogue => catalogue.Entries.Values);

    private static IEnumerable<CatalogueEntry> Threats =>
        ShippedCatalogues.All.Where(catalogue => catalogue.IsThreats).SelectMany(catalogue => catalogue.Entries.Values);

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
