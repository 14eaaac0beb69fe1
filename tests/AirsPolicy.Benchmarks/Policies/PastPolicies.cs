using System.Globalization;
using System.Text;

namespace AirsPolicy.Benchmarks.Policies;

/// <summary>Policies that count over time, as source.</summary>
internal static class PastPolicies
{
    private const string Header =
        "policy bench.past\nsystem bench { owner \"bench\" }\ntool pay { class reversible  args { to: text, amount: money GBP } }\n";

    /// <summary>Conditions on the past at one tool, none of which holds in a session that pays a hundred people.</summary>
    public static string Conditions(int count)
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < count; i++)
        {
            var condition = (i % 4) switch
            {
                0 => $"count of tool_call c where c.args.to == args.to per session within 24h >= {900 + i}",
                1 => $"count of tool_call c per session within 24h > session.turns * {1_000_000 + i}",
                2 => $"sum of c.args.amount over tool_call c per session within {24 + i}h > 1_000_000_000 GBP",
                _ => $"distinct of c.args.to over tool_call c per session within 24h >= {900 + i}",
            };
            Line(text, $"control c_{i} {{ at tool_call of pay  when {condition} then block }}");
        }
        return text.ToString();
    }

    /// <summary>Limits of one session, from one call to a thousand and on money, which only say that they are passed.</summary>
    public static string Limits(int count)
    {
        string[] windows = ["1m", "1h", "24h", "90d"];
        int[] counts = [1, 3, 5, 10, 20, 30, 50, 60, 100, 100, 200, 300, 500, 1_000];
        var text = new StringBuilder(Header);
        for (var i = 0; i < count; i++)
        {
            var value = i < counts.Length ? counts[i].ToString(CultureInfo.InvariantCulture) : "1000 GBP of args.amount";
            Line(text, $"limit l_{i} {value} per session within {windows[i % windows.Length]} at tool_call of pay at 100% then flag");
        }
        return text.ToString();
    }

    /// <summary>Two limits and a condition.</summary>
    public static string Few()
    {
        var text = new StringBuilder(Header);
        Line(text, $"limit calls 3 per session within 24h at tool_call of pay");
        Line(text, $"limit money 500 GBP of args.amount per session within 24h at tool_call of pay");
        Line(text, $"control c {{ at tool_call of pay  when count of tool_call c per session within 24h >= 10 then block }}");
        return text.ToString();
    }

    /// <summary>Whom nobody may pay.</summary>
    public const string Stopped = "nobody";

    /// <summary>Nothing of the past but what stops a payment.</summary>
    /// <param name="effect">What follows.</param>
    public static string Stopping(string effect)
    {
        var text = new StringBuilder(Header);
        Line(text, $"control c {{ at tool_call of pay  when args.to == \"{Stopped}\" then {effect} }}");
        return text.ToString();
    }

    /// <summary>Controls that look back, alone or with two charts, two breakers and a queue beside them.</summary>
    public static string Watched(bool isWatched)
    {
        var text = new StringBuilder(Header);
        Line(
            text,
            $"control c {{ at tool_call of pay  when args.to == \"{Stopped}\" or count of refused tool_call per session within 24h >= 100 then block }}"
        );
        if (!isWatched)
            return text.ToString();
        Line(text, $"queue people {{ sla 15m }}");
        Line(text, $"control held {{ at tool_call of pay  when args.to == \"{Held}\" then hold for people }}");
        Line(
            text,
            $"pace guardrail {{ enter alternate when guardrail.errors > 5%  from alternate at tool_call always flag  recover alternate -> primary by \"lead\" }}"
        );
        Line(
            text,
            $"pace {{ enter alternate when pace.guardrail >= alternate  from alternate at tool_call always flag  recover alternate -> primary by \"lead\" }}"
        );
        Line(text, $"breaker one {{ per user  trip when count of refused tool_call per user within 60s >= 5  open for 5m  probe 3 }}");
        Line(
            text,
            $"breaker all_of_us {{ per system  trip when count of refused tool_call per system within 5m >= 100  open for 5m  close by \"lead\" }}"
        );
        return text.ToString();
    }

    /// <summary>Whom only people may pay.</summary>
    public const string Held = "somebody";

    /// <summary>Facts of a call by a user.</summary>
    public static string FactsOfUser(string user, string to) =>
        $$"""{"now":"2026-06-15T10:00:00Z","session":{"id":"s","age":1,"idle":1,"turns":7,"context_used":0.1,"labels":[]},"user":{"id":"{{user}}","roles":[],"groups":[]},"tool":"pay","args":{"to":"{{to}}","amount":10} }""";

    /// <summary>Facts of a call.</summary>
    public static string Facts(string session, string to) =>
        $$"""{"now":"2026-06-15T10:00:00Z","session":{"id":"{{session}}","age":1,"idle":1,"turns":7,"context_used":0.1,"labels":[]},"tool":"pay","args":{"to":"{{to}}","amount":10} }""";

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
