using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Analysis.Facts;

/// <summary>A fact, or a member of one, while it is gathered who reads it.</summary>
internal sealed class FactNode
{
    private readonly List<FactNode> _members;
    private readonly SortedSet<string> _readers = new(StringComparer.Ordinal);
    private readonly ShapeMember _member;
    private readonly ValueList<string> _path;
    private FactNeed _need;
    private Outcome? _missing;
    private bool _isInForce;

    public FactNode(ShapeMember member, ValueList<string> above)
    {
        _member = member;
        _path = above.Append(member.Name).ToValueList();
        _members = [.. MembersOf(member.Shape).Select(inner => new FactNode(inner, _path))];
    }

    public string Name => _member.Name;

    /// <summary>Notes on the way of a read that it is needed, and at the end who reads it.</summary>
    /// <param name="step">Which name of the path this one is.</param>
    /// <param name="need">How much it is needed here.</param>
    public void Note(FactRead read, int step, FactNeed need)
    {
        if (_member.Optional)
            need = FactNeed.Optional;
        _need = (FactNeed)Math.Max((int)_need, (int)need);
        if (step == read.Path.Count - 1)
        {
            _readers.Add(read.Reader);
            _missing = (Outcome)Math.Max((int)(_missing ?? Outcome.Allow), (int)read.Missing);
            _isInForce |= !read.IsOnTrial;
            return;
        }
        // What lies in something optional, or in an item, is missed only by a rule that comes to it.
        var below =
            need == FactNeed.Always && _member.Shape is ListShape || (_member.Optional && read.Need > FactNeed.Later)
                ? FactNeed.Reached
                : need;
        _members.Find(member => member.Name == read.Path[step + 1])?.Note(read, step + 1, below);
    }

    public RequestFact ToFact(FactSupply supply)
    {
        var members = _members.Select(member => member.ToFact(supply)).ToValueList();
        var supplier = supply.Of(_path);
        var isRequired =
            _need == FactNeed.Always && !supplier.IsOfRuntime && (!supply.GivesPartOf(_path) || members.Any(member => member.IsRequired));
        return new RequestFact(
            _member, supply.SummaryOf(_path), supplier, _need, isRequired, _readers.ToValueList(),
            _need > FactNeed.Optional && _readers.Count > 0 ? _missing : null, _readers.Count > 0 && !_isInForce, members);
    }

    private static ValueList<ShapeMember> MembersOf(Shape shape) => shape switch
    {
        RecordShape record => record.Members,
        ListShape list => MembersOf(list.Element),
        RestrictedShape restricted => MembersOf(restricted.Inner),
        _ => [],
    };
}
