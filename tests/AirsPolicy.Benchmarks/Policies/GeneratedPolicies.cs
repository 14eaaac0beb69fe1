using System.Globalization;
using System.Text;

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
        Line(text, $"detector promise {{ match \"legally binding\" weighs 70%  match /\\bwe\\s+will\\s+refund\\b/i weighs 60%  found at 60% }}");
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

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
