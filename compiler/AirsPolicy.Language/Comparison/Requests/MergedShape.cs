using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>What a request to both versions may hold.</summary>
internal static class MergedShape
{
    /// <summary>
    /// The members of both records; what both know and see differently is what fits both as far as that can be said, else what the first
    /// knows.
    /// </summary>
    public static RecordShape Of(RecordShape before, RecordShape after)
    {
        var members = before.Members.Select(member => Find(after, member) is { } other ? Both(member, other) : member)
            .Concat(after.Members.Where(member => Find(before, member) is null));
        return new RecordShape(members.ToValueList(), before.Open || after.Open);
    }

    /// <summary>The facts of a point and of the tool at hand as one record.</summary>
    public static RecordShape Joined(RecordShape point, RecordShape? tool) => tool is null
        ? point
        : new RecordShape(point.Members.Where(member => Find(tool, member) is null).Concat(tool.Members).ToValueList(), point.Open);

    public static ShapeMember? Find(RecordShape record, ShapeMember member)
    {
        foreach (var own in record.Members)
        {
            if (own.WireName == member.WireName)
                return own;
        }
        return null;
    }

    private static ShapeMember Both(ShapeMember before, ShapeMember after) => before with
    {
        Shape = Both(before.Shape, after.Shape),
        Optional = before.Optional && after.Optional,
    };

    private static Shape Both(Shape before, Shape after) =>
        (before, after) switch
        {
            (RecordShape a, RecordShape b) => Of(a, b),
            (ListShape a, ListShape b) => new ListShape(
                Both(a.Element, b.Element),
                Math.Max(a.MinItems, b.MinItems),
                Math.Min(a.MaxItems, b.MaxItems)),
            (IntShape a, IntShape b) => new IntShape(Math.Max(a.Minimum, b.Minimum), Math.Min(a.Maximum, b.Maximum)),
            (EnumShape a, EnumShape b) when a != b => a with
            {
                Names = a.Names.Where(name => b.IndexOf(name) >= 0).DefaultIfEmpty(a.Names[0]).ToValueList(),
            },
            (TextShape { Pattern: null } a, TextShape b) => Shorter(a, b),
            (TextShape a, TextShape { Pattern: null } b) => Shorter(b, a),
            _ => before,
        };

    private static TextShape Shorter(TextShape a, TextShape b) =>
        new(Math.Max(a.MinLength, b.MinLength), a.MaxLength is { } most ? Math.Min(most, b.MaxLength ?? most) : b.MaxLength, b.Pattern);
}
