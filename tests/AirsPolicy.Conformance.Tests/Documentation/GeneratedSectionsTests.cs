namespace AirsPolicy.Conformance.Tests.Documentation;

public class GeneratedSectionsTests
{
    [Fact]
    public void The_reference_lists_the_facts_that_the_binder_knows() =>
        AssertWritten("facts", FactTableText.Write(), "reference/language/points.md");

    [Fact]
    public void The_reference_lists_what_each_fact_is_called_on_the_wire() =>
        AssertWritten("wire", WireNameText.Write(), "reference/wire.md");

    [Fact]
    public void The_reference_lists_the_readings_that_the_binder_knows() =>
        AssertWritten("readings", FactTableText.WriteReadings(), "reference/language/plans.md");

    [Fact]
    public void The_plan_is_drawn_from_its_model() =>
        AssertWritten("plan", StateDiagram.Write(Policies.Examples.Model("meridian.aria")), "guide/plans.md");

    [Fact]
    public void The_cases_of_the_framework_are_listed_with_the_tests_that_cover_them() =>
        AssertWritten("cases", Policies.FrameworkPaceCases.Write(), "reference/library.md");

    [Fact]
    public void The_packages_of_the_library_are_listed_with_what_they_say_of_themselves() =>
        AssertWritten("packages", LibraryText.Write(), "reference/library.md");

    [Fact]
    public void Properties_of_the_examples_are_shown_with_what_comes_of_them() =>
        AssertWritten("shown", ShownProofs.Write(), "explanation/proofs.md");

    [Fact]
    public void The_rooms_of_each_project_are_drawn_from_the_types_they_use() =>
        AssertWritten("house", string.Join("\n", Architecture.House.All.Select(house => house.Picture())), "explanation/architecture.md");

    private static void AssertWritten(string name, string expected, string document)
    {
        var (start, stop) = ($"<!-- {name}:begin -->\n", $"<!-- {name}:end -->");
        var path = Repository.PathOf("docs", document);
        var markdown = File.ReadAllText(path);
        var begin = markdown.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var end = markdown.IndexOf(stop, StringComparison.Ordinal);
        if (Repository.Updates("AIRS_UPDATE_DOCS"))
            File.WriteAllText(path, string.Concat(markdown.AsSpan(0, begin), expected, markdown.AsSpan(end)));
        else
            Assert.True(
                markdown[begin..end] == expected,
                $"docs/{document} is stale; run the tests once with AIRS_UPDATE_DOCS=1 and look at the difference.");
    }
}
