using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Stages;

/// <summary>A plan as text: a record is its name and members, one a line where they are too long for one line together.</summary>
internal static class PlanText
{
    private const int Widest = 140;

    /// <summary>The code of a plan and its tables, without the sources and shapes, which stand in the policy and its model.</summary>
    public static string Write(PolicyPlan plan)
    {
        var text = new StringBuilder();
        Write(text, "", plan with { Sources = [] }, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, object? value, int depth)
    {
        var line = $"{name}{Line(value)}";
        text.Append(' ', depth * 2);
        if (Parts(value) is not { } parts || (depth * 2) + line.Length <= Widest)
        {
            text.Append(line).Append('\n');
            return;
        }
        text.Append(name).Append(value is IEnumerable ? "list" : value!.GetType().Name).Append('\n');
        foreach (var (part, item) in parts)
            Write(text, part, item, depth + 1);
    }

    private static string Line(object? value) => value switch
    {
        null => "null",
        string words => JsonSerializer.Serialize(words),
        bool truth => truth ? "true" : "false",
        RuntimeMember member => $"{member.Receiver}.{member.Name}{(member.CanFail ? " or fails" : "")}",
        SourcePlace place => string.Create(CultureInfo.InvariantCulture, $"{place.Line}:{place.Column}"),
        Shape shape => shape.GetType().Name,
        IEnumerable => $"[{Joined(value)}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value.GetType().Name}({Joined(value)})",
    };

    private static string Joined(object value) => string.Join(", ", Parts(value)!.Select(part => $"{part.Name}{Line(part.Value)}"));

    private static IEnumerable<(string Name, object? Value)>? Parts(object? value) => value switch
    {
        null or string or bool or RuntimeMember or SourcePlace or Shape => null,
        IEnumerable items => items.Cast<object?>().Select(item => ("", item)),
        IFormattable => null,
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => ($"{property.Name}: ", property.GetValue(value))),
    };
}
