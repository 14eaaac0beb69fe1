namespace AirsPolicy.Text.Tests.Detectors.Learned;

/// <summary>
/// A fact that needs the texts that the shipped weights are trained on, in the folder named by the environment variable
/// AIRS_EVALUATION_DATA. It trains for minutes, and so belongs to a thorough run.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TrainingDataFactAttribute : FactAttribute
{
    public TrainingDataFactAttribute()
    {
        if (Folder.Length == 0 || !File.Exists(Path.Combine(Folder, "in_the_wild_jailbreaks.jsonl")))
            Skip = "AIRS_EVALUATION_DATA does not name the folder of the evaluation data.";
        else if (!Laws.AreThorough)
            Skip = "Training on all texts takes minutes; AIRS_THOROUGH=1 does it.";
    }

    public static string Folder => Environment.GetEnvironmentVariable("AIRS_EVALUATION_DATA") ?? "";
}
