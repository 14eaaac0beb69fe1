using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>What an expression may read: facts by path, and the items of the quantifiers around it.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Items">The items, by the number of their variable.</param>
internal sealed record FactScope(ValueList<ReadableFact> Facts, ValueList<Shape> Items)
{
    /// <summary>The facts of a point, and of a tool where one is given.</summary>
    public static FactScope Of(PointLayout layout, ToolLayout? tool) =>
        new(Walk(layout.Facts, [], false).Concat(tool is null ? [] : Walk(tool.Facts, [], false)).ToValueList(), []);

    /// <summary>The facts that stand at both of two points with one shape.</summary>
    public FactScope Both(FactScope other) => this with { Facts = Facts.Where(fact => other.Facts.Contains(fact)).ToValueList() };

    /// <summary>The scope with one more fact.</summary>
    public FactScope With(ReadableFact fact) => this with { Facts = Facts.Append(fact).ToValueList() };

    /// <summary>The scope of the body of a quantifier.</summary>
    public FactScope Inside(Shape item) => this with { Items = Items.Append(item).ToValueList() };

    /// <summary>The parts of a shape, from the members of a record down.</summary>
    public static IEnumerable<ReadableFact> Walk(Shape shape, ValueList<string> path, bool optional)
    {
        if (path.Count > 0)
            yield return new ReadableFact(path, shape, optional);
        if (shape is not RecordShape record)
            yield break;
        foreach (var member in record.Members)
        {
            foreach (var part in Walk(member.Shape, path.Append(member.Name).ToValueList(), optional || member.Optional))
                yield return part;
        }
    }
}

/// <summary>A fact, or a member of an item.</summary>
internal sealed record ReadableFact(ValueList<string> Path, Shape Shape, bool Optional);
