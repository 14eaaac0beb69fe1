using AirsPolicy.DetectorTraining;

if (args is ["--labelled", var labelled, "--output", var weights])
{
    File.WriteAllText(weights, LabelledLines.Train(labelled));
    return 0;
}
if (Environment.GetEnvironmentVariable("AIRS_EVALUATION_DATA") is not { Length: > 0 } folder || !Directory.Exists(folder))
{
    Console.Error.WriteLine("AIRS_EVALUATION_DATA names the folder of the evaluation data, and is not set.");
    return 2;
}

switch (args)
{
    case ["--judge"]:
        Judgement.Write(Console.Out, folder);
        return 0;
    case ["--apart", var apart]:
        ApartFolders.Write(apart, folder);
        return 0;
    case ["--output", var output]:
        var (users, data) = WeightsText.Train(folder);
        File.WriteAllText(Path.Combine(output, "users.weights"), users);
        File.WriteAllText(Path.Combine(output, "data.weights"), data);
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: AirsPolicy.DetectorTraining --output FOLDER | --judge | --apart FOLDER | --labelled FILE --output FILE");
        return 2;
}
