using System.Globalization;

namespace AirsPolicy.Conformance.Tests.Differential.Watched;

/// <summary>Random policies with judges among charts, breakers, limits and holds.</summary>
internal static class JudgedPolicies
{
    /// <summary>The text of a policy.</summary>
    public static string Write(Draw draw)
    {
        var watched = new WatchedPolicies(draw).Write();
        var worse = watched.Contains("pace guardrail", StringComparison.Ordinal)
            ? $", degrade guardrail to {draw.From(WatchedPolicies.States)}"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {{{watched}}}
            limit answers {{{draw.Between(2, 9)}}} per user within 1m at output
            queue looked {
              reviewers "expert"
              sample {{{draw.Between(10, 90)}}}% where point {{{draw.Pick(
                "== output",
                "in [input, output]",
                "in [output, recovery, input, signal]"
            )}}}
              sample {{{draw.Pick("60%", "100%", "0%")}}} where {{{draw.Pick(
                "point == output and text contains \"a\"",
                "session.turns > 5 and point == output",
                "breaker.everyone.open and point in [input, output]"
            )}}}
            }
            judge guard {
              model "m"  at output  {{{Sample(draw)}}}  timing inline  {{{draw.Pick("", "", "mode advisory", "mode shadow")}}}
              prompt "{{ text }}"  returns { verdict: one of [ok, review, bad], sure: share }
              when verdict == bad then flag "bad"{{{worse}}}
              when verdict == review and {{{draw.Pick(
                "session.turns > 5",
                "sure > 10%",
                "(pace.silent ?? 0s) > 20s",
                "breaker.everyone.open"
            )}}} then queue people
              when sure < {{{draw.Between(20, 90)}}}% then ask panel
            }
            judge panel {
              model "a", "b", "c" quorum {{{draw.Between(1, 3)}}} agree {{{draw.Between(1, 3)}}}  at output  sample 0%  timing inline  on error {{{draw.Pick(
                "block",
                "halt session for 30s",
                "hold for people within 30s",
                "flag"
            )}}}
              prompt "{{ text }}"  returns { score: share }
              when score < 30% then {{{draw.Pick("block", "halt session for 30s", "hold for people")}}}
              when score < 60% then {{{draw.Pick("hold for people within 30s", "append \"!\"", "flag")}}}
            }
            judge second {
              model "s"  at output  {{{Sample(draw)}}}  timing inline  on error flag
              prompt "{{ text }}"  returns { kind: one of [plain, odd], doubt: share? }
              when kind == odd and session.turns > 5 then queue people
            }
            let strange = has second and second.kind == odd
            control both {
              at output
              on error {{{draw.Pick("flag", "block")}}}
              when strange and has second and (second.doubt ?? {{{draw.Between(0, 100)}}}%) > 50% then {{{draw.Pick(
                "ask panel",
                "block",
                "hold for people",
                "flag, ask panel"
            )}}}
              when {{{draw.Pick("has second and has second.doubt and second.doubt < 30%", "has second and not strange")}}} then {{{draw.Pick(
                "flag",
                "notify \"soc\"",
                "ask guard"
            )}}}
            }
            judge later {
              model "l"  at output  {{{Sample(draw)}}}  {{{draw.Pick("", "on error queue people", "on error retract \"Nobody looked.\"", "mode shadow")}}}
              prompt "{{ text }}"  returns { bad: bool }
              when bad then flag "found"{{{worse}}}
              when bad and strange then {{{draw.Pick("queue people", "retract \"Taken back.\"", "flag, retract \"Gone.\"")}}}
            }

            """);
    }

    private static string Sample(Draw draw) =>
        draw.Below(4) switch
        {
            0 => "",
            1 => "sample 0%",
            2 => string.Create(CultureInfo.InvariantCulture, $"sample {draw.Between(10, 90)}%"),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"sample {draw.Between(5, 50)}%  sample {draw.Pick("60%", "100%")} where {draw.Pick("text contains \"a\"", "session.turns > 5", "breaker.everyone.open")}"
            ),
        };
}
