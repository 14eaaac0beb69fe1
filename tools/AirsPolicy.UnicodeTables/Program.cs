using AirsPolicy.UnicodeTables;

if (args is not ["--ucd", var database, "--confusables", var confusables, "--output", var output])
{
    Console.Error.WriteLine("usage: AirsPolicy.UnicodeTables --ucd FOLDER --confusables FILE --output FOLDER");
    return 2;
}

foreach (var (name, text) in TableGenerator.Generate(database, confusables))
    File.WriteAllText(Path.Combine(output, name), text);

return 0;
