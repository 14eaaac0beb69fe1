using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns;

/// <summary>A set with every case variant of its members.</summary>
internal static class CaseClosure
{
    // The characters that have variants at all, so that closing a range of a million looks at the few inside it.
    private static readonly Lazy<int[]> s_cased = new(CharacterTables.FindCased);

    public static CodePointSet Of(CodePointSet set)
    {
        var added = new List<CodePointRange>();
        foreach (var range in set.Ranges)
        {
            var index = Array.BinarySearch(s_cased.Value, range.First);
            for (index = index < 0 ? ~index : index; index < s_cased.Value.Length && s_cased.Value[index] <= range.Last; index++)
            {
                foreach (var variant in CharacterTables.CaseVariants(s_cased.Value[index]))
                {
                    if (variant < range.First || variant > range.Last) added.Add(new CodePointRange(variant, variant));
                }
            }
        }

        return added.Count == 0 ? set : set.Union(CodePointSet.Of([.. added]));
    }
}
