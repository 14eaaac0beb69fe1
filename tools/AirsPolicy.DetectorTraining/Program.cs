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
    case ["--output", var output]:
        File.WriteAllText(output, WeightsText.Train(folder));
        return 0;
    case ["--apart", var part, "--output", var output, "--rows", var rows]
        when int.TryParse(part, out var number) && number is >= 0 and < TextSplit.Parts:
        File.WriteAllText(output, WeightsText.TrainWithout(folder, number));
        TrainingData.WriteRows(folder, number, rows);
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: AirsPolicy.DetectorTraining --output FILE | --judge | --apart PART --output FILE --rows FOLDER | --labelled FILE " +
            "--output FILE"
        );
        return 2;
}
