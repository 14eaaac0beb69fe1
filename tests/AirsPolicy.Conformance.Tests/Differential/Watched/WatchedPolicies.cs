using System.Globalization;
using System.Text;

namespace AirsPolicy.Conformance.Tests.Differential.Watched;

/// <summary>Random policies with charts and breakers, as their authors would write them.</summary>
internal sealed class WatchedPolicies(Draw draw)
{
    public static readonly string[] States = ["alternate", "contingency", "emergency"];

    private static readonly string[] s_layers = ["guardrail", "human", "records"];

    /// <summary>The text of a policy.</summary>
    public string Write()
    {
        var layers = s_layers.Where(_ => draw.Chance(70)).ToList();
        if (layers.Count == 0)
            layers.Add("guardrail");
        var system = draw.Chance(80);
        var text = new StringBuilder("""
            policy random.watched
            system s {}
            queue people { sla 1m }
            fact stale: duration at signal, recovery

            """);
        foreach (var layer in layers)
            Chart(text, layer, layers, system);
        if (system)
            Chart(text, null, layers, system);
        text.Append(
            CultureInfo.InvariantCulture,
            $"breaker one {{ per user  trip when {Trip("user")}  open for {draw.Pick("10s", "1m")}  {draw.Pick("probe 1", "probe 2", "probe 3", "probe 2  close by \"lead\"", "close by \"lead\"")}{Rules()} }}\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"breaker everyone {{ per system  trip when {Trip("system")}  open for 1m  close by \"lead\", \"ciso\"{Rules()} }}\n");
        text.Append(
            """
            control words {
              at input, output
              when text contains "bad" then block
              when text contains "wait" then hold for people within 30s
              when text contains "stop" then halt session for 30s

            """);
        if (layers.Contains("guardrail"))
            text.Append("  when text contains \"worse\" then degrade guardrail to alternate\n");
        text.Append("  when breaker.everyone.open and text contains \"soft\" then flag\n");
        foreach (var layer in layers)
        {
            var (first, second) = (draw.Between(2, 9), draw.Between(0, 2));
            text.Append(
                CultureInfo.InvariantCulture,
                $"  when length(text) > by pace.{layer} {{ primary {first}, {draw.From(States)} {second} }} then {draw.Pick("flag", "block", "hold for people within by pace." + layer + " { primary 1m, contingency 20s }")}\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"  when pace.{layer} {draw.Pick(">=", ">")} {draw.Pick("alternate", "contingency")} and text contains \"x\" then {draw.Pick("flag", "block")}\n"
            );
        }
        text.Append("  when pace.layers_at_emergency >= 1 and text contains \"y\" then block\n");
        text.Append("  when (pace.silent ?? 0s) > 50s and text contains \"z\" then flag\n}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"control counts {{ at input  when count of pace_change p where p.to {draw.Pick("==", ">=")} {draw.From(States)} per system within 2m >= {draw.Between(1, 3)} then flag }}\n"
        );
        return text.ToString();
    }

    private void Chart(StringBuilder text, string? layer, List<string> layers, bool system)
    {
        text.Append(CultureInfo.InvariantCulture, $"pace {layer}{(layer is null ? "" : " ")}{{\n");
        foreach (var state in States)
        {
            for (var triggers = draw.Between(1, 2); triggers > 0; triggers--)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  enter {state} when {Trigger(layer, layers, system)}{(draw.Chance(25) ? draw.Pick(" for 10s", " for 1m") : "")}\n");
        }
        for (var overlays = draw.Between(0, 3); overlays > 0; overlays--)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  from {draw.From(States)} at {draw.Pick("input", "output", "input, output")} {draw.Pick("always flag", "always hold for people", "always block", "when text contains \"a\" then block", "when length(text) > 3 then flag")}\n"
            );
        foreach (var (from, to) in new[] { ("emergency", "contingency"), ("contingency", "alternate"), ("alternate", "primary") })
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  recover {from} -> {to} by {draw.Pick("\"lead\"", "\"ciso\"", "\"lead\", \"ciso\"")}{draw.Pick("", " after 10s", " after 1m")}"
            );
            text.Append(draw.Chance(25) ? draw.Pick(" where guardrail.tests_passed", " where stale < 1m", " where pace.age > 10s") : "")
                .Append('\n');
        }
        text.Append("  fallback \"people\"\n}\n");
    }

    private string Trigger(string? layer, List<string> layers, bool system)
    {
        var other = draw.From([.. layers]);
        return draw.Below(layer is null ? 9 : 7) switch
        {
            0 => "not guardrail.healthy",
            1 => $"guardrail.errors > {draw.Pick("10%", "50%", "90%")}",
            2 => $"queue.people.depth > {draw.Between(1, 4)}",
            3 => "stale > 1m",
            4 => $"breaker.everyone.open and guardrail.errors > {draw.Pick("0%", "10%")}",
            5 => $"count of refused input per system within 1m >= {draw.Between(1, 4)}",
            6 => system && layer is not null
                ? $"pace.age > 1m and pace.{layer} {draw.Pick("==", ">=")} {draw.From(States)}"
                : "guardrail.errors > 40%",
            7 => "pace.layers_at_emergency >= 1",
            _ => $"pace.{other} {draw.Pick("==", ">=", ">=")} {draw.From(States)}",
        };
    }

    private string Trip(string per) => draw.Below(4) switch
    {
        0 => $"count of input per {per} within 30s > {draw.Between(2, 5)}",
        1 => $"count of refused input per {per} within 2m > 50% * count of event per {per} within 2m",
        _ => $"count of refused input per {per} within 1m >= {draw.Between(1, 4)}",
    };

    private string Rules() =>
        draw.Chance(60)
            ? ""
            : draw.Pick(
                "  always block \"cut off\"",
                "  when text contains \"a\" then block  always flag",
                "  always hold for people within 30s");
}
