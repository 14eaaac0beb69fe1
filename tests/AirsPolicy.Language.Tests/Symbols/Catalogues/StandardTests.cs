using AirsPolicy.Language.Symbols.Catalogues;

namespace AirsPolicy.Language.Tests.Symbols.Catalogues;

public class StandardTests
{
    [Theory]
    [InlineData("eu_ai_act", 25, 22)]
    [InlineData("eu_dora", 6, 4)]
    [InlineData("iso_42001", 38, 0)]
    [InlineData("mitre_atlas", 10, 5)]
    [InlineData("nist_ai_rmf", 51, 0)]
    [InlineData("nist_csf", 95, 23)]
    [InlineData("nist_sp_800_218a", 26, 10)]
    public void A_standard_has_its_rows_and_so_many_that_no_control_answers(string name, int rows, int unanswered)
    {
        var standard = Standards.Find(name)!;
        Assert.Equal(rows, standard.Rows.Length);
        Assert.Equal(unanswered, standard.Rows.Count(row => row.Controls.Count == 0));
    }

    [Fact]
    public void There_are_seven_standards_in_the_order_of_their_names() =>
        Assert.Equal(
            ["eu_ai_act", "eu_dora", "iso_42001", "mitre_atlas", "nist_ai_rmf", "nist_csf", "nist_sp_800_218a"],
            Standards.All.Select(standard => standard.Name));

    [Fact]
    public void The_framework_maps_eleven_rows_of_the_cybersecurity_framework_to_nothing_at_all() =>
        Assert.Equal(11, Standards.Find("nist_csf")!.Rows.Count(row => row.Controls.Count == 0 && row.Other.Count == 0));

    [Fact]
    public void The_act_has_nine_articles_and_sixteen_rows_of_an_audit() =>
        Assert.Equal(
            [9, 16],
            Standards.Find("eu_ai_act")!.Rows.GroupBy(row => row.Id.Split(' ')[0], StringComparer.Ordinal).Select(group => group.Count()));

    [Fact]
    public void Every_control_that_answers_a_row_is_listed_and_stands_there_once() =>
        Assert.All(Standards.All.SelectMany(standard => standard.Rows), row =>
        {
            Assert.All(row.Controls, id => Assert.False(ShippedCatalogues.Of(id)!.IsThreats));
            Assert.Equal(row.Controls.Distinct(), row.Controls);
        });

    [Fact]
    public void Every_row_has_a_title() =>
        Assert.All(Standards.All.SelectMany(standard => standard.Rows), row => Assert.NotNull(row.Title));

    [Fact]
    public void A_domain_stands_for_all_its_controls()
    {
        var rows = Standards.Find("nist_ai_rmf")!.Rows;
        Assert.Equal(80, rows.Single(row => row.Id == "MEASURE 2.6").Controls.Count);
        Assert.Equal(
            [.. Enumerable.Range(1, 10).Select(number => $"LOG-{number:00}")],
            rows.Single(row => row.Id == "GOVERN 4.2").Controls);
    }

    [Theory]
    [InlineData("""{ "id": "1", "domains": ["XYZ"] }""", "row 1 has 'XYZ', which is no domain")]
    [InlineData("""{ "title": "t" }""", "row 1 has no 'id'")]
    [InlineData("""{ "id": "1" }, { "id": "1" }""", "has the row '1' twice")]
    public void A_standard_that_says_what_it_cannot_mean_is_refused(string rows, string said)
    {
        var refused = Assert.Throws<InvalidDataException>(() =>
            StandardReader.Read(
                $$"""{ "standard": "a", "title": "b", "version": "1", "source": "c", "mapping": "d", "rows": [{{rows}}] }""",
                static _ => []));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }
}
