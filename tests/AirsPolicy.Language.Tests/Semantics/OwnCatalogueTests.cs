using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Language.Tests.Semantics;

public class OwnCatalogueTests
{
    private const string Head = "policy p\nuse catalogue \"rules/own.json\"\n";

    private const string Entries =
        """
        { "id": "OWN-1", "title": "Drafts stay inside", "points": ["output"], "least": "block", "owner": "editors@bank.example" },
        { "id": "OWN-2", "title": "Sources are reviewed", "domain": "Editing", "layer": "human" },
        { "id": "OWN-3", "title": "People look at drafts", "by": ["queue"] }
        """;

    [Fact]
    public void Ids_of_a_file_of_the_package_are_claimed_like_others()
    {
        var model = Model(Head + "system s { satisfies OWN-2 }\ncontrol c { satisfies OWN-1  at output  always block }\n");
        Assert.Equal(["OWN-1", "OWN-2"], model.Governance.Claims.Select(claim => claim.Id));
        Assert.Equal(["own"], model.Governance.Catalogues.Select(catalogue => catalogue.Name));
    }

    [Theory]
    [InlineData("control c { satisfies OWN-1  at input  always block }", "AIRS6005")]
    [InlineData("control c { satisfies OWN-1  at output  always flag }", "AIRS6006")]
    [InlineData("control c { satisfies OWN-3  at output  always flag }", "AIRS6044")]
    [InlineData("control c { mitigates OWN-1  at output  always block }", "AIRS6004")]
    [InlineData("control c { satisfies OWN-4  at output  always block }", "AIRS6002")]
    public void A_claim_of_an_own_id_is_checked(string control, string code) =>
        Assert.Equal([code], Codes(Files(Entries), Head + "system s { owner \"o\" }\n" + control + "\n"));

    [Fact]
    public void A_tier_requires_an_own_id()
    {
        const string Tiers = "scheme risk { ladder low 2, high }\ntier low in risk { requires OWN-1 }\n";
        const string System = "system s { owner \"o\"  tier risk.low because \"small\" }\n";
        Assert.Equal(["AIRS6017"], Codes(Files(Entries), Head + System + Tiers));
        Assert.Empty(Codes(Files(Entries), Head + System + Tiers + "control c { satisfies OWN-1  at output  always block }\n"));
    }

    [Fact]
    public void Threats_of_a_file_are_mitigated()
    {
        var files = Files("""{ "id": "FRAUD-1", "title": "Someone pays himself" }""", "threats");
        Assert.Empty(Codes(files, Head + "system s { owner \"o\" }\ncontrol c { mitigates FRAUD-1  at output  always block }\n"));
        Assert.Equal(
            ["AIRS6003"],
            Codes(files, Head + "system s { owner \"o\" }\ncontrol c { satisfies FRAUD-1  at output  always block }\n"));
    }

    [Fact]
    public void The_file_is_a_source_of_the_policy() =>
        Assert.Contains("p/rules/own.json", Model(Head + "system s {}\n").Sources.Select(source => source.Path));

    [Fact]
    public void Ids_of_a_library_with_a_catalogue_can_be_written()
    {
        const string Library = "library house\nuse catalogue \"rules/own.json\"\n";
        Assert.Empty(Codes(
            Files(Entries),
            "policy p\nuse house\nuse catalogue \"rules/own.json\"\nsystem s { owner \"o\"  satisfies OWN-2 }\n",
            Library));
        Assert.Empty(Codes(Files(Entries), "policy p\nuse house\nsystem s { owner \"o\"  satisfies OWN-2 }\n", Library));
    }

    [Fact]
    public void An_id_of_a_library_that_the_policy_has_too_is_reported_where_the_file_is_taken_in()
    {
        var found = Binding.Of(
            Files("""{ "id": "GR-IN-01", "title": "Nobody is insulted" }"""),
            "policy p\nuse house\nuse catalogue \"airs_sdk\"\nsystem s { owner \"o\" }\n",
            "library house\nuse catalogue \"rules/own.json\"\n").Diagnostics;
        var shared = Assert.Single(found);
        Assert.Equal(("AIRS6047", "\"rules/own.json\""), (shared.Code, shared.Source.Slice(shared.Span).ToString()));
    }

    [Fact]
    public void A_clash_within_a_library_is_one_finding_for_those_who_take_it_in()
    {
        var files = Files("""{ "id": "GR-IN-01", "title": "Nobody is insulted" }""");
        Assert.Equal(
            ["AIRS6047"],
            Codes(
                files,
                "policy p\nuse house\nsystem s { owner \"o\" }\n",
                "library house\nuse catalogue \"rules/own.json\"\nuse catalogue \"airs_sdk\"\n"));
    }

    [Theory]
    [InlineData("[]", "the file is not an object")]
    [InlineData("{", "line 1 is not JSON of a catalogue")]
    [InlineData("""{ "catalogue": "own", "title": "t", "entries": [] }""", "the file has no 'kind'")]
    [InlineData("""{ "catalogue": "own", "title": "t", "kind": "rules", "entries": [] }""", "'rules' for 'kind'")]
    [InlineData(
        """{ "catalogue": "own", "title": "t", "kind": "controls", "entries": [{ "id": "own-1", "title": "t" }] }""",
        "entry 1 has the id 'own-1', where an id is a capital")]
    [InlineData(
        """{ "catalogue": "own", "title": "t", "kind": "controls", "entries": [{ "id": "OWN-", "title": "t" }] }""",
        "entry 1 has the id 'OWN-'")]
    public void A_file_that_is_no_catalogue_is_reported_at_the_clause(string content, string said)
    {
        var files = new Dictionary<string, string> { ["rules/own.json"] = content };
        var found = Assert.Single(Binding.Of(files, Head + "system s { owner \"o\" }\n").Diagnostics);
        Assert.Equal(("AIRS6046", "\"rules/own.json\""), (found.Code, found.Source.Slice(found.Span).ToString()));
        Assert.Contains(said, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_bounded_in_length_and_in_entries()
    {
        var many = string.Join(",\n", Enumerable.Range(1, 2_001).Select(number => $$"""{ "id": "OWN-{{number}}", "title": "t" }"""));
        Assert.Contains("lists more than 2,000 ids", Problem(Files(many)), StringComparison.Ordinal);
        Assert.Contains("longer than 1 MiB", Problem(Files(new string(' ', 1 << 20))), StringComparison.Ordinal);
        Assert.Empty(Codes(Files(many[..many.LastIndexOf(",\n", StringComparison.Ordinal)]), Head + "system s { owner \"o\" }\n"));
    }

    private static string Problem(Dictionary<string, string> files) =>
        Assert.Single(Binding.Of(files, Head + "system s { owner \"o\" }\n").Diagnostics).Message;

    private static AirsPolicy.Language.Model.PolicyModel Model(string policy)
    {
        var analysis = Binding.Of(Files(Entries), policy);
        Assert.Empty(analysis.Diagnostics.Where(found => found.Code != "AIRS6018"));
        return analysis.Model!;
    }

    private static IEnumerable<string> Codes(Dictionary<string, string> files, params string[] sources) =>
        Binding.Of(files, sources).Diagnostics.Select(found => found.Code);

    private static Dictionary<string, string> Files(string entries, string kind = "controls") => new()
    {
        ["rules/own.json"] = $$"""{ "catalogue": "own", "title": "Our rules", "kind": "{{kind}}", "entries": [{{entries}}] }""",
    };
}
