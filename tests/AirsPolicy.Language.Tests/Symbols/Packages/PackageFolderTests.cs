using System.Text;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Language.Tests.Symbols.Packages;

public sealed class PackageFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Files_of_one_folder_with_one_header_are_one_package()
    {
        _folder.Write("b.airs", "policy shop.refunds\nqueue b {}");
        _folder.Write("a.airs", "policy shop.refunds\nqueue a {}");
        _folder.Write("lib.airs", "library shop.baseline");
        _folder.Write("notes.txt", "not a policy");
        var read = PackageFolder.Read(_folder.Path);
        Assert.Empty(read.Diagnostics);
        Assert.Equal(["shop.baseline", "shop.refunds"], read.Packages.Select(p => p.Name));
        Assert.Equal(["a.airs", "b.airs"], read.Packages[1].Trees.Select(t => t.Source.Name));
    }

    [Fact]
    public void Folders_below_are_searched_and_hidden_ones_are_not()
    {
        _folder.Write("x/y/deep.airs", "policy deep");
        _folder.Write(".git/hidden.airs", "policy hidden");
        var read = PackageFolder.Read(_folder.Path);
        Assert.Equal("deep", Assert.Single(read.Packages).Name);
        Assert.Equal(Path.Join(_folder.Path, "x/y", "deep.airs"), read.Packages[0].Trees[0].Source.Path);
    }

    [Theory]
    [InlineData("more.AIRS", ".AIRS")]
    [InlineData("below/more.Airs", ".Airs")]
    public void A_file_whose_ending_is_written_otherwise_is_not_left_out_in_silence(string name, string ending)
    {
        _folder.Write("a.airs", "policy shop");
        _folder.Write(name, "policy shop");
        var found = Assert.Single(PackageFolder.Read(_folder.Path).Diagnostics);
        Assert.Equal(("AIRS2908", Path.Join(_folder.Path, name)), (found.Code, found.Source.Path));
        Assert.Contains($"'{ending}'", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_file_brings_the_other_files_of_its_package_along()
    {
        var file = _folder.Write("a.airs", "policy shop");
        _folder.Write("b.airs", "policy shop");
        _folder.Write("c.airs", "policy other");
        var read = PackageFolder.Read(file);
        Assert.Equal(["a.airs", "b.airs"], Assert.Single(read.Packages).Trees.Select(t => t.Source.Name));
    }

    [Fact]
    public void A_package_reads_the_files_beside_it()
    {
        _folder.Write("p/a.airs", "policy shop");
        _folder.Write("p/data/terms.txt", "one\ntwo");
        var files = PackageFolder.Read(_folder.Path).Packages[0].Files;
        Assert.True(files.TryRead("data/terms.txt", out var content, out _));
        Assert.Equal("one\ntwo", content);
    }

    [Fact]
    public void A_file_without_header_is_one_error_and_no_package()
    {
        _folder.Write("empty.airs", "");
        var read = PackageFolder.Read(_folder.Path);
        Assert.Single(read.Diagnostics);
        Assert.Empty(read.Packages);
    }

    [Fact]
    public void One_name_is_a_policy_or_a_library()
    {
        _folder.Write("a.airs", "policy shop");
        _folder.Write("b.airs", "library shop");
        var diagnostic = Assert.Single(PackageFolder.Read(_folder.Path).Diagnostics);
        Assert.Equal("AIRS2904", diagnostic.Code);
        Assert.Equal("b.airs", diagnostic.Source.Name);
        Assert.Equal("library", diagnostic.Source.Slice(diagnostic.Span).ToString());
        Assert.Equal("a.airs", Assert.Single(diagnostic.Related).Source.Name);
    }

    [Fact]
    public void Two_folders_do_not_share_a_name()
    {
        _folder.Write("a/p.airs", "policy shop");
        _folder.Write("b/p.airs", "policy shop");
        var diagnostic = Assert.Single(PackageFolder.Read(_folder.Path).Diagnostics);
        Assert.Equal("AIRS2905", diagnostic.Code);
        Assert.Contains(Path.Join(_folder.Path, "a"), diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x70, 0x00 }, "UTF-16")]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01 }, "byte 4 is 0")]
    [InlineData(new byte[] { 0x70, 0x6F, 0xE9, 0x20 }, "byte 2 (0xE9)")]
    public void A_file_that_is_not_utf8_text_is_one_error(byte[] content, string words)
    {
        _folder.Write("p.airs", content);
        var diagnostic = Assert.Single(PackageFolder.Read(_folder.Path).Diagnostics);
        Assert.Equal("AIRS2902", diagnostic.Code);
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_means_nothing()
    {
        _folder.Write("p.airs", [.. Encoding.UTF8.Preamble, .. "policy shop"u8]);
        var read = PackageFolder.Read(_folder.Path);
        Assert.Empty(read.Diagnostics);
        Assert.Equal("policy shop", Assert.Single(read.Packages).Trees[0].Source.Content);
    }

    [Fact]
    public void A_file_of_100_megabytes_is_one_error_and_is_not_read()
    {
        using (var file = File.Create(Path.Join(_folder.Path, "huge.airs")))
            file.SetLength(100 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var diagnostic = Assert.Single(PackageFolder.Read(_folder.Path).Diagnostics);
        Assert.Equal("AIRS2901", diagnostic.Code);
        Assert.Contains("8 MiB", diagnostic.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_error()
    {
        // A link to nothing stands for every failure to open a file; rights do not bind the user that runs tests in a container.
        File.CreateSymbolicLink(Path.Join(_folder.Path, "gone.airs"), Path.Join(_folder.Path, "nothing"));
        var diagnostic = Assert.Single(PackageFolder.Read(_folder.Path).Diagnostics);
        Assert.Equal("AIRS2900", diagnostic.Code);
        Assert.Equal("This cannot be read: there is no such file.", diagnostic.Message);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        using var other = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Join(_folder.Path, "p.airs"), other.Write("p.airs", "policy shop"));
        Assert.Equal("AIRS2906", Assert.Single(PackageFolder.Read(_folder.Path).Diagnostics).Code);
    }

    [Fact]
    public void Links_in_circles_are_one_error_each_and_end()
    {
        File.CreateSymbolicLink(Path.Join(_folder.Path, "a.airs"), Path.Join(_folder.Path, "b.airs"));
        File.CreateSymbolicLink(Path.Join(_folder.Path, "b.airs"), Path.Join(_folder.Path, "a.airs"));
        Directory.CreateSymbolicLink(Path.Join(_folder.Path, "loop"), _folder.Path);
        Assert.Equal(2, PackageFolder.Read(_folder.Path).Diagnostics.Length);
    }

    [Fact]
    public void A_path_that_is_not_there_is_one_error() =>
        Assert.Equal("AIRS2900", Assert.Single(PackageFolder.Read(Path.Join(_folder.Path, "nothing")).Diagnostics).Code);

    [Fact]
    public void A_search_ends_at_each_of_its_bounds_with_one_error()
    {
        for (var i = 0; i < 5; i++)
            _folder.Write($"d{i}/p.airs", $"policy p{i}");
        _folder.Write("1/2/3/4/p.airs", "policy deep");
        var limits = PackageLimits.Default;
        Assert.Equal("AIRS2907", OnlyCode(limits with { Files = 3 }));
        Assert.Equal("AIRS2907", OnlyCode(limits with { Folders = 3 }));
        Assert.Equal("AIRS2907", OnlyCode(limits with { Depth = 2 }));
        Assert.Equal("AIRS2907", OnlyCode(limits with { TotalBytes = 20 }));
    }

    public void Dispose() => _folder.Dispose();

    private string OnlyCode(PackageLimits limits) => Assert.Single(PackageFolder.Read(_folder.Path, limits).Diagnostics).Code;
}
