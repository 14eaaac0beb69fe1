using AirsPolicy.Fuzzing;

namespace AirsPolicy.Conformance.Tests.Fuzzing;

public class FuzzTargetTests
{
    [Fact]
    public void The_table_of_targets_has_each_target_once() =>
        Assert.Equal(
            typeof(IFuzzTarget)
                .Assembly.GetTypes()
                .Where(type => type.IsClass && type.IsAssignableTo(typeof(IFuzzTarget)))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            FuzzTargets.All.Select(target => target.GetType().Name).Order(StringComparer.Ordinal));

    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_target_reads_its_seeds_and_what_is_cut_from_them(string name)
    {
        var target = FuzzTargets.Find(name)!;
        // Whole seeds of policies are read by other tests; one in ten is enough here.
        var seeds = target.Seeds().ToList();
        foreach (var (number, seed) in seeds.Index().Where(numbered => seeds.Count < 50 || numbered.Index % 10 == 0))
        {
            target.Read(seed);
            target.Read(seed[..(number % 7 * seed.Length / 7)]);
            target.Read([.. seed[(seed.Length / 2)..], .. seed[..(seed.Length / 3)]]);
        }
    }

    // Each find of a fuzzer is kept as a file in a folder that is named for its target.
    [Fact]
    public void What_a_fuzzer_has_found_is_read_without_a_fault()
    {
        foreach (var folder in Directory.GetDirectories(Folder))
        {
            var target = FuzzTargets.Find(Path.GetFileName(folder));
            Assert.True(target is not null, $"'{folder}' is named for no target.");
            foreach (var file in Directory.GetFiles(folder))
                target.Read(File.ReadAllBytes(file));
        }
    }

    private static string Folder => Path.Combine(Repository.Root, "tests", "corpus", "fuzz");
}
