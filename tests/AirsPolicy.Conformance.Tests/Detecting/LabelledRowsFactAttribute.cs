namespace AirsPolicy.Conformance.Tests.Detecting;

/// <summary>A fact that needs the labelled rows in the folder named by the environment variable AIRS_EVALUATION_DATA.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LabelledRowsFactAttribute : FactAttribute
{
    private const string Variable = "AIRS_EVALUATION_DATA";

    public LabelledRowsFactAttribute()
    {
        string[] missing = [.. LabelledRow.Files.Where(file => !File.Exists(PathOf(file)))];
        if (missing.Length > 0) Skip = $"The folder of the environment variable {Variable} holds no '{string.Join("', '", missing)}'.";
    }

    public static string PathOf(string file) => Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? "", file);
}
