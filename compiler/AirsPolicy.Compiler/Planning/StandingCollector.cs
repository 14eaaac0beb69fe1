using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning;

/// <summary>Collects which controls stand somewhere and which facts they cannot do without.</summary>
internal sealed class StandingCollector
{
    private readonly SortedSet<int> _controls = [];
    private readonly List<RequiredFact> _required = [];
    private readonly HashSet<(string Path, int? After)> _known = [];

    /// <summary>The table, with where the code begins.</summary>
    public StandingTable Table(int entry) => new(entry, _controls.ToValueList(), _required.ToValueList());

    public void Add(int control) => _controls.Add(control);

    // What a control in detect mode reads fails its own rule and never the point for the others.
    public void Add((ControlModel Model, int Number) control, IEnumerable<(string Path, ValueList<int> Slots)> reads)
    {
        if (control.Model.Detect is { Until: null })
            return;
        foreach (var (path, slots) in reads)
        {
            if (_known.Add((path, control.Model.Detect?.Until)))
                _required.Add(new RequiredFact(path, control.Model.Detect?.Until, slots));
        }
    }
}
