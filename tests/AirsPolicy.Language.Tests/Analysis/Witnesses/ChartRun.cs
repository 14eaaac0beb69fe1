using System.Text.Json.Nodes;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>
/// A trace of signals of every kind, of requests that are made up for the rules, and of people who bring back what they may. The chart
/// machine of the runtime runs beside the interpreter, which fails where they differ.
/// </summary>
internal sealed class ChartRun
{
    private const int Steps = 80;

    private readonly WitnessCase _shown;
    private readonly Random _random;
    private readonly EventTrace _past;
    private readonly List<(string Point, JsonObject Facts)> _requests;
    private long _now = VirtualClock.Start.Ticks;

    public ChartRun(WitnessCase shown, int seed)
    {
        _shown = shown;
        _random = new Random(seed);
        _past = new EventTrace(shown.Interpreter, withStateMachines: true);
        _requests = [.. shown.Requests().Where(request => request.Point is not ("signal" or "recovery"))];
    }

    /// <summary>How a chart stood after each step.</summary>
    public IReadOnlyList<PaceLevel> States(string chart)
    {
        var states = new List<PaceLevel>();
        for (var step = 0; step < Steps; step++)
        {
            _now += _random.Next(1, 100) * TimeSpan.TicksPerHour;
            switch (_random.Next(5))
            {
                case 0:
                    Ask("signal", Readings(_shown.Harmless("signal"), () => _random.Next(2) == 0));
                    break;
                // All is well, so that nothing stands in the way of whoever brings it back.
                case 1:
                    Ask("signal", Readings(_shown.Harmless("signal"), static () => false));
                    break;
                case 2 when _requests.Count > 0:
                    var (point, facts) = _requests[_random.Next(_requests.Count)];
                    Ask(point, facts);
                    break;
                default:
                    Recover(chart);
                    break;
            }
            states.Add(LevelOf(chart));
        }
        return states;
    }

    public PaceLevel LevelOf(string chart) => _past.Watched.Reading.Charts[_past.Watched.ChartOf(chart)].Level;

    /// <summary>Nothing is as it should be.</summary>
    public void SignalThatAllIsLost() => Ask("signal", Readings(_shown.Harmless("signal"), static () => true));

    // Everybody whom the policy knows, at once: nobody else could.
    private void Recover(string chart)
    {
        var facts = Readings(_shown.Harmless("recovery"), static () => false);
        var roles = _shown
            .Model.Charts.SelectMany(known => known.Recoveries)
            .SelectMany(way => way.Authorities)
            .Append("on-call")
            .Distinct();
        facts["recovery"]!["action"] = "recover";
        facts["recovery"]!["id"] = chart;
        facts["approver"] = new JsonObject
        {
            ["kind"] = "person",
            ["id"] = "ann",
            ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]),
        };
        Ask("recovery", facts);
    }

    private void Ask(string point, JsonObject facts)
    {
        var given = (JsonObject)facts.DeepClone();
        given["now"] = InstantText.Format(_now);
        var text = given.ToJsonString();
        _past.Record(point, text, _shown.Interpreter.Decide(point, text, _past), _now);
    }

    private JsonObject Readings(JsonObject facts, Func<bool> isBad)
    {
        var layout = _shown.Model.Layouts.First(layout => layout.Point == "signal").Facts;
        foreach (var member in layout.Members)
        {
            if (member.WireName is "guardrail" or "judge" or "queue" && member.Shape is RecordShape readings)
                facts[member.WireName] = Of(readings, isBad);
        }
        return facts;
    }

    private static JsonObject Of(RecordShape readings, Func<bool> isBad) =>
        new(
            readings
                .Members.AsEnumerable()
                .Select(member =>
                    KeyValuePair.Create(
                        member.WireName,
                        (JsonNode?)(
                            member.Shape switch
                            {
                                RecordShape inner => Of(inner, isBad),
                                // Of what is true it is well that it is so, but for what went wrong.
                                BoolShape => JsonValue.Create(
                                    isBad() == member.WireName is "tampered" or "unvalidated_rules" or "identical_scores"),
                                IntShape => JsonValue.Create(isBad() == member.WireName is "reviewers" ? 0 : 10),
                                ShareShape => JsonValue.Create(isBad() ? 1 : 0),
                                _ => JsonValue.Create(isBad() ? "10h" : "1s"),
                            }
                        ))));
}
