namespace AirsPolicy.Cli.Filtering;

/// <summary>How a field is compared with a value.</summary>
internal enum FilterRelation
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    StartsWith,
    EndsWith,
}
