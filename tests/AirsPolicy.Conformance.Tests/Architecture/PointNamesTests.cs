using System.Reflection;
using System.Text.RegularExpressions;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Architecture;

public class PointNamesTests
{
    // A point that is compared with a literal, and the names that are never those of facts.
    private static readonly Regex s_literal = new(
        @"\b\w*[Pp]oint(\.Name)?\s*(==|!=|is(\s+not)?)\s*""[a-z_]+""|""(tool_call|tool_result|delegate)""",
        RegexOptions.CultureInvariant);

    [Fact]
    public void Every_decision_point_has_its_constant_and_every_constant_is_a_decision_point()
    {
        var constants = typeof(PointNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetRawConstantValue());
        Assert.Equal(DecisionPoints.All.Select(point => point.Name), constants.Cast<string>());
    }

    [Fact]
    public void No_source_names_a_decision_point_by_a_literal() =>
        Assert.Empty(
            from file in new[] { "compiler", "runtime", "lsp" }.SelectMany(StageTests.SourceFiles)
            where Path.GetFileName(file) != "PointNames.cs"
            from line in File.ReadLines(file)
            where s_literal.IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}");

    [Theory]
    [InlineData("if (point == \"output\")")]
    [InlineData("placement.Point != \"session\"")]
    [InlineData("point.Name is \"recovery\" or \"signal\"")]
    [InlineData("_signalPoint is not \"signal\"")]
    [InlineData("Find(\"tool_call\")")]
    public void Such_a_line_is_found(string line) => Assert.Matches(s_literal, line);

    [Theory]
    [InlineData("facts[\"output\"]")]
    [InlineData("point == PointNames.Output")]
    public void And_such_a_line_is_not(string line) => Assert.DoesNotMatch(s_literal, line);
}
