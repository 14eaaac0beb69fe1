using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Operating;

/// <summary>How a host stands, for people: what is wrong in colour.</summary>
internal static class StatusText
{
    public static void Write(Terminal terminal, JsonObject status)
    {
        var (ink, now) = (terminal.Ink, terminal.Time.GetUtcNow());
        WriteBundle(ink, status["bundle"] as JsonObject ?? [], now);
        WriteStore(ink, status["store"] as JsonObject, now);
        foreach (var chart in TextOf.Items(status, "charts"))
        {
            var state = TextOf.Member(chart, "state");
            var since = chart["since"] is null ? "" : $", since {TextOf.Distance(chart, "since", now)}";
            ink.Line($"chart {TextOf.Member(chart, "name")}: {state}{since}", state == "primary" ? Tone.Good : Tone.Bad);
        }
        foreach (var breaker in TextOf.Items(status, "breakers"))
        {
            var since = TextOf.Distance(breaker, "since", now);
            ink.Line($"breaker {TextOf.Member(breaker, "name")}{Of(breaker)}: open, since {since}", Tone.Bad);
        }
        foreach (var halt in TextOf.Items(status, "halts"))
        {
            var until = halt["until"] is null ? "until it is lifted" : $"for {TextOf.Distance(halt, "until", now)} more";
            var message = halt["message"] is null ? "" : $": {TextOf.Member(halt, "message")}";
            ink.Line(
                $"halted {TextOf.Member(halt, "scope")}{Of(halt)} by {TextOf.Member(halt, "control")}, "
                    + $"since {TextOf.Distance(halt, "since", now)}, {until}{message}",
                Tone.Bad);
        }
        foreach (var (member, what) in new[] { ("moreBreakers", "open breakers"), ("moreHalts", "halts") })
        {
            if (TextOf.Member(status, member) is not ("" or "0") and var more)
                ink.Line($"and {more} {what} more", Tone.Bad);
        }
        QueueText.Write(terminal, status);
    }

    private static void WriteBundle(Ink ink, JsonObject bundle, DateTimeOffset now)
    {
        if (bundle["digest"] is null)
            ink.Line("No bundle decides, so that everything is blocked.", Tone.Bad);
        else
            ink.Line(
                $"{TextOf.Member(bundle, "package")} {TextOf.Member(bundle, "version")} decides, since "
                    + $"{TextOf.Distance(bundle, "since", now)} (sha256 {TextOf.Member(bundle, "digest")})");
        if (bundle["refused"] is not null)
            ink.Line(
                $"Another bundle was refused {TextOf.Distance(bundle, "refusedAt", now)} ago: {TextOf.Member(bundle, "refused")}",
                Tone.Bad);
    }

    private static void WriteStore(Ink ink, JsonObject? store, DateTimeOffset now)
    {
        if (store is null)
            ink.Line("There is no store: a restart forgets everything.", Tone.Warning);
        else if (store["fault"] is null)
            ink.Line(
                $"The store keeps: {TextOf.Member(store, "waiting")} waiting, the last took {TextOf.Member(store, "milliseconds")} ms.",
                Tone.Good);
        else
            ink.Line(
                $"The store keeps nothing since {TextOf.Distance(store, "faultSince", now)}, and {TextOf.Member(store, "waiting")} wait: "
                    + TextOf.Member(store, "fault"),
                Tone.Bad);
    }

    private static string Of(JsonObject item) =>
        item["id"] is not null ? $" '{TextOf.Member(item, "id")}'"
        : item["key"] is not null ? $" with the key {TextOf.Member(item, "key")}"
        : "";
}
