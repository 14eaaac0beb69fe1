using System.Text;
using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Runtime.Schemas;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class FactsCommandTests : IDisposable
{
    private const string Policy = """
        policy shop
        system s { owner "ops" }

        /// What the order comes to.
        fact total: money EUR from "orders" within 50ms on error hold for people
        fact basket: { items: [{ name: text, price: money EUR }], note: text? } at output

        queue people { sla 4h  reviewers "staff" }
        limit five 5 per user within 1h at input

        control no_orders {
          at output
          on error flag
          when total > 500 EUR and user.id != "" then block
          when any i in basket.items: i.price > 100 EUR then flag
          when has basket.note and length(basket.note) > 40 then flag
        }
        control trial { at output  mode detect  when session.turns > 40 then block }
        control tries { at output  when (count of input i where i.input.source == web per user within 1h) > 3 then block }
        tool refund "Give money back" { class irreversible  args { amount: money EUR, reason: text }  when args.amount > 50 EUR then hold for people }

        """;

    private readonly TemporaryFolder _folder = new();

    public FactsCommandTests() => _folder.Write("shop/a.airs", Policy);

    [Fact]
    public void A_table_says_who_gives_each_fact_and_what_follows_without_it()
    {
        var run = CliRun.Of("facts", _folder.PathOf("shop"), "--point", "output");
        Assert.Equal((ExitCode.Clean, """
            output  The model has answered, whole or streamed.
              fact                      type                needed   missing  given by      read by
              user
                Who asks, as the host knows them; groups are closed under inheritance.
                id                      text                always   block    every host    no_orders, tries
              session
                The conversation so far.
                turns                   int                 always   would    every host    trial
                                                                     block
              basket
                items [ ]               list of records     always   flag     application   no_orders
                  price                 money EUR           reached  flag     application   no_orders
                note                    text                no       -        application   no_orders
              total                     money EUR           always   hold     provider      no_orders
                                                                              orders
                                                                              within 50ms
                What the order comes to.
              taken too, and read by nothing: system, request, now, today, time_of_day, user.roles, user.groups,
              user.language, agent, session.id, session.age, session.idle, session.context_used,
              session.transcript, session.labels, run, pace, flagged, approvals, output, input, sources

            always   a rule fails without it, and what stands under 'missing' follows
            reached  the same where a rule comes to it: in an item of a list, in a record that may be absent,
                     for a limit
            no       it may be absent

            """.ReplaceLineEndings("\n")), (run.Code, run.Out));
    }

    [Fact]
    public void What_is_read_of_a_tool_stands_with_it()
    {
        var run = CliRun.Of("facts", _folder.PathOf("shop"), "-p", "tool_call");
        Assert.Contains("""
              of refund, Give money back:
              args
                What the tool is called with, as the model wrote it.
                amount                  money EUR           always   block    every host    tool.refund
              taken too, and read by nothing: args.reason
            """.ReplaceLineEndings("\n"), run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_point_is_listed_at_which_the_policy_has_to_be_asked()
    {
        var run = CliRun.Of("facts", _folder.PathOf("shop"));
        Assert.Equal(["input", "output", "tool_call"], Points(run.Out));
        // At input nothing but a limit stands, and something is counted.
        Assert.Contains(
            "source                  one of user,        later    block    every host    tries",
            run.Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"user":{"id":"u"},"session":{"turns":3},"total":"12.50","basket":{"items":[{"name":"a","price":1}]},"output":{"text":"hi"}}""",
        true
    )]
    [InlineData(
        """{"user":{"id":"u"},"session":{"turns":3},"total":{"amount":5,"currency":"EUR"},"basket":{"items":[],"note":null}}""",
        true
    )]
    [InlineData("""{"user":{"id":"u"},"session":{"turns":3},"total":5,"basket":{"items":[]},"customer":"c"}""", false)]
    [InlineData("""{"user":{"id":"u"},"session":{"turns":3},"total":5,"basket":{}}""", false)]
    [InlineData("""{"user":{"id":"u"},"session":{"turns":3},"total":null,"basket":{"items":[]}}""", false)]
    [InlineData("""{"user":{},"session":{"turns":3},"total":5,"basket":{"items":[]}}""", false)]
    [InlineData("""{"user":{"id":"u"},"session":{"turns":"3"},"total":5,"basket":{"items":[]}}""", false)]
    public void The_schema_of_a_point_takes_whole_requests_alone(string facts, bool fits) =>
        Assert.Equal(fits, Fits(CliRun.Of("facts", _folder.PathOf("shop"), "--point", "output", "--json").Out, facts));

    [Theory]
    [InlineData("""{"tool":"refund","args":{"amount":5,"reason":"late"}}""", true)]
    [InlineData("""{"tool":"refund","args":{"reason":"late"}}""", false)]
    [InlineData("""{"args":{"amount":5}}""", false)]
    public void The_schema_of_a_tool_requires_what_its_rules_read(string facts, bool fits) =>
        Assert.Equal(fits, Fits(CliRun.Of("facts", _folder.PathOf("shop"), "--point", "tool_call", "--json").Out, facts));

    [Fact]
    public void All_points_are_one_schema_with_a_definition_each()
    {
        using var all = JsonDocument.Parse(CliRun.Of("facts", _folder.PathOf("shop"), "--json").Out);
        Assert.Equal("The facts of shop", all.RootElement.GetProperty("title").GetString());
        Assert.Equal(["input", "output", "tool_call"], all.RootElement.GetProperty("$defs").EnumerateObject().Select(point => point.Name));
        Assert.Null(JsonSchema.Compile(Encoding.UTF8.GetBytes(all.RootElement.GetRawText())).Error);
        var total = all.RootElement.GetProperty("$defs").GetProperty("output").GetProperty("properties").GetProperty("total");
        Assert.Equal(
            "What the order comes to. Given by the provider 'orders' within 50ms. Read by shop.no_orders. Without it: hold.",
            total.GetProperty("description").GetString());
    }

    [Fact]
    public void No_line_is_wider_than_the_terminal() =>
        Assert.DoesNotContain(CliRun.Of("facts", _folder.PathOf("shop")).Out.Split('\n'), line => line.Length > 100);

    [Fact]
    public void A_bundle_says_the_same_as_its_sources()
    {
        Assert.Equal(ExitCode.Clean, CliRun.Of("build", _folder.PathOf("shop"), "-o", _folder.PathOf("shop.airsb")).Code);
        foreach (var form in new[] { Array.Empty<string>(), ["--json"] })
            Assert.Equal(
                CliRun.Of(["facts", _folder.PathOf("shop"), .. form]),
                CliRun.Of(["facts", _folder.PathOf("shop.airsb"), .. form]));
    }

    [Fact]
    public void A_point_at_which_nothing_stands_is_wrong_usage_and_says_where_something_does()
    {
        var run = CliRun.Of("facts", _folder.PathOf("shop"), "--point", "retrieve", "--json");
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Out));
        Assert.Contains(
            "Nothing of 'shop' stands at 'retrieve', so that nothing is to be given there. It stands at input, output, tool_call.",
            run.Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "did you mean 'output'?",
            CliRun.Of("facts", _folder.PathOf("shop"), "--point", "outptu").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_stands_nowhere_needs_nothing()
    {
        _folder.Write("empty/a.airs", "policy empty\nsystem s { owner \"ops\" }\n");
        Assert.Equal("Nothing of empty stands at any point.\n", CliRun.Of("facts", _folder.PathOf("empty")).Out);
        Assert.Contains(
            "It stands at no point.",
            CliRun.Of("facts", _folder.PathOf("empty"), "-p", "input").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_with_errors_is_a_finding()
    {
        _folder.Write("wrong/a.airs", "policy wrong\nsystem s { owner \"ops\" }\ncontrol c { at output  when nothing > 3 then block }\n");
        var run = CliRun.Of("facts", _folder.PathOf("wrong"));
        Assert.Equal((ExitCode.Findings, ""), (run.Code, run.Out));
        Assert.Contains("AIRS2001", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a bc def", 4, "a bc|def")]
    [InlineData("  indented cell that goes on", 12, "  indented|  cell that|  goes on")]
    [InlineData("shop.controls.no_orders", 12, "shop.|controls.|no_orders")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("", 4, "")]
    public void Cells_go_on_in_the_next_line(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', TextColumns.Wrap(text, width)));

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Points(string table) =>
        table
            .Split("\n\n")
            .Select(part => part.TrimStart('\n'))
            .Where(part => part.Contains("given by", StringComparison.Ordinal))
            .Select(part => part.Split(' ')[0]);

    private static bool Fits(string schema, string facts)
    {
        var compilation = JsonSchema.Compile(Encoding.UTF8.GetBytes(schema), options: new SchemaOptions { AssertFormats = true });
        return compilation.Schema!.Validate(Encoding.UTF8.GetBytes(facts)).Kind == SchemaVerdictKind.Fits;
    }
}
