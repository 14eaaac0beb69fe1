using AirsPolicy.Fuzzing;
using SharpFuzz;

// fuzz TARGET: reads inputs as the fuzzer hands them in. seeds TARGET FOLDER: writes the seeds. read TARGET FILE...: reads files, to see
// what a find does.
switch (args)
{
    case ["fuzz", var name] when FuzzTargets.Find(name) is { } target:
        Fuzzer.OutOfProcess.Run(stream => target.Read(Whole(stream)));
        return 0;
    case ["seeds", var name, var folder] when FuzzTargets.Find(name) is { } target:
        Directory.CreateDirectory(folder);
        foreach (var (number, seed) in target.Seeds().Index())
            File.WriteAllBytes(Path.Combine(folder, $"seed{number:D4}"), seed);
        return 0;
    case ["read", var name, .. var files] when FuzzTargets.Find(name) is { } target:
        foreach (var file in files)
            target.Read(File.ReadAllBytes(file));
        return 0;
    default:
        Console.Error.WriteLine(
            $"fuzz TARGET, seeds TARGET FOLDER or read TARGET FILE..., where TARGET is one of {string.Join(", ", FuzzTargets.All.Select(target => target.Name))}"
        );
        return 2;
}

static byte[] Whole(Stream stream)
{
    using var whole = new MemoryStream();
    stream.CopyTo(whole);
    return whole.ToArray();
}
