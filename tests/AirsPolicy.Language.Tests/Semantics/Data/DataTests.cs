using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Tests.Semantics.Data;

public class DataTests
{
    private const string Prices = "data prices: { sku: text, price: money GBP, discount: share? } from \"prices.csv\"";
    private const string Rows = "sku,price,discount\nb,2.50,10%\na,10 GBP,\n";

    [Fact]
    public void Rows_stand_in_the_order_of_their_keys_whatever_their_order_in_the_file()
    {
        var table = Table(Prices, ("prices.csv", Rows));
        Assert.Equal("p.prices", table.Name);
        Assert.Equal(["sku", "price", "discount"], table.Columns.Select(column => column.Name));
        Assert.Equal(["a", "b"], table.Columns[0].Values);
        Assert.Equal([10m, 2.50m], table.Columns[1].Values);
        Assert.Equal([null, 100_000L], table.Columns[2].Values);
    }

    [Fact]
    public void A_let_of_the_package_counts_before_data_of_another() => Assert.IsType<MembershipExpression>(
        Binding.Of(
                new Dictionary<string, string> { ["prices.csv"] = Rows },
                "policy top\nextends base\nsystem s {}\nlet prices = [\"x\"]\ncontrol c { at output  when text in prices then block }",
                $"library base\n{Prices}\ncontrol b {{ at output  when text in prices then flag }}")
            .Model!.Controls.Single(control => control.Id == "top.c")
            .Placements.Single()
            .Rules.Single()
            .Condition);

    [Fact]
    public void A_JSON_array_of_objects_gives_the_same_rows()
    {
        var json = """[{"sku":"b","price":"2.50","discount":0.1,"stock":3},{"price":10,"sku":"a","discount":null}]""";
        var declared = Prices.Replace(".csv", ".json", StringComparison.Ordinal);
        Assert.Equal(Table(Prices, ("prices.csv", Rows)), Table(declared, ("prices.json", json)));
    }

    [Fact]
    public void Cells_in_quotes_hold_commas_quotes_and_line_ends_and_other_columns_are_passed_over()
    {
        var table = Table(
            "data notes: { id: int, note: text? } from \"notes.csv\"",
            ("notes.csv", "\uFEFFnote,more,id\r\n\"a, \"\"b\"\"\r\nc\",x,-3\r\n\r\n,,2\r\n"));
        Assert.Equal([-3L, 2L], table.Columns[0].Values);
        Assert.Equal(["a, \"b\"\r\nc", null], table.Columns[1].Values);
    }

    [Fact]
    public void Blanks_around_a_cell_say_nothing_but_those_in_quotes_do()
    {
        var table = Table(
            "data notes: { id: int, note: text? } from \"notes.csv\"",
            ("notes.csv", " note ,id,,\n  a b\t , 1 ,,\n \" c \" ,2,,\n   ,3,,\n"));
        Assert.Equal([1L, 2L, 3L], table.Columns[0].Values);
        Assert.Equal(["a b", " c ", null], table.Columns[1].Values);
    }

    [Fact]
    public void Numbers_are_read_as_JSON_has_them()
    {
        var table = Table(
            "data numbers: { id: int, factor: decimal } from \"numbers.csv\"",
            ("numbers.csv", "id,factor\n1e2,1E+2\n-5,0.1234567890123456789012345678\n"));
        Assert.Equal([-5L, 100L], table.Columns[0].Values);
        Assert.Equal([0.1234567890123456789012345678m, 100m], table.Columns[1].Values);
    }

    [Fact]
    public void Every_kind_of_value_is_read_as_facts_are()
    {
        var table = Table(
            """
            type level = rising [low, high]
            data rows: {
              day: date, at: instant, wait: duration, room: size, part: share, factor: decimal, on: bool, level: level, kind: one of [a, b]
            } from "rows.csv"
            """,
            ("rows.csv", "day,at,wait,room,part,factor,on,level,kind\n2026-01-05,2026-01-05T10:00:00Z,1h30m,64KiB,0.5,1.25,TRUE,high,b\n"));
        Assert.Equal(
            [
                (long)new DateOnly(2026, 1, 5).DayNumber,
                new DateTime(2026, 1, 5, 10, 0, 0, DateTimeKind.Utc).Ticks,
                TimeSpan.FromMinutes(90).Ticks,
                65_536L,
                500_000L,
                1.25m,
                true,
                1L,
                1L,
            ],
            table.Columns.Select(column => Assert.Single(column.Values)));
    }

    [Fact]
    public void The_file_lies_among_the_sources_of_the_policy() =>
        Assert.Equal(Rows, Bind(Prices, ("prices.csv", Rows)).Model!.Sources.Single(source => source.Path == "p/prices.csv").Content);

    [Theory]
    [InlineData("", "it has no line that names its columns")]
    [InlineData("sku;price;discount\na;1;\n", "its first line names no column 'sku'; cells stand between commas, not ';'")]
    [InlineData("sku,discount\na,10%", "its first line names no column 'price'")]
    [InlineData("sku,price,discount,price\n", "its first line names the column 'price' twice")]
    [InlineData("sku,price,discount\n", "it has no row")]
    [InlineData("sku,price,discount\na,1\n", "line 2 has 2 cells, and the first line 3")]
    [InlineData("sku,price,discount\na,1,\nb,,\n", "line 3 has no 'price'")]
    [InlineData("sku,price,discount\n,1,\n", "line 2 has no 'sku'")]
    [InlineData("sku,price,discount\nb,1,\na,2,\nb,3,\na,4,\n", "line 5 has the key of line 3")]
    [InlineData("sku,price,discount\na\n", "line 2 has 1 cell, and the first line 3")]
    [InlineData("sku,price,discount\na \"b\",1,\n", "line 2 has a quote in a cell that does not begin with one")]
    [InlineData("sku,price,discount\na,0.12345678901234567890123456789,\n", "line 2: 'price' ")]
    [InlineData("sku,price,discount\na,1,0.00000000000000000001%\n", "line 2: 'discount' ")]
    [InlineData("sku,price,discount\na,1,1e30%\n", "line 2: 'discount' is")]
    [InlineData("sku,price,discount\na,1,-%\n", "line 2: 'discount' is")]
    [InlineData("sku,price,discount\na,1,5 %%\n", "line 2: 'discount' is")]
    [InlineData("sku,price,discount\na,1,+5%\n", "line 2: 'discount' is")]
    [InlineData("sku,price,discount\na,1 EUR,\n", "line 2: 'price' is")]
    [InlineData("sku,price,discount\na,1,ten\n", "line 2: 'discount' is")]
    [InlineData("sku,price,discount\na,1,110%\n", "line 2: 'discount' is")]
    [InlineData("sku,price,discount\n\"a,1,\n", "line 2 opens a quote that nothing closes")]
    [InlineData("sku,price,discount\n\"a\"b,1,\n", "line 2 has text behind a closing quote")]
    public void What_is_wrong_with_a_file_is_said_with_its_line(string content, string problem) =>
        AssertUnusable(Bind(Prices, ("prices.csv", content)), "prices.csv", problem);

    [Theory]
    [InlineData("{}", "it is no JSON array of objects")]
    [InlineData("[{\"sku\":\"a\"\n}", "it cannot be read as JSON from line 2 on")]
    [InlineData("[{\"sku\":\"a\",\"sku\":\"b\"}]", "it is no JSON in which each name stands once")]
    [InlineData("[]", "it has no row")]
    [InlineData("[{\"sku\":\"a\",\"price\":1},3]", "row 2 is no object")]
    [InlineData("[{\"sku\":\"a\",\"price\":1},{\"sku\":\"b\"}]", "row 2 has no 'price'")]
    [InlineData("[{\"sku\":7,\"price\":1}]", "row 1: 'sku' is")]
    [InlineData("[{\"sku\":\"\\ud800\",\"price\":1}]", "row 1 holds a text that is not Unicode")]
    [InlineData("[{\"sku\":\"a\",\"price\":1,\"\\ud800\":1}]", "it holds a name that is not Unicode")]
    public void What_is_wrong_with_a_JSON_file_is_said_with_its_row(string content, string problem) =>
        AssertUnusable(
            Bind(Prices.Replace(".csv", ".json", StringComparison.Ordinal), ("prices.json", content)), "prices.json", problem);

    [Theory]
    [InlineData("prices.txt", "its name ends neither in '.csv' nor in '.json'")]
    [InlineData("none.csv", "there is no such file")]
    [InlineData("../prices.csv", "there is no such file")]
    public void A_file_of_another_kind_or_place_is_refused(string path, string problem) =>
        AssertUnusable(
            Bind(Prices.Replace("prices.csv", path, StringComparison.Ordinal), ("prices.csv", Rows), ("prices.txt", Rows)), path, problem);

    [Fact]
    public void A_file_has_at_most_ten_thousand_rows()
    {
        var rows = "id\n" + string.Concat(Enumerable.Range(0, DataTable.MostRows).Select(i => $"{i}\n"));
        const string Declared = "data ids: { id: int } from \"ids.csv\"";
        Assert.Equal(DataTable.MostRows, Table(Declared, ("ids.csv", rows)).Columns[0].Values.Count);
        AssertUnusable(Bind(Declared, "control c { at output when 3 in ids then flag }", ("ids.csv", rows + "-1\n")), "ids.csv",
            "it has more than 10,000 rows");
    }

    [Theory]
    [InlineData("text", "each row is a text, and has to be a record such as '{ sku: text, price: money GBP }'")]
    [InlineData("{ a: text }?", "each row is a record, and has to be a record")]
    [InlineData("{ a: text? }", "rows are found by their first member, 'a', which has to be a text, an int, a date or an enum")]
    [InlineData("{ a: decimal }", "rows are found by their first member, 'a'")]
    [InlineData("{ a: text, b: [text] }", "'b' is a list of text, and a row has values such as texts and numbers")]
    [InlineData("{ a: text, b: { c: text } }", "'b' is a record, and a row has values such as texts and numbers")]
    public void Rows_are_records_of_values_that_begin_with_their_key(string shape, string problem)
    {
        var found = Binding.Single(Bind($"data d: {shape} from \"d.csv\"", "control c { at output always flag }", ("d.csv", "a\nx\n")));
        Assert.Equal("AIRS3038", found.Code);
        Assert.StartsWith($"'d' cannot have such rows: {problem}", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when sku in prices and prices.price(sku) > 5 GBP then block")]
    [InlineData("when sku not in prices or prices.price(sku) > 5 GBP then block")]
    [InlineData("when not (sku in prices) or prices.price(sku) > 5 GBP then block")]
    [InlineData("when (prices.price(sku) ?? 0 GBP) > 5 GBP then block")]
    [InlineData("when has prices.discount(sku) and prices.discount(sku) > 5% and prices.price(sku) > 5 GBP then block")]
    [InlineData("let known = sku in prices  when known and prices.price(sku) > 5 GBP then block")]
    [InlineData("let known(x) = x in prices  when known(sku) and prices.price(sku) > 5 GBP then block")]
    [InlineData("when any s in skus: s in prices and prices.price(s) > 5 GBP then block")]
    [InlineData("when prices.sku(sku) ?? \"\" == \"a\" then block")]
    [InlineData("when (prices.price(folded(sku)) ?? 0 GBP) > 5 GBP then block")]
    public void A_value_is_read_where_its_row_is_known_to_be_there(string rule) => Assert.Empty(Codes(rule));

    [Theory]
    [InlineData("when prices.price(sku) > 5 GBP then block", "AIRS2017", "'prices.price(sku)' may be absent; ask 'sku in prices' first")]
    [InlineData("when sku in prices or prices.price(sku) > 5 GBP then block", "AIRS2017", "'prices.price(sku)' may be absent")]
    [InlineData("when other in prices and prices.price(sku) > 5 GBP then block", "AIRS2017", "'prices.price(sku)' may be absent")]
    [InlineData("when folded(sku) in prices and prices.price(folded(sku)) > 5 GBP then block", "AIRS2017", "'prices.price(folded(sku))'")]
    [InlineData("when sku in prices and prices.discount(sku) > 5% then block", "AIRS2017", "'prices.discount(sku)' may be absent; ask 'has prices.discount(sku)' first")]
    [InlineData("when any s in skus: prices.price(s) > 5 GBP then block", "AIRS2017", "'prices.price(s)' may be absent; ask 's in prices' first")]
    [InlineData("when sku in prices and has prices.price(sku) then block", "AIRS2018", "'prices.price(sku)' is never absent")]
    [InlineData("when sku == prices then block", "AIRS2012", "'prices' is a table of data and has no value of its own; ask 'KEY in prices'")]
    [InlineData("when 3 in prices then block", "AIRS2013", "")]
    [InlineData("when (prices.price(3) ?? 0 GBP) > 5 GBP then block", "AIRS2013", "")]
    [InlineData("when (prices.prize(sku) ?? 0 GBP) > 5 GBP then block", "AIRS2002", "'p.prices' has no member 'prize'; did you mean 'price'?")]
    [InlineData("when (prices.price(sku, sku) ?? 0 GBP) > 5 GBP then block", "AIRS2022", "")]
    public void What_cannot_be_asked_says_why(string rule, string code, string message)
    {
        var found = Binding.Single(Asked(rule));
        Assert.Equal((code, message), (found.Code, found.Message[..Math.Min(message.Length, found.Message.Length)]));
    }

    [Fact]
    public void A_tool_is_looked_up_by_its_name_on_the_wire()
    {
        var model = Bind(
            "data limits: { tool: text, most: int } from \"limits.csv\"",
            """
            tool pay_out as "pay-out" { args { amount: int } }
            tool look { class read_only }
            control c { at tool_call  when tool not in limits then block }
            control d { at tool_call of pay_out  when tool in limits and args.amount > limits.most(tool) then block }
            """,
            ("limits.csv", "tool,most\npay-out,5\n"));
        Assert.Empty(model.Diagnostics.Where(found => found.Code != "AIRS4037").Select(found => found.ToString()));
        var interpreter = new PolicyInterpreter(model.Model!);
        Outcome Decide(string tool, int amount) => interpreter.Decide(
            "tool_call",
            $$$"""
            {"now":"2026-01-05T10:00:00Z","today":"2026-01-05","tool":"{{{tool}}}","args":{{{(tool == "look" ? "{}" : $"{{\"amount\":{amount}}}")}}}}
            """).Outcome;
        Assert.Equal((Outcome.Allow, Outcome.Block, Outcome.Block), (Decide("pay-out", 5), Decide("pay-out", 6), Decide("look", 0)));
    }

    [Theory]
    [InlineData("tool in limits and limits.most(by tool { pay \"a\", look \"b\" }) > 3")]
    [InlineData("by tool { pay \"a\", look \"b\" } in limits and limits.most(tool) > 3")]
    public void What_a_table_makes_of_a_tool_is_another_key(string condition) =>
        Assert.Equal(
            "AIRS2017",
            Binding.Single(
                Bind(
                    "data limits: { tool: text, most: int } from \"limits.csv\"",
                    $"tool pay {{}}  tool look {{}}  control c {{ at tool_call  when {condition} then block }}",
                    ("limits.csv", "tool,most\npay,5\n"))).Code);

    [Fact]
    public void A_fact_of_the_same_name_is_the_fact() =>
        Assert.Empty(Codes("when prices > 5 then block", "fact prices: int"));

    [Fact]
    public void A_table_that_nothing_asks_is_a_notice_and_lies_in_no_model()
    {
        var analysis = Bind("data prices: { sku: text } from \"prices.csv\"", "control c { at output always flag }", ("prices.csv", Rows));
        Assert.Empty(analysis.Model!.Data);
    }

    private static string[] Codes(string rule, string more = "") => [.. Asked(rule, more).Diagnostics.Select(found => found.ToString())];

    private static PolicyAnalysis Asked(string rule, string more = "") =>
        Bind(
            more.Length > 0 ? more : Prices,
            $"fact sku: text  fact other: text  fact skus: [text]  control c {{ at output {rule} }}",
            ("prices.csv", Rows));

    private static void AssertUnusable(PolicyAnalysis analysis, string path, string problem)
    {
        var found = Binding.Single(analysis);
        Assert.Equal("AIRS3037", found.Code);
        Assert.StartsWith($"The rows of '{path}' cannot be used: {problem}", found.Message, StringComparison.Ordinal);
    }

    private static DataTable Table(string declared, params (string Path, string Content)[] files)
    {
        var name = declared[(declared.IndexOf("data ", StringComparison.Ordinal) + 5)..].Split(':')[0];
        var key = declared.Contains("id: int", StringComparison.Ordinal) ? "3"
            : declared.Contains("day: date", StringComparison.Ordinal) ? "today"
            : "text";
        var analysis = Bind(declared, $"control c {{ at output when {key} in {name} then flag }}", files);
        Assert.Empty(analysis.Diagnostics.Select(found => found.ToString()));
        return Assert.Single(analysis.Model!.Data);
    }

    private static PolicyAnalysis Bind(string declared, params (string Path, string Content)[] files) =>
        Bind(declared, "control c { at output when text in prices then flag }", files);

    private static PolicyAnalysis Bind(string declared, string control, params (string Path, string Content)[] files) =>
        Binding.Of(files.ToDictionary(file => file.Path, file => file.Content), Binding.Policy(declared, control));
}
