using System.Globalization;
using System.Text;
using AirsPolicy.Language.Symbols.Points;

namespace AirsPolicy.Benchmarks.Policies;

/// <summary>Policies of any size as source, alike at every run.</summary>
internal static class GeneratedPolicies
{
    private const string Header = "policy bench.generated\nsystem bench { owner \"bench\" }\ntype band = rising [low, middle, high]\n";

    private const string Args = "{ quantity: int, ready: bool, region: text, band: band, amount: money GBP, weight: decimal }";

    /// <summary>Controls on tools of their own, five to a tool, one of each kind of comparison.</summary>
    public static string ToolMix(int tools)
    {
        var text = new StringBuilder(Header);
        for (var t = 0; t < tools; t++)
        {
            Line(text, $"tool tool_{t} {{ class reversible  args {Args} }}");
            Line(text, $"control quantity_{t} {{ at tool_call of tool_{t}  when args.quantity > {1_000 + t} then block \"quantity\" }}");
            Line(text, $"control ready_{t} {{ at tool_call of tool_{t}  when not args.ready then flag }}");
            Line(text, $"control region_{t} {{ at tool_call of tool_{t}  when args.region == \"region-{t}\" then block }}");
            Line(text, $"control band_{t} {{ at tool_call of tool_{t}  when args.band >= high and args.quantity > 10 then flag }}");
            Line(text, $"control amount_{t} {{ at tool_call of tool_{t}  when args.amount > {500 + t} GBP then block }}");
        }
        return text.ToString();
    }

    /// <summary>Controls that all stand at one tool, half of them on decimals.</summary>
    public static string AllApply(int controls)
    {
        var text = new StringBuilder(Header);
        Line(text, $"tool pay {{ class reversible  args {Args} }}");
        for (var i = 0; i < controls; i++)
        {
            var condition = (i % 4) switch
            {
                0 => $"args.amount > {1_000 + i} GBP",
                1 => $"args.quantity > {1_000 + i}",
                2 => $"args.weight < {-i - 1}.5",
                _ => $"args.band >= high and args.quantity > {i}",
            };
            Line(text, $"control c_{i} {{ at tool_call of pay  when {condition} then block }}");
        }
        return text.ToString();
    }

    /// <summary>Controls that differ in the role they ask for, all at one point.</summary>
    public static string Roles(int controls)
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < controls; i++)
            Line(text, $"control c_{i} {{ at input  when user.roles contains \"role-{i}\" and length(text) > 5_000 then block }}");
        return text.ToString();
    }

    /// <summary>One control on each of many tools.</summary>
    public static string OwnTool(int controls)
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < controls; i++)
        {
            Line(text, $"tool tool_{i} {{ class reversible  args {{ quantity: int }} }}");
            Line(text, $"control c_{i} {{ at tool_call of tool_{i}  when args.quantity > {1_000 + i} then block }}");
        }
        return text.ToString();
    }

    /// <summary>Controls of at least six members, as an author would write them.</summary>
    public static string Members(int controls)
    {
        var text = new StringBuilder(Header);
        Line(text, $"fact customer: {{ id: text, cards: [text], segment: one of [retail, private], since: date, risk: share }}");
        Line(
            text,
            $"detector promise {{ match \"legally binding\" weighs 70%  match /\\bwe\\s+will\\s+refund\\b/i weighs 60%  found at 60% }}");
        for (var i = 0; i < controls; i++)
        {
            Line(text, $"control c_{i} \"Control number {i}\" {{");
            Line(text, $"  severity high");
            Line(text, $"  at output, input");
            Line(text, $"  on error block");
            Line(text, $"  let risky = customer.risk >= {i % 100}%");
            Line(text, $"  when length(text) > {2_000 + i} and risky then block \"Please shorten your question.\"");
            Line(text, $"  when any c in customer.cards: c starts with \"{i}\" then flag \"card\"");
            Line(text, $"  when promise.found(text) or customer.segment == retail and customer.risk > 90% then append \"Not binding.\"");
            Line(text, $"}}");
        }
        return text.ToString();
    }

    /// <summary>Controls of at least six members that read no facts but those every point has, for the command line.</summary>
    public static string Buildable(int controls) =>
        Members(controls).Replace("policy bench.generated\n", "policy bench.generated version \"1.0.0\"\n", StringComparison.Ordinal);

    /// <summary>A control at every decision point, none of which fires on harmless facts.</summary>
    /// <param name="detectors">They look into texts, or compare values.</param>
    public static string EveryPoint(bool detectors)
    {
        var text = new StringBuilder(Header);
        Line(
            text,
            $"detector promise {{ match \"legally binding\" weighs 70%  match /\\bwe\\s+will\\s+refund\\b/i weighs 60%  found at 60% }}");
        foreach (var point in DecisionPoints.All)
        {
            var subject = point.PrimaryText.Count > 0 ? "text" : "user.id";
            if (detectors)
                Line(
                    text,
                    $"control c_{point.Name} {{ at {point.Name}  when promise.found({subject}) or pii.card.found({subject}) then block }}");
            else
                Line(
                    text,
                    $"control c_{point.Name} {{ at {point.Name}  when user.roles contains \"nobody\" or {subject} == \"nothing\" or session.turns > 1_000 then block }}"
                );
        }
        return text.ToString();
    }

    /// <summary>A policy over about a kilobyte of facts.</summary>
    public static string Kilobyte()
    {
        var text = new StringBuilder(Header);
        Line(text, $"type order_line = {{ sku: text, quantity: int, price: money GBP, gift: bool }}");
        Line(
            text,
            $"fact customer: {{ id: text, segment: one of [retail, private], since: date, risk: share, limit: decimal, cards: [text] }}");
        Line(text, $"fact basket: [order_line]");
        Line(text, $"tool pay {{ class reversible  args {Args} }}");
        Line(text, $"control amount {{ at tool_call of pay  when args.amount > 500 GBP then block \"amount\" }}");
        Line(text, $"control risk {{ at tool_call of pay  when customer.risk >= 80% and customer.segment == retail then block }}");
        Line(text, $"control basket_size {{ at tool_call  when length(basket) > 50 then flag }}");
        Line(text, $"control turns {{ at tool_call  when session.turns > 100 then block }}");
        Line(text, $"control role {{ at tool_call  when user.roles contains \"suspended\" then block }}");
        return text.ToString();
    }

    /// <summary>Facts for <see cref="Kilobyte"/>, about a kilobyte.</summary>
    public const string KilobyteFacts = """
        {"user":{"id":"u-4711","roles":["customer","beta"],"groups":["europe","retail"],"language":"en"},
        "session":{"id":"s-20260301-0815","age":340,"idle":12,"turns":7,"context_used":0.25,"labels":["verified"]},
        "agent":{"id":"assistant","kind":"task","chain":["front"],"depth":1,"scope":["pay","quote"]},
        "customer":{"id":"c-998877","segment":"retail","since":"2019-04-30","risk":0.12,"limit":2500.75,"cards":["4929000000006","5555555555554444"]},
        "basket":[{"sku":"TAHOE-RADIO-MOUNT","quantity":1,"price":129.99,"gift":false},{"sku":"FLOOR-MAT-SET-4","quantity":2,"price":89.5,"gift":false},
        {"sku":"KEY-RING-LEATHER","quantity":3,"price":12.25,"gift":true},{"sku":"USB-C-CABLE-2M","quantity":1,"price":9.99,"gift":false}],
        "tool":"pay","first_use":false,"flagged":false,
        "args":{"quantity":5,"ready":true,"region":"region-7","band":"middle","amount":442.23,"weight":3.5}}
        """;

    /// <summary>A detector of many patterns.</summary>
    public static IEnumerable<string> Patterns(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (i % 5) switch
            {
                0 => $@"\bword{i}\s+(one|two|three)\b",
                1 => $@"[A-Z]{{2}}\d{{2}}[- ]?\d{{4}}x{i}",
                2 => $@"(ignore|forget)\s+(all\s+)?(previous|prior)\s+item{i}",
                3 => $@"secret{i}\s*[:=]\s*[A-Za-z0-9+/]{{20,40}}",
                _ => $@"[\w.+-]+@host{i}\.(com|org|net)",
            };
        }
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
