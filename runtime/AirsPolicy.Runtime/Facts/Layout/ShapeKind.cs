namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>The closed list of shapes, for dispatch.</summary>
internal enum ShapeKind : byte
{
    Bool,
    Int,
    Decimal,
    Share,
    Money,
    Duration,
    Instant,
    Date,
    Size,
    Text,
    Enum,
    List,
    Record,
    Any,
    Restricted,
}
