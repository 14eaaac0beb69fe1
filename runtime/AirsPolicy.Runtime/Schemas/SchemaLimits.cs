namespace AirsPolicy.Runtime.Schemas;

/// <summary>How much a schema and a value may cost. What is over a limit is a typed outcome and never cut.</summary>
/// <param name="MaxDocumentBytes">The greatest size of one schema document in bytes.</param>
/// <param name="MaxSchemas">How many schemas, those inside others included, one compilation may reach.</param>
/// <param name="MaxDepth">How deep lists and records may lie in one another, in schemas and in values.</param>
/// <param name="MaxValueBytes">The greatest size of a value in bytes.</param>
/// <param name="MaxSteps">
/// How many steps one validation may take. A step is a keyword that looks at one value, or at sixty-four characters of a text for each
/// instruction of a pattern.
/// </param>
public sealed record SchemaLimits(
    int MaxDocumentBytes = 1 << 20,
    int MaxSchemas = 1 << 16,
    int MaxDepth = 64,
    int MaxValueBytes = 1 << 24,
    int MaxSteps = 1 << 22)
{
    /// <summary>
    /// How many schemas may be inside one another while a value is validated, the references between them included. A circle that only a
    /// dynamic reference closes ends here.
    /// </summary>
    public const int MaxNesting = 512;

    public static readonly SchemaLimits Default = new();
}
