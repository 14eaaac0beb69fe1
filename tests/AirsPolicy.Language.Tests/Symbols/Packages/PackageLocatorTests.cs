using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Language.Tests.Symbols.Packages;

public sealed class PackageLocatorTests : IDisposable
{
    private readonly TemporaryFolder _first = new();
    private readonly TemporaryFolder _second = new();

    [Fact]
    public void A_package_is_found_in_the_first_folder_that_has_it()
    {
        _first.Write("a.airs", "library shared");
        _second.Write("b.airs", "library shared");
        _second.Write("c.airs", "library more");
        var locator = new PackageLocator([PackageFolder.Read(_first.Path), PackageFolder.Read(_second.Path)]);
        Assert.Equal("a.airs", locator.Find("shared")?.Trees[0].Source.Name);
        Assert.Equal("c.airs", locator.Find("more")?.Trees[0].Source.Name);
        Assert.Null(locator.Find("nothing"));
        Assert.Subset(locator.Names.ToHashSet(), new HashSet<string> { "shared", "more" });
    }

    [Fact]
    public void The_shipped_library_is_found_last_and_a_folder_can_stand_in_for_it()
    {
        _first.Write("a.airs", "library airs.detect");
        _second.Write("a.airs", "library airs.detect");
        var shipped = new PackageLocator([PackageFolder.Read(_second.Path)], shipped: null);
        Assert.Equal(
            _first.Path,
            Path.GetDirectoryName(new PackageLocator([PackageFolder.Read(_first.Path)], shipped).Find("airs.detect")!.Trees[0].Source.Path)
        );
        Assert.Equal(_second.Path, Path.GetDirectoryName(new PackageLocator([], shipped).Find("airs.detect")!.Trees[0].Source.Path));
    }

    [Fact]
    public void Every_package_that_ships_parses_and_is_a_library()
    {
        foreach (var package in ShippedLibrary.Instance.Names.Select(name => ShippedLibrary.Instance.Find(name)!))
            Assert.All(package.Trees, tree => Assert.True(tree.Diagnostics.IsEmpty && !tree.Root.Header.IsPolicy, tree.Source.Path));
    }

    [Fact]
    public void Every_file_that_ships_belongs_to_the_package_of_its_folder()
    {
        foreach (var name in ShippedLibrary.Instance.Names)
            Assert.All(ShippedLibrary.Instance.Find(name)!.Trees, tree => Assert.Equal(name, tree.Root.Header.Path.Text));
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }
}
