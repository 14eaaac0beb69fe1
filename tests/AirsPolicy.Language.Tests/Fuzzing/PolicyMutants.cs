using System.Collections.Immutable;
using System.Globalization;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Fuzzing;

/// <summary>
/// The shipped policies after up to three changes at random. The mutant of a seed is the same in every run. <c>AIRS_MUTANTS</c> sets how
/// many are made, and <c>AIRS_SEED</c> where the seeds begin.
/// </summary>
internal sealed class PolicyMutants
{
    private readonly PackageFolder _folder = PackageFolder.Read(Path.Combine(RepositoryFolder.Root, "policies"));
    private readonly PackageLocator _packages;
    private readonly TreeChanges _changes;

    public PolicyMutants()
    {
        _packages = new PackageLocator([_folder]);
        var samples = RepositoryFolder.Policies(RepositoryFolder.Corpus("policies"))
            .Select(path => SyntaxTree.Parse(SourceText.From(File.ReadAllText(path), path)));
        _changes = new TreeChanges([.. _folder.Packages.SelectMany(package => package.Trees), .. samples]);
    }

    /// <summary>The seeds of this run.</summary>
    /// <param name="usual">How many where nothing else is asked for.</param>
    public static IEnumerable<int> Seeds(int usual) => Enumerable.Range(Setting("AIRS_SEED", 20_260_615), Setting("AIRS_MUTANTS", usual));

    public PolicyMutant Of(int seed)
    {
        var random = new Random(seed);
        var package = _folder.Packages[random.Next(_folder.Packages.Length)];
        var at = random.Next(package.Trees.Length);
        var tree = package.Trees[at];
        for (var left = 1 + (random.Next(3) * random.Next(2)); left > 0; left--)
            tree = SyntaxTree.Parse(new SourceText(tree.Source.Path, tree.Source.Name, _changes.Apply(tree, random)));
        var mutant = package with { Trees = package.Trees.SetItem(at, tree) };
        ImmutableArray<PackageSyntax> roots = [mutant, .. _folder.Packages.Where(other => other != package && Takes(other, package.Name))];
        return new PolicyMutant(seed, tree.Source, roots[random.Next(roots.Length)], new Replacing(mutant, _packages));
    }

    private static bool Takes(PackageSyntax package, string name) =>
        package.Trees.Any(tree => tree.Root.Children.Any(part => part switch
        {
            UseDirectiveSyntax use => use.Path.Text == name,
            ExtendsDirectiveSyntax extends => extends.Path.Text == name,
            _ => false,
        }));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;

    private sealed class Replacing(PackageSyntax mutant, PackageLocator others) : IPackageLocator
    {
        public IReadOnlyCollection<string> Names => others.Names;

        public PackageSyntax? Find(string name) => name == mutant.Name ? mutant : others.Find(name);
    }
}
