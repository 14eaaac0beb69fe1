namespace AirsPolicy.Runtime.Schemas.Values;

/// <summary>The six kinds of JSON values.</summary>
internal enum JsonKind : byte
{
    Null,
    Boolean,
    Number,
    Text,
    List,
    Record,
}
