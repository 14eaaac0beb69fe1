namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>What a value can be, as far as a schema can tell before it looks closer.</summary>
internal enum CheckedKind : byte
{
    Null,
    False,
    True,
    Integer,
    Fraction,
    Text,
    List,
    Record,
}
