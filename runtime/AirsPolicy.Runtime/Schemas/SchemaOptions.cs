namespace AirsPolicy.Runtime.Schemas;

/// <summary>How a schema is to be read.</summary>
public sealed record SchemaOptions
{
    public static readonly SchemaOptions Default = new();

    /// <summary>
    /// <c>format</c> refuses texts that are not of the format, of those that are known: date, time, date-time, duration, email, hostname,
    /// ipv4, ipv6, uri, uuid, json-pointer and regex. Otherwise it says what a text is and refuses nothing, which is the default of JSON
    /// Schema.
    /// </summary>
    public bool AssertFormats { get; init; }

    /// <summary>
    /// A keyword that marks schemas whose values somebody else checks: a schema that has it refuses nothing. Null where there is none.
    /// </summary>
    public string? LeftTo { get; init; }

    public SchemaLimits Limits { get; init; } = SchemaLimits.Default;
}
