namespace AirsPolicy.Runtime.Tests.Schemas;

/// <summary>
/// A fact that needs the official test suite of JSON Schema, in the folder named by the environment variable AIRS_JSON_SCHEMA_SUITE.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SchemaSuiteFactAttribute : FactAttribute
{
    public SchemaSuiteFactAttribute()
    {
        if (SchemaSuite.Folder is not { Length: > 0 } folder)
            Skip = $"The environment variable {SchemaSuite.Variable} names no folder.";
        else if (!Directory.Exists(Path.Combine(folder, "tests", "draft2020-12")))
            Skip = $"The folder of {SchemaSuite.Variable} holds no 'tests/draft2020-12'.";
    }
}
