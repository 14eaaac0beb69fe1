using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Facts;

/// <summary>Which names mean something else at one decision point than at another; worked out once for each two points.</summary>
internal sealed class PointDifferences
{
    private readonly Dictionary<(string One, string Other), HashSet<string>?> _known = [];

    /// <summary>
    /// The names of facts that differ; the name <c>text</c> is none of them, which means the text of the point at both. Null where a rule
    /// that is bound at one point says nothing of the other: where there are tools, and where only one has a text.
    /// </summary>
    public HashSet<string>? Between(PointFacts one, PointFacts other)
    {
        if (!one.Tools.IsEmpty || !other.Tools.IsEmpty)
            return null;
        if (!_known.TryGetValue((one.Name, other.Name), out var names))
            _known.Add((one.Name, other.Name), names = Compare(one, other));
        return names;
    }

    private static HashSet<string>? Compare(PointFacts one, PointFacts other)
    {
        if (one.Point is not { HasTool: false } || other.Point is not { HasTool: false } || !HaveTextsAlike(one, other))
            return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in one.Roots.Concat(other.Roots).Select(fact => fact.Name))
        {
            if (Fact(one, name) != Fact(other, name))
                names.Add(name);
        }
        // So that a path that leads to the text of the one without being called 'text' is never taken for it.
        if (one.Layout.PrimaryText != other.Layout.PrimaryText)
            names.UnionWith([one.Layout.PrimaryText[0], other.Layout.PrimaryText[0]]);
        return names;
    }

    private static bool HaveTextsAlike(PointFacts one, PointFacts other) =>
        one.Layout.PrimaryText.Count > 0 == other.Layout.PrimaryText.Count > 0
        && one.TextShape == other.TextShape
        && Fact(one, "text") is null == Fact(other, "text") is null;

    private static ShapeMember? Fact(PointFacts facts, string name) => facts.Layout.Facts.Find(name);
}
