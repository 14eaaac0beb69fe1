namespace AirsPolicy.Text.Concepts;

/// <summary>
/// A script of whose letters folding makes some of ASCII, since they look alike: "не" of Cyrillic is folded to "he". What such a word
/// means depends on the script that it stands in.
/// </summary>
internal enum ConceptScript : byte
{
    /// <summary>Latin, or one that shares no letters with it.</summary>
    Other,

    /// <summary>Greek.</summary>
    Greek,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Hebrew.</summary>
    Hebrew,

    /// <summary>Arabic.</summary>
    Arabic,
}
