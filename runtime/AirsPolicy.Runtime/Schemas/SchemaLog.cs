using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas;

/// <summary>Keeps the first mistake of a schema. One is enough: a schema with a mistake is not used.</summary>
internal sealed class SchemaLog
{
    public SchemaError? Error { get; private set; }

    /// <summary>Notes a mistake. Gives null, so that a reader can return it.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="problem">What is wrong, as the rest of a sentence about the place.</param>
    public JsonValue? Report(SchemaErrorKind kind, string place, string problem)
    {
        Error ??= new SchemaError(kind, place, problem);
        return null;
    }
}
