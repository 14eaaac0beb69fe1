using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>A request that is made up to have come before another.</summary>
/// <param name="Request">What such requests hold.</param>
/// <param name="Facts">Its facts, of which the time counts for nothing.</param>
/// <param name="Ago">How long before the request at hand, in ticks of 100 ns.</param>
internal sealed record MadeUpEvent(RequestShape Request, JsonObject Facts, long Ago)
{
    /// <summary>The facts at a time.</summary>
    public static JsonObject At(JsonObject facts, long now)
    {
        var timed = (JsonObject)facts.DeepClone();
        if (timed.ContainsKey("now"))
            timed["now"] = InstantText.Format(now);
        if (timed.ContainsKey("today"))
            timed["today"] = DateText.Format((int)(now / TimeSpan.TicksPerDay));
        if (timed.ContainsKey("time_of_day"))
            timed["time_of_day"] = DurationText.Format(now % TimeSpan.TicksPerDay);
        return timed;
    }
}
