using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.State.Pace;

/// <summary>Puts how the charts of a policy stand among the facts of a decision, over what the facts say of them.</summary>
public sealed class PaceFacts
{
    private const string Root = "pace";
    private static readonly string[] s_layers = ["guardrail", "judge", "human"];

    private readonly int _root;
    private readonly int _ages;
    private readonly int _age;
    private readonly int _silent;
    private readonly int _layersAtEmergency;
    private readonly int _system;
    private readonly (int State, int Age)[] _charts;

    // What is there whatever the charts are in: all but for how long there was no signal.
    private readonly PresenceMask _present;

    // Layers without a chart, which the host tells of.
    private readonly int[] _others;

    /// <summary>Finds the places of the charts at a point.</summary>
    /// <param name="layout">The facts of the point.</param>
    /// <param name="charts">The names of the charts, by number.</param>
    public PaceFacts(PointLayout layout, IReadOnlyList<string> charts)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(charts);
        _root = SlotOf(layout, [Root]);
        _ages = SlotOf(layout, [Root, "ages"]);
        _age = SlotOf(layout, [Root, "age"]);
        _silent = SlotOf(layout, [Root, "silent"]);
        _layersAtEmergency = SlotOf(layout, [Root, "layers_at_emergency"]);
        _system = charts.Index().Where(chart => chart.Item == ChartDefinition.System).Select(chart => chart.Index).FirstOrDefault(-1);
        _charts = [.. charts.Select(chart => (SlotOf(layout, [Root, chart]), SlotOf(layout, [Root, "ages", chart])))];
        _others = [.. s_layers.Except(charts).Select(layer => SlotOf(layout, [Root, layer])).Where(slot => slot >= 0)];
        int[] whole = [_root, _ages, _layersAtEmergency, _system < 0 ? -1 : _age];
        _present = new PresenceMask(whole.Concat(_charts.SelectMany(chart => new[] { chart.State, chart.Age })).Where(slot => slot >= 0));
    }

    /// <summary>Puts a reading among the facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="reading">How the charts stand.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    public void Put(FactFrame facts, PaceReading reading, long now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(reading);
        if (_root < 0)
            return;
        _present.Mark(facts);
        facts.SetUnmarked(_root, 1);
        Set(facts, _ages, 1);
        var atEmergency = 0L;
        var charts = reading.Charts.AsSpan();
        for (var chart = 0; chart < _charts.Length; chart++)
        {
            ref readonly var stands = ref charts[chart];
            var age = stands.Since is { } since ? Math.Max(now - since, 0) : 0;
            Set(facts, _charts[chart].State, (long)stands.Level);
            Set(facts, _charts[chart].Age, age);
            if (chart == _system)
                Set(facts, _age, age);
            else if (stands.Level == PaceLevel.Emergency)
                atEmergency++;
        }
        foreach (var other in _others)
        {
            if (facts.Has(other) && facts.Long(other) == (long)PaceLevel.Emergency)
                atEmergency++;
        }
        Set(facts, _layersAtEmergency, atEmergency);
        if (_silent < 0)
            return;
        if (reading.Signal is { } signal)
            facts.Set(_silent, Math.Max(now - signal, 0));
        else
            facts.Clear(_silent);
    }

    private static void Set(FactFrame facts, int slot, long value)
    {
        if (slot >= 0)
            facts.SetUnmarked(slot, value);
    }

    private static int SlotOf(PointLayout layout, ReadOnlySpan<string> path) => SlotLayout.Find(layout.Facts, path)?.Offset ?? -1;
}
