using System.Globalization;
using System.Text;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>What the members of the JSON are called at each point, made from the layouts by which facts are read.</summary>
internal static class WireNameText
{
    private static readonly PolicyModel s_model = BoundPolicy.Of("""
        policy documented
        system s { owner "o" }
        tool pay { args { }  result { } }
        """);

    public static string Write()
    {
        var common = s_model
            .Layouts.Select(layout => layout.Facts.Members.Select(member => member.WireName))
            .Aggregate((all, next) => [.. all.Intersect(next)])
            .ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder("| point | members of the facts |\n|---|---|\n");
        Row(text, "every point", s_model.Layouts[0].Facts.Members.Where(member => common.Contains(member.WireName)));
        foreach (var layout in s_model.Layouts)
            Row(text, $"`{layout.Point}`", Own(layout).Where(member => !common.Contains(member.WireName)));
        return text.ToString();
    }

    // The tool's own come behind those of the point; a tool's are what the policy declares for it.
    private static IEnumerable<ShapeMember> Own(PointLayout layout) =>
        layout.Facts.Members.Concat(layout.Tools.Take(1).SelectMany(tool => tool.Facts.Members));

    private static void Row(StringBuilder text, string point, IEnumerable<ShapeMember> members) =>
        text.Append(CultureInfo.InvariantCulture, $"| {point} | {string.Join("<br>", members.Select(Fact).DefaultIfEmpty("–"))} |\n");

    private static string Fact(ShapeMember member)
    {
        var rules = FactTableText.NameInRules(member.Name);
        return $"`{Written(member)}`{(rules == member.WireName ? "" : $", in rules `{rules}`")}";
    }

    private static string Written(ShapeMember member) => $"{member.WireName}{Inside(member.Shape)}";

    private static string Inside(Shape shape) => shape switch
    {
        RecordShape { Members.Count: > 0 } record => $" {{ {string.Join(", ", record.Members.Select(Written))} }}",
        ListShape { Element: RecordShape element } => $" [{Inside(element)} ]",
        ListShape => " [ ]",
        _ => "",
    };
}
