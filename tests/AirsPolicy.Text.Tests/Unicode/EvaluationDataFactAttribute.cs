namespace AirsPolicy.Text.Tests.Unicode;

/// <summary>
/// A fact that needs the Unicode Character Database and a file of the folder named by the environment variable AIRS_EVALUATION_DATA.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EvaluationDataFactAttribute : FactAttribute
{
    private const string Variable = "AIRS_EVALUATION_DATA";

    public EvaluationDataFactAttribute(string file)
    {
        File = file;
        Skip = new UnicodeDatabaseFactAttribute().Skip;
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
            Skip ??= $"The environment variable {Variable} names no folder.";
        else if (!System.IO.File.Exists(Path.Combine(folder, file)))
            Skip ??= $"The folder of {Variable} holds no '{file}'.";
    }

    public string File { get; }

    public static string PathOf(string file) => Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? "", file);
}
