using AirsPolicy.LanguageTables;

if (args is not ["--declarations", var declarations, "--stop-words", var stopWords, "--output", var output])
{
    Console.Error.WriteLine("usage: AirsPolicy.LanguageTables --declarations FOLDER --stop-words FILE --output FILE");
    return 2;
}

File.WriteAllText(output, ProfileTable.Write(declarations, stopWords));

return 0;
