using AirsPolicy.DetectorTraining;

if (args is ["--labelled", var labelled, "--output", var weights])
{
    File.WriteAllText(weights, LabelledLines.Train(labelled));
    return 0;
}
if (args is ["--concepts", var table])
{
    File.WriteAllBytes(table, Concepts.Write(Path.Combine(AppContext.BaseDirectory, "concepts")));
    return 0;
}
if (args is ["--words", var words])
{
    File.WriteAllText(words, CommonestWords.Write());
    return 0;
}
if (args is ["--disguised", var models, var rows])
{
    using var written = File.CreateText(rows);
    new DisguisedTexts(models).Write(Console.Out, written, HandTexts.All());
    return 0;
}
if (Environment.GetEnvironmentVariable("AIRS_EVALUATION_DATA") is not { Length: > 0 } folder || !Directory.Exists(folder))
{
    Console.Error.WriteLine("AIRS_EVALUATION_DATA names the folder of the evaluation data, and is not set.");
    return 2;
}

if (args is ["--output", var again, "--keep-margins"])
{
    string PathOf(string name) => Path.Combine(again, $"{name}.weights");
    var (ofUsers, ofData) = WeightsText.Train(
        [.. HandTexts.All(), .. TrainingData.Besides(folder)],
        SideModel.MarginsOf(File.ReadAllText(PathOf("users"))),
        SideModel.MarginsOf(File.ReadAllText(PathOf("data"))));
    File.WriteAllText(PathOf("users"), ofUsers);
    File.WriteAllText(PathOf("data"), ofData);
    return 0;
}

(string? Output, string? Apart)? wanted = args switch
{
    ["--judge"] => (null, null),
    ["--judge", "--apart", var apart] => (null, apart),
    ["--output", var output] => (output, null),
    ["--output", var output, "--apart", var apart] => (output, apart),
    _ => null,
};
if (wanted is null)
{
    Console.Error.WriteLine(
        """
        usage: AirsPolicy.DetectorTraining --judge | --output FOLDER, and with both [--apart FOLDER]
               AirsPolicy.DetectorTraining --output FOLDER --keep-margins
               AirsPolicy.DetectorTraining --labelled FILE --output FILE
               AirsPolicy.DetectorTraining --concepts FILE
               AirsPolicy.DetectorTraining --words FILE
               AirsPolicy.DetectorTraining --disguised FOLDER FILE
        """);
    return 2;
}
// First, so that a folder that is missing is known before all is learned.
if (wanted.Value.Output is { } made) Directory.CreateDirectory(made);
var (hands, besides) = (HandTexts.All(), TrainingData.Besides(folder));
var parts = LeftOut.First(wanted.Value.Output is null ? LeftOut.Parts : LeftOut.ForMargins, hands, besides);
if (wanted.Value.Apart is { } aside) ApartFolders.Write(aside, parts);
if (wanted.Value.Output is { } target)
{
    var (users, data) = WeightsText.Train([.. hands, .. besides], parts);
    File.WriteAllText(Path.Combine(target, "users.weights"), users);
    File.WriteAllText(Path.Combine(target, "data.weights"), data);
}
Judgement.Write(Console.Out, parts);
return 0;
