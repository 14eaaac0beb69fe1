namespace AirsPolicy.Runtime.Schemas;

/// <summary>What compiling a schema gave: a schema, or why there is none.</summary>
/// <param name="Schema">The schema; null exactly where there is an error.</param>
/// <param name="Error">The first mistake, or null.</param>
public sealed record SchemaCompilation(JsonSchema? Schema, SchemaError? Error);
