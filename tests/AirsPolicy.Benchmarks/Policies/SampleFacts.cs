using System.Globalization;
using System.Text;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Benchmarks.Policies;

/// <summary>Facts that fit a point, harmless, two items to a list.</summary>
internal static class SampleFacts
{
    /// <summary>The facts of a point in JSON; of the first tool, where it knows tools.</summary>
    public static string Of(PointLayout layout)
    {
        var members = layout.Facts.Members.Select(Member);
        if (layout.Tools.Count > 0)
            members = members.Concat(layout.Tools[0].Facts.Members.Select(Member));
        return $"{{{string.Join(',', members)}}}";
    }

    private static string Member(ShapeMember member) => $"\"{member.WireName}\":{Value(member.Shape)}";

    private static string Value(Shape shape) => shape switch
    {
        BoolShape => "false",
        IntShape integer => Math.Max(1, integer.Minimum).ToString(CultureInfo.InvariantCulture),
        ShareShape => "0.25",
        DecimalShape or MoneyShape => "12.5",
        DurationShape => "60",
        SizeShape => "1024",
        InstantShape => "\"2026-03-01T10:00:00Z\"",
        DateShape => "\"2026-03-01\"",
        EnumShape names => $"\"{names.Names[0]}\"",
        TextShape => "\"Where is my order of last week?\"",
        RestrictedShape restricted => Value(restricted.Inner),
        ListShape list => $"[{Value(list.Element)},{Value(list.Element)}]",
        RecordShape record => $"{{{string.Join(',', record.Members.Select(Member))}}}",
        _ => "null",
    };

    /// <summary>The bytes of <see cref="Of"/>.</summary>
    public static byte[] Bytes(PointLayout layout) => Encoding.UTF8.GetBytes(Of(layout));
}
