using System.Globalization;
using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>A host decides by the rows that lie in the bundle.</summary>
public sealed class DataHostTests
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        type level = one of [low, high]
        data prices: { sku: text, price: money GBP, note: text?, sold: bool, level: level } from "prices.csv"
        data days: { day: date, hours: int? } from "days.json"
        tool quote { class reversible  args { sku: text, amount: money GBP, day: date? } }
        control rows_hold {
          at tool_call of quote
          when args.sku not in prices then block "unknown"
          when args.sku in prices and args.amount < prices.price(args.sku) then block "low"
          when (prices.note(args.sku) ?? "none") == "ask" then flag "ask"
          when (prices.note(args.sku) ?? "none") == "none" then flag "none"
          when args.sku in prices and not prices.sold(args.sku) then block "not sold"
          when args.sku in prices and prices.level(args.sku) == high then flag "high"
        }
        control open {
          at tool_call of quote
          when has args.day and (days.hours(args.day) ?? 0) < 4 then block "closed"
        }
        """;

    private static readonly Dictionary<string, string> s_files = new()
    {
        ["prices.csv"] = "sku,price,note,sold,level\nsaw,24.50,ask,true,low\nBolt,0.75,,true,high\nold,1,x,false,low\n",
        ["days.json"] = """[{"day":"2026-01-05","hours":9},{"day":"2026-01-03","hours":3},{"day":"2026-01-04"}]""",
    };

    private readonly PolicyHost _host = new(new PolicyHostOptions { AllowUnsigned = true });

    public DataHostTests() => Assert.Null(_host.Load(BundleBuilder.Build(BoundPolicy.Of(Policy, s_files))).Reason);

    [Theory]
    [InlineData("saw", 24.50, null, "ask")]
    [InlineData("saw", 24.49, null, "low, ask")]
    [InlineData("Bolt", 1, null, "none, high")]
    [InlineData("bolt", 1, null, "unknown, none")]
    [InlineData("", 1, null, "unknown, none")]
    [InlineData("old", 2, null, "not sold")]
    [InlineData("saw", 25, "2026-01-05", "ask")]
    [InlineData("saw", 25, "2026-01-03", "ask, closed")]
    [InlineData("saw", 25, "2026-01-04", "ask, closed")]
    [InlineData("saw", 25, "2026-01-06", "ask, closed")]
    public void Each_rule_says_what_its_row_says(string sku, double amount, string? day, string said)
    {
        var when = day is null ? "" : $",\"day\":\"{day}\"";
        var decision = _host.Decide("tool_call", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$"""
            {"user":{"id":"u","roles":[],"groups":[]},"flagged":false,"tool":"quote","first_use":false,"cost":0,
             "args":{"sku":"{{{sku}}}","amount":{{{amount}}}{{{when}}}}}
            """)));
        var messages = decision.Fired.OrderByDescending(rule => rule.Origin.Control, StringComparer.Ordinal).ThenBy(rule => rule.Origin.Ordinal)
            .SelectMany(rule => rule.Effects).Select(effect => effect switch
            {
                BlockEffect block => block.Message,
                FlagEffect flag => flag.Reason,
                _ => effect.ToString(),
            });
        Assert.Equal(said, string.Join(", ", messages));
    }
}
