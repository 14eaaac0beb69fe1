namespace AirsPolicy.Text.Patterns;

/// <summary>The sets of one tree's classes, each made once: its facts and its program need the same ones.</summary>
internal sealed class NodeSets
{
    // By reference: a node stands at one place of a tree, where case is ignored or is not.
    private readonly Dictionary<PatternClass, CodePointSet> _sets = new(ReferenceEqualityComparer.Instance);

    public CodePointSet Of(PatternClass node, bool ignoreCase)
    {
        if (!_sets.TryGetValue(node, out var set))
        {
            set = CharacterClasses.Of(node, ignoreCase);
            _sets.Add(node, set);
        }

        return set;
    }
}
