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
    [InlineData("detector e { match d weighs 90%  found at 45% }\ncontrol c { at input  when text contains \"x\" then redact e }\n")]
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
    [InlineData("0 * p < length(text)", -1)]
    [InlineData("0.0 * p < length(text)", -1)]
    [InlineData("-0.5 * p < length(text)", 0)]
    [InlineData("2.5 * p < length(text)", -1)]
    [InlineData("waited * p > 1h", 1)]
    [InlineData("paid * p > 5 GBP", 1)]
    [InlineData("sent * p > 5KiB", 1)]
    [InlineData("risk * p > 50%", 1)]
    [InlineData("weight > p", -1)]
    [InlineData("weight > held", -1)]
    [InlineData("length(text) > held", -1)]
    [InlineData("(weight + held) > 5.0", 1)]
    [InlineData("sum of i.n over input i where length(i.input.text) > p per user within 1h > 5", 0)]
    [InlineData("sum of length(i.input.text) over input i where length(i.input.text) > p per user within 1h > 5", -1)]
    public void What_a_greater_value_does_is_told_by_how_it_is_used(string condition, int told)
    {
        var declarations = "fact n: int at input  fact maybe: bool? at input  fact sizes: [int] at input  fact waited: duration at input  "
            + "fact paid: money GBP at input  fact sent: size at input  fact risk: share at input  fact weight: decimal at input  let held = p\n"
            + $"control c {{ at input  when {condition} then block }}\n";
        // What a let holds is found where the let reads it.
        var line = condition.Contains("held", StringComparison.Ordinal) ? 4 : 5;
        Assert.Equal(
            told == 1 ? [] : [told == 0 ? $"AIRS6031 {line} higher" : $"AIRS6030 {line} higher"],
            Found("int = 5, higher is stricter", declarations));
        Assert.Equal(
            told == -1 ? [] : [told == 0 ? $"AIRS6031 {line} lower" : $"AIRS6030 {line} lower"],
            Found("int = 5, lower is stricter", declarations));
    }

    [Theory]
    [InlineData("any s in [held, 3]: s > 1")]
    [InlineData("(count s in [held, 3]: s > 1) > 1")]
    [InlineData("length(text) == held")]
    [InlineData("rows.most(held) > 3")]
    [InlineData("(rows.fine(held) ?? false)")]
    [InlineData("count of input i where i.n + held == n per user within 1h > 2")]
    [InlineData("(distinct of i.n + held over input i per user within 1h) > 2")]
    public void What_cannot_be_told_of_one_use_is_not_hidden_by_another(string condition)
    {
        var declarations = "let held = p  fact n: int at input  data rows: { n: int, most: int?, fine: bool? } from \"rows.csv\"\n"
            + "control a { at input  when length(text) > held then block }\n"
            + $"control b {{ at input  when {condition.Replace("rows.most(held)", "(rows.most(held) ?? 0)", StringComparison.Ordinal)} then block }}\n";
        Assert.Equal(["AIRS6031 4 higher"], Found("int = 5, higher is stricter", declarations));
        Assert.Equal(["AIRS6031 4 lower"], Found("int = 5, lower is stricter", declarations));
    }

    // The code, the line and the direction that is said.
    private static string[] Found(string param, string declarations)
    {
        var found = Binding.Of(
            new Dictionary<string, string> { ["rows.csv"] = "n,most,fine\n3,9,true\n6,3,false\n" },
            $"policy x\nsystem s {{ owner \"o\" }}\nparam p: {param}\n{declarations}").Diagnostics;
        Assert.DoesNotContain(
            found, other => other.Severity == DiagnosticSeverity.Error && other.Code is not ("AIRS6030" or "AIRS6031" or "AIRS6043"));
        return [.. found.Where(other => other.Code is "AIRS6030" or "AIRS6031")
            .Select(other => $"{other.Code} {other.Source.LineOf(other.Span.Start) + 1} {other.Arguments[1]}")];
    }
}
