using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis.Params;

/// <summary>Where a parameter is read in several places, each is looked at; what uses of one place disagree about cannot be told.</summary>
public class ParamReadingTests
{
    private const string Detector = "detector d { match \"bad\" weighs p  found at 50% }\n";

    [Fact]
    public void Each_use_the_wrong_way_is_found_at_its_own_place()
    {
        Assert.Equal(
            ["AIRS6030 5 higher"],
            Found("int = 5, higher is stricter", "control a { at input  when length(text) < p then block }\n"
                + "control b { at input  when length(text) > p then block }\n"));
        Assert.Equal(
            ["AIRS6030 4 lower"],
            Found("int = 5, lower is stricter", "control a { at input  when length(text) < p then block }\n"
                + "control b { at input  when length(text) > p then block }\n"));
    }

    [Fact]
    public void A_parameter_that_nothing_reads_hides_no_other() =>
        Assert.Equal(
            ["AIRS6030 5 higher"],
            Found(
                "int = 5, higher is stricter",
                "param unread: int = 1, higher is stricter\ncontrol b { at input  when length(text) > p then block }\n"));

    [Fact]
    public void Uses_of_one_place_that_disagree_cannot_be_told()
    {
        const string Both = "let long = length(text) > p\ncontrol a { at input  when long then block }\n"
            + "control b { at input  when not long then flag }\n";
        Assert.Equal(["AIRS6031 4 higher"], Found("int = 5, higher is stricter", Both));
        Assert.Equal(["AIRS6031 4 lower"], Found("int = 5, lower is stricter", Both));
    }

    [Fact]
    public void A_detector_that_is_asked_both_ways_is_found_where_it_is_asked_the_wrong_way()
    {
        const string Both = Detector + "control a { at input  when d.found(text) then block }\n"
            + "control b { at output  when not d.found(text) then flag }\n";
        Assert.Equal(["AIRS6030 6 higher"], Found("share = 30%, higher is stricter", Both));
        Assert.Equal(["AIRS6030 5 lower"], Found("share = 30%, lower is stricter", Both));
    }

    [Theory]
    [InlineData("control c { at input  when text contains \"x\" then block }\n")]
    [InlineData("control c { at input  when text contains \"x\" then redact d }\n")]
    [InlineData("control c { at input  when d.count(text) > 1 then block }\n")]
    [InlineData("detector e { match \"x\"  except d  found at 50% }\ncontrol c { at input  when e.found(text) then block }\n")]
    [InlineData("audit { mask d }\n")]
    public void A_weight_that_no_decision_hangs_on_may_be_set_either_way(string declarations)
    {
        Assert.Empty(Found("share = 30%, higher is stricter", Detector + declarations));
        Assert.Empty(Found("share = 30%, lower is stricter", Detector + declarations));
    }

    [Theory]
    [InlineData("e.count(text) > 1 and not e.found(text)", "AIRS6030 6 higher", null)]
    [InlineData("e.count(text) > 1 and e.found(text)", null, "AIRS6030 6 lower")]
    [InlineData("e.score(text) > 40%", null, "AIRS6030 6 lower")]
    [InlineData("e.score(text) < 40%", "AIRS6030 6 higher", null)]
    [InlineData("e.score(text) == 40%", "AIRS6031 6 higher", "AIRS6031 6 lower")]
    public void What_hangs_on_a_detector_hangs_on_its_parts(string condition, string? higher, string? lower)
    {
        var declarations = $"{Detector}detector e {{ match d weighs 90%  found at 45% }}\n"
            + $"control c {{ at input  when {condition} then block }}\n";
        Assert.Equal(higher is null ? [] : [higher], Found("share = 30%, higher is stricter", declarations));
        Assert.Equal(lower is null ? [] : [lower], Found("share = 30%, lower is stricter", declarations));
    }

    [Theory]
    [InlineData("1 - p < length(text)", 1)]
    [InlineData("p - 1 < length(text)", -1)]
    [InlineData("3 * p < length(text)", -1)]
    [InlineData("p * 3 < length(text)", -1)]
    [InlineData("-3 * p < length(text)", 0)]
    [InlineData("p * -3 < length(text)", 0)]
    [InlineData("p * (length(text) + 1) > 5", 1)]
    [InlineData("p * (length(text) - 1) > 5", 0)]
    [InlineData("p * (length(text) * n) > 5", 0)]
    [InlineData("p * (length(text) * 2) > 5", 1)]
    [InlineData("p * (count of input per user within 1h) > 5", 1)]
    [InlineData("p * (sum of i.n over input i per user within 1h) > 5", 0)]
    [InlineData("p * (sum of length(i.input.text) over input i per user within 1h) > 5", 1)]
    [InlineData("p * (count s in sizes: s > 1) > 5", 1)]
    [InlineData("(count s in sizes: s > p) > 1", -1)]
    [InlineData("(count s in [p]: s > 1) > 1", 0)]
    [InlineData("any s in sizes: s > p", -1)]
    [InlineData("count of input i where i.n > p per user within 1h >= 2", -1)]
    [InlineData("count of input i where i.n > 1 per user within 1h >= p", -1)]
    [InlineData("sum of i.n + p over input i per user within 1h > 2", 1)]
    [InlineData("(maybe ?? (n > p))", -1)]
    public void What_a_greater_value_does_is_told_by_how_it_is_used(string condition, int told)
    {
        var declarations = $"fact n: int at input\nfact maybe: bool? at input\nfact sizes: [int] at input\n"
            + $"control c {{ at input  when {condition} then block }}\n";
        Assert.Equal(
            told == 1 ? [] : [told == 0 ? "AIRS6031 7 higher" : "AIRS6030 7 higher"], Found("int = 5, higher is stricter", declarations));
        Assert.Equal(
            told == -1 ? [] : [told == 0 ? "AIRS6031 7 lower" : "AIRS6030 7 lower"], Found("int = 5, lower is stricter", declarations));
    }

    // The code, the line and the direction that is said.
    private static string[] Found(string param, string declarations)
    {
        var found = Binding.Of($"policy x\nsystem s {{ owner \"o\" }}\nparam p: {param}\n{declarations}").Diagnostics;
        Assert.DoesNotContain(
            found, other => other.Severity == DiagnosticSeverity.Error && other.Code is not ("AIRS6030" or "AIRS6031" or "AIRS6043"));
        return [.. found.Where(other => other.Code is "AIRS6030" or "AIRS6031")
            .Select(other => $"{other.Code} {other.Source.LineOf(other.Span.Start) + 1} {other.Arguments[1]}")];
    }
}
